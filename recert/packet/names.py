"""The names a packet prints: categories, units, kinds, approvers and certainty in plain words, ready to translate."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from recert.rules.wording import N_

ABOUT: Mapping[str, str] = {
    "total": N_("total"),
    "approved": N_("approved by the certifier"),
    "administrative": N_("administrative"),
    "clinical": N_("clinical"),
    "general": N_("general"),
    "basic": N_("basic"),
    "specialty": N_("specialty"),
    "exam_outline_content": N_("from the exam outline"),
}
UNITS: Mapping[str, str] = {
    "aama_ceu": N_("AAMA CEU"),
    "iacet_ceu": N_("IACET CEU"),
    "ceu": N_("CEU, kind not stated"),
    "contact_hour": N_("contact hours"),
    "clock_hour": N_("clock hours"),
    "cme": N_("CME credits"),
    "cne": N_("nursing contact hours (CNE)"),
    "ce_credit": N_("CE credits"),
    "college_credit": N_("college credits"),
    "point": N_("points"),
    "card": N_("CPR cards"),
    "year": N_("years"),
}
SINGLE: Mapping[str, str] = {
    "contact_hour": N_("contact hour"),
    "clock_hour": N_("clock hour"),
    "cme": N_("CME credit"),
    "cne": N_("nursing contact hour (CNE)"),
    "ce_credit": N_("CE credit"),
    "college_credit": N_("college credit"),
    "point": N_("point"),
    "card": N_("CPR card"),
    "year": N_("year"),
}
APPROVERS: Mapping[str, str] = {
    "aama": "AAMA", "amt": "AMT", "nha": "NHA", "ncct": "NCCT", "amca": "AMCA", "ccbma": "CCBMA", "accme": "ACCME",
    "ancc": "ANCC", "pace": "P.A.C.E.", "iacet": "IACET",
}  # fmt: skip
CONFIDENCE: Mapping[str, str] = {
    "confirmed": "",
    "copied": N_("read in a copy of the certifier's document"),
    "reported": N_("told by others, not by the certifier"),
    "conflicting": N_("sources disagree: ask your certifier"),
    "unknown": N_("not known: ask your certifier"),
}
READABLE: Mapping[str, Mapping[str, str]] = {
    "about": ABOUT,
    "category": ABOUT,
    "unit": UNITS,
    "single": {**UNITS, **SINGLE},
}
SENTENCES = frozenset({"says", "note", "wanted"})


def read(key: str, value: str, say: Callable[[str], str]) -> str:
    """A value of a sentence as people read it."""
    if (sort := key.rstrip("0123456789")) in READABLE:
        return name(value, READABLE[sort], say)
    return say(value) if key in SENTENCES and value else value


def name(identity: str, among: Mapping[str, str], say: Callable[[str], str]) -> str:
    """The plain name of an id; one without a name is shown as it is, so that nothing is hidden.

    >>> name("clinical", ABOUT, str), name("skills_lab", ABOUT, str)
    ('clinical', 'skills lab')
    """
    found = among.get(identity)
    return identity.replace("_", " ") if found is None else say(found)


def decimal(quantity: Decimal) -> str:
    """A quantity without the zeros of its scale.

    >>> decimal(Decimal("2.50")), decimal(Decimal("20"))
    ('2.5', '20')
    """
    text = f"{quantity:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount(quantity: str, unit: str, say: Callable[[str], str]) -> str:
    """A certificate's own amount and kind of credit.

    >>> amount("1", "contact_hour", str), amount("1.5", "cme", str), amount("1", "aama_ceu", str)
    ('1 contact hour', '1.5 CME credits', '1 AAMA CEU')
    """
    among = SINGLE if quantity == "1" and unit in SINGLE else UNITS
    return f"{quantity} {name(unit, among, say)}"
