"""Whether a page was read well enough, and what holds when two readers looked at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from recert.capture.certificates.questions import asked
from recert.capture.certificates.reading import SURE, Entry, Field

NEEDED = {
    "course": ("title", "holder", "earned_on", "quantity", "unit", "provider"),
    "cpr_card": ("title", "holder", "earned_on", "expires_on"),
    "badge": ("title",),
}
SEEN = {"course": ("title", "holder", "earned_on"), "cpr_card": ("title", "holder", "earned_on"), "badge": ("title",)}
FIRST_OF_ALL = ("title", "holder", "provider")
ROUGHLY = 60
FIGURES = ("quantity", "earned_on", "expires_on", "minutes", "unit")
DOUBTED = 0.65
CLEARLY = 0.9
"""So clearly one reader must have seen figures that no other reader has looked at."""


def was_seen(entries: Sequence[Entry], *, amounts_twice: bool = False) -> bool:
    """Whether nothing that matters was hard to see: doubts about its meaning no second reader would settle."""
    return (
        bool(entries)
        and (amounts_twice or not any(may_have_lost_a_point(entry) for entry in entries))
        and all(
            entry.kind == "not_a_certificate"
            or all(name in entry.fields and entry.fields[name].legible >= SURE for name in SEEN[entry.kind])
            for entry in entries
        )
    )


def may_have_lost_a_point(entry: Entry) -> bool:
    """Whether an amount that counts is so large and round, or was seen so poorly, that 1.0 may have been read as 10."""
    quantity = entry.fields.get("quantity")
    if entry.kind == "not_a_certificate" or quantity is None or "." in quantity.value:
        return False
    return int(quantity.value) >= 10 or quantity.legible < CLEARLY


def confirmed(quick: Sequence[Entry], closer: Sequence[Entry]) -> bool:
    """Whether a closer look at some lines found nothing that the quick one had not made out at least roughly."""
    return len(quick) == len(closer) and all(
        one.kind == other.kind and all(_roughly(one.fields.get(name), other.fields.get(name)) for name in FIRST_OF_ALL)
        for one, other in zip(quick, closer, strict=True)
    )


def _roughly(one: Field | None, other: Field | None) -> bool:
    if one is None or other is None:
        return one is other
    return fuzz.ratio(one.value.lower(), other.value.lower()) >= ROUGHLY


def says_enough(entries: Sequence[Entry]) -> bool:
    """Whether every field that matters was read, and surely."""
    return bool(entries) and all(
        entry.kind in NEEDED and all(name in entry.fields and entry.fields[name].sure for name in NEEDED[entry.kind])
        for entry in entries
    )


def agreed(quick: Sequence[Entry], patient: Sequence[Entry]) -> list[Entry]:
    """What the patient reader saw, made surer or doubtful by what the quick one did."""
    if not patient:
        return alone(quick)
    if len(quick) != len(patient):
        return alone(quick if _worth(quick) > _worth(patient) else patient)
    return [_both(one, other) for one, other in zip(quick, patient, strict=True)]


def doubted(entries: Sequence[Entry]) -> list[Entry]:
    """What a reader that was not sure saw, every field of it as a question: nobody looked again."""
    return [_with_doubts(entry, {name: _less_sure(one) for name, one in entry.fields.items()}) for entry in entries]


def _less_sure(field: Field) -> Field:
    return replace(field, confidence=min(field.confidence, DOUBTED))


def alone(entries: Sequence[Entry]) -> list[Entry]:
    """What one reader saw and no other: figures are sure only where they were seen clearly."""
    return [
        _with_doubts(entry, {name: _seen_once(name, one) for name, one in entry.fields.items()}) for entry in entries
    ]


def _seen_once(name: str, field: Field) -> Field:
    unclear = name in FIGURES and field.legible < CLEARLY
    return _less_sure(field) if unclear else field


def _with_doubts(entry: Entry, fields: dict[str, Field]) -> Entry:
    """The entry with these fields, and a question for each that is doubtful now and was not before."""
    known = {question.field for question in entry.questions}
    new = [asked(name, one, "") for name, one in fields.items() if not one.sure and name not in known]
    return replace(entry, fields=fields, questions=(*entry.questions, *new))


def _worth(entries: Sequence[Entry]) -> int:
    return sum(field.sure for entry in entries if entry.kind in NEEDED for field in entry.fields.values())


def _both(quick: Entry, patient: Entry) -> Entry:
    kind = patient if patient.kind != "not_a_certificate" or quick.kind == "not_a_certificate" else quick
    fields = {name: _seen_once(name, one) for name, one in {**quick.fields, **patient.fields}.items()}
    for name in set(quick.fields) & set(patient.fields):
        fields[name] = _one(name, quick.fields[name], patient.fields[name])
    doubtful = [name for name, field in fields.items() if not field.sure]
    questions = [
        one
        for one in (*patient.questions, *quick.questions)
        if one.field in doubtful or (one.code not in ("missing", "doubtful") and not one.field)
    ]
    known = {one.field: one for one in reversed(questions)}
    left = [one for one in patient.questions if one.code == "missing" and one.field not in fields]
    said = [known.get(name) or asked(name, fields[name], "") for name in doubtful]
    return replace(kind, fields=fields, questions=(*said, *left, *(one for one in questions if not one.field)))


def _one(name: str, quick: Field, patient: Field) -> Field:
    if quick.value == patient.value:
        best = max(quick, patient, key=lambda field: field.confidence)
        if name in FIGURES and (_means_little(quick) or _means_little(patient)):
            return _less_sure(best)
        return best
    if name in FIGURES:
        is_open = quick.legible >= SURE or patient.legible < CLEARLY
        return _less_sure(patient) if is_open else patient
    if patient.sure or not quick.sure:
        return patient
    return quick if fuzz.ratio(quick.value.lower(), patient.value.lower()) > 80 else replace(quick, confidence=DOUBTED)


def _means_little(field: Field) -> bool:
    """Whether a value was seen more surely than it is the one: something else on the paper speaks against it."""
    return not field.sure and field.confidence < field.legible
