"""Hold what the reader said of a paper against what is printed on it, field by field."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from rapidfuzz import fuzz

from evaluation.truth import FIELDS, Entry

SURE = 0.8
ALIKE = 90  # per cent of a title's letters: OCR may lose an accent, not a word
DAYS = frozenset({"earned_on", "expires_on"})
NUMBERS = frozenset({"quantity", "minutes"})
LOOSE = frozenset({"title", "holder", "provider"})
NO_ENTRY: Mapping[str, Any] = {"fields": {}, "questions": [], "kind": ""}


@dataclass(frozen=True)
class Mark:
    """How one field of one certificate was read."""

    field: str
    outcome: str
    """`right` (and sure), `hinted` (right, as a question), `asked` (wrong or empty, as a question), `missed` (nothing
    said, nothing asked), `wrong` (sure of another value), `invented` (sure of what the paper does not say)"""
    said: str = ""
    answer: str = ""


def marks(truth: Sequence[Entry], said: Sequence[Mapping[str, Any]]) -> Iterator[Mark]:
    """A mark for every field that is on the paper, and for every one that was surely read and is not."""
    for entry, reading in paired(truth, said):
        if entry is None:
            yield from (Mark(name, "invented", value["value"]) for name, value in _sure(reading))
        elif entry.kind != "not_a_certificate":
            yield from _of_one(entry, reading)


def kinds(truth: Sequence[Entry], said: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """The kind of each certificate and the one it was read as; "" where there is none."""
    for entry, reading in paired(truth, said):
        yield (entry.kind if entry else "", reading["kind"])


def paired(truth: Sequence[Entry], said: Sequence[Mapping[str, Any]]) -> list[tuple[Entry | None, Mapping[str, Any]]]:
    """Each certificate with the reading that fits it best, then the readings left over."""
    fits = sorted(
        ((_fit(entry, one), -place, -seat) for place, entry in enumerate(truth) for seat, one in enumerate(said)),
        reverse=True,
    )
    seats: dict[int, int] = {}
    for _, place, seat in fits:
        if -place not in seats and -seat not in seats.values():
            seats[-place] = -seat
    pairs = [(entry, said[seats[place]] if place in seats else NO_ENTRY) for place, entry in enumerate(truth)]
    return [*pairs, *((None, one) for seat, one in enumerate(said) if seat not in seats.values())]


def is_right(field: str, value: str, answers: Iterable[str]) -> bool:
    """Whether a value is one of the right readings, as a person would say."""
    return any(_same(field, value, answer) for answer in answers)


def _fit(entry: Entry, said: Mapping[str, Any]) -> tuple[int, int]:
    hits = sum(is_right(name, value["value"], entry.answers(name)) for name, value in said["fields"].items())
    return hits + (said["kind"] == entry.kind), -abs(int(said.get("page", 1)) - entry.page)


def _of_one(entry: Entry, said: Mapping[str, Any]) -> Iterator[Mark]:
    asked = {question.get("field") for question in said["questions"]}
    for name in FIELDS:
        found, answers = said["fields"].get(name), entry.answers(name)
        if name in entry.fields:
            yield _mark(name, found, answers, asked=name in asked)
        elif found and found["confidence"] >= SURE:
            outcome = "right" if is_right(name, found["value"], answers) else "invented"
            yield Mark(name, outcome, found["value"], " | ".join(answers))


def _mark(name: str, found: Mapping[str, Any] | None, answers: Sequence[str], *, asked: bool) -> Mark:
    answer = " | ".join(answers)
    if found is None:
        return Mark(name, "asked" if asked else "missed", "", answer)
    right, sure = is_right(name, found["value"], answers), found["confidence"] >= SURE
    outcome = ("right" if right else "wrong") if sure else ("hinted" if right else "asked")
    return Mark(name, outcome, found["value"], answer)


def _sure(said: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if said["kind"] != "not_a_certificate":
        yield from ((name, one) for name, one in said["fields"].items() if one["confidence"] >= SURE)


def _same(field: str, value: str, answer: str) -> bool:
    if field in DAYS:
        return value in {answer, _last_day(answer)}
    if field in NUMBERS:
        return _number(value) == _number(answer)
    if field == "approved_by":
        return set(value.split(";")) <= set(answer.split(";")) and bool(value)
    if field == "holder":
        return plain(_name(value)) == plain(_name(answer))
    if field in LOOSE:
        return fuzz.ratio(plain(value), plain(answer)) >= ALIKE
    return re.sub(r"\W", "", value).casefold() == re.sub(r"\W", "", answer).casefold()


def plain(text: str) -> str:
    """
    >>> plain("  «Ética  y Confidencialidad» ")
    'etica y confidencialidad'
    """
    letters = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"\w+", "".join(one for one in letters if not unicodedata.combining(one))))


def _name(text: str) -> str:
    """A name without what follows it: "Dana Whitfield, CMA (AAMA)" is Dana Whitfield."""
    return re.split(r",|\s+(?=(?:CMA|RMA|CCMA|RN|LPN|MD|DO|NP|PA-C|MA)\b)", text)[0]


def _last_day(answer: str) -> str:
    """The last day of a month that is all a card says."""
    if len(answer) != 7:
        return answer
    return f"{answer}-{monthrange(int(answer[:4]), int(answer[5:]))[1]:02}"


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
