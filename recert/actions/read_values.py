"""What was read from a paper, field by field: given as read, or a question to the person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from recert.actions.read_fields import FIELDS, FieldRefused, read_fields
from recert.records.models import Draft
from recert.rules.wording import N_

SURE = 0.8
NEEDED = ("title", "earned_on", "quantity", "unit")
"""Without these nothing can be counted."""
POINTS_HANG_ON = frozenset({"earned_on", "quantity", "unit"})
NOT_FOUND = N_("We could not find this on the paper.")
NOT_CERTAIN = N_("We are not sure that we read this right. Look at the paper.")
ONLY_THE_MONTH = N_("Only the month is printed. Which day was it?")
STILL_TO_COME = N_("This day is still to come, and a certificate is of something finished. Look at the year.")
Wording = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One field: its value as text, whether it is given as sure, why not, and where it stands on which page."""

    name: str
    value: str
    sure: bool
    why: tuple[Wording, ...] = ()
    box: tuple[float, ...] = ()
    page: int = 1


def found_on(draft: Draft) -> dict[str, Found]:
    """Every field read, and those that are needed and were not found."""
    asked: dict[str, list[Wording]] = {}
    for question in draft.questions:
        if question.get("field") and question.get("wording"):
            asked.setdefault(question["field"], []).append(question)
    read = {name: _found(draft, name, value, asked.get(name, [])) for name, value in _values(draft).items()}
    return {**{name: _nothing(name, asked.get(name, [])) for name in NEEDED}, **read}


def _values(draft: Draft) -> dict[str, Mapping[str, Any]]:
    known = {name: found for name, found in draft.fields.items() if isinstance(found, Mapping)}
    if draft.kind == "cpr_card":
        known = {"quantity": {"value": "1", "confidence": 1}, "unit": {"value": "card", "confidence": 1}, **known}
    return known


def _found(draft: Draft, name: str, read: Mapping[str, Any], asked: list[Wording]) -> Found:
    value, why = str(read.get("value", "")).strip(), list(asked)
    if name == "earned_on" and len(value) == len("2026-11"):
        why.append({"wording": ONLY_THE_MONTH, "values": {}})
    if name == "earned_on" and value > timezone.localdate().isoformat():
        why.append({"wording": STILL_TO_COME, "values": {}})
    sure = float(read.get("confidence", 0)) >= SURE and not why and bool(value)
    if not sure and not why:
        why.append({"wording": NOT_CERTAIN, "values": {}})
    box = tuple(read.get("box") or ())
    return Found(name=name, value=value, sure=sure, why=tuple(why), box=box, page=read.get("page") or draft.first_page)


def _nothing(name: str, asked: list[Wording]) -> Found:
    return Found(name=name, value="", sure=False, why=tuple(asked) or ({"wording": NOT_FOUND, "values": {}},))


def doubtful(draft: Draft) -> list[Found]:
    """The fields to look at first, those that points hang on before the others."""
    open_ones = [found for found in found_on(draft).values() if not found.sure and found.name in FIELDS]
    return sorted(open_ones, key=lambda found: (found.name not in NEEDED, found.name not in POINTS_HANG_ON))


def stated(draft: Draft) -> dict[str, Any]:
    """The fields as an activity would state them."""
    values = {name: found.value for name, found in found_on(draft).items() if name in FIELDS and found.value}
    kind = "cpr_card" if draft.kind == "cpr_card" else "course"
    return {"kind": kind, **values}


def is_sure(draft: Draft) -> bool:
    """Whether every field that is needed was given as sure, and nothing about the paper is open."""
    if draft.kind == "not_a_certificate" or doubtful(draft):
        return False
    try:
        read_fields(stated(draft))
    except FieldRefused:
        return False
    return not any(question.get("wording") for question in draft.questions)
