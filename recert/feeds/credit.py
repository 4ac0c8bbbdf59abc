"""What a course's own words say its certificate will count, and who approved it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

APPROVERS = (
    ("aama", r"\bAAMA\b"),
    ("amt", r"\bAMT CE\b"),
    ("accme", r"\bAMA PRA|\bACCME\b|\bCME\b(?!LE)"),
    ("ancc", r"\bANCC\b|\bCNE\b|\bnursing contact hours"),
    ("pace", r"P\.A\.C\.E\."),
    ("iacet", r"\bIACET\b"),
)
UNITS = (
    ("aama_ceu", r"\bAAMA CEU"),
    ("cme", r"\bAMA PRA|\bCME\b"),
    ("cne", r"\bANCC\b|\bCNE\b|nursing contact hours"),
    ("contact_hour", r"contact hours|P\.A\.C\.E\.|\bIACET CEU"),
    ("ce_credit", r"\bCE\b|continuing education"),
    ("ceu", r"\bCEU"),
)
NO_CREDIT = re.compile(r"^none|no CE credit", re.IGNORECASE)
CARD = re.compile(r"\b(?:CPR|BLS|ACLS|PALS)\b|Basic Life Support", re.IGNORECASE)
"""Not first aid alone: no rule was found for it."""
LONGEST_CPR = 24
"""Hours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """`quantity` is None, and `unit` empty, where the source states no credit."""

    kind: str = "course"
    quantity: Decimal | None = None
    unit: str = ""
    approved_by: str = ""


def credit_of(row: Mapping[str, str]) -> Credit:
    """The credit a row states. Hours of a training course alone are its length, not credit.

    >>> credit_of({"record_type": "ce_activity", "credit_type": "ANCC contact hours", "hours_value": "2", "title": ""})
    Credit(kind='course', quantity=Decimal('2'), unit='cne', approved_by='ancc')
    """
    if _ends_in_a_card(row):
        is_a_part = row["delivery"] == "online"  # the card comes after a skills session
        return Credit(kind="cpr_card") if is_a_part else Credit(kind="cpr_card", quantity=Decimal(1), unit="card")
    stated = row["credit_type"]
    kind = "conference" if "conference" in row["title"].lower() else "course"
    if NO_CREDIT.search(stated):
        return Credit(kind=kind)
    approved_by = ";".join(name for name, words in APPROVERS if re.search(words, stated))
    unit = next((name for name, words in UNITS if re.search(words, stated)), "")
    hours = row["hours_value"]
    if not unit or not hours:
        return Credit(kind=kind, approved_by=approved_by)
    return Credit(kind=kind, quantity=Decimal(hours), unit=unit, approved_by=approved_by)


def _ends_in_a_card(row: Mapping[str, str]) -> bool:
    """A course of weeks that throws in a CPR card is not a CPR course."""
    is_short = not row["hours_value"] or Decimal(row["hours_value"]) <= LONGEST_CPR
    return row["record_type"] == "cpr_course" and is_short and bool(CARD.search(row["title"]))
