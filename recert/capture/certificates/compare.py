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
    """Whether an amount that counts is so large and round that 1.0 may have been read as 10."""
    quantity = entry.fields.get("quantity")
    return (
        entry.kind != "not_a_certificate"
        and quantity is not None
        and "." not in quantity.value
        and int(quantity.value) >= 10
    )


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
        return list(quick)
    if len(quick) != len(patient):
        return list(quick if _worth(quick) > _worth(patient) else patient)
    return [_both(one, other) for one, other in zip(quick, patient, strict=True)]


def doubted(entries: Sequence[Entry]) -> list[Entry]:
    """What a reader that was not sure saw, every field of it as a question: nobody looked again."""
    return [_doubted(entry) for entry in entries]


def _doubted(entry: Entry) -> Entry:
    known = {one.field for one in entry.questions}
    fields = {name: replace(one, confidence=min(one.confidence, DOUBTED)) for name, one in entry.fields.items()}
    asks = [asked(name, one, "") for name, one in fields.items() if name not in known]
    return replace(entry, fields=fields, questions=(*asks, *entry.questions))


def _worth(entries: Sequence[Entry]) -> int:
    return sum(field.sure for entry in entries if entry.kind in NEEDED for field in entry.fields.values())


def _both(quick: Entry, patient: Entry) -> Entry:
    kind = patient if patient.kind != "not_a_certificate" or quick.kind == "not_a_certificate" else quick
    fields = {**quick.fields, **patient.fields}
    for name in set(quick.fields) & set(patient.fields):
        fields[name] = _one(name, quick.fields[name], patient.fields[name])
    doubtful = {name for name, field in fields.items() if not field.sure}
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
        return max(quick, patient, key=lambda field: field.confidence)
    if name in FIGURES:
        return replace(patient, confidence=min(patient.confidence, DOUBTED)) if quick.sure else patient
    if patient.sure or not quick.sure:
        return patient
    return quick if fuzz.ratio(quick.value.lower(), patient.value.lower()) > 80 else replace(quick, confidence=DOUBTED)
