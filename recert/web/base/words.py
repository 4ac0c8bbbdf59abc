"""The names people read: categories, kinds, units, approvers, routes and confidence in plain words, ready to translate."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils import formats
from django.utils.dateparse import parse_date
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

Words = Mapping[str, str | Promise]

ABOUT: Words = {
    "total": _("Total"),
    "approved": _("Approved by your certifier"),
    "administrative": _("Administrative"),
    "clinical": _("Clinical"),
    "general": _("General"),
    "basic": _("Basic"),
    "specialty": _("Specialty"),
    "exam_outline_content": _("From the exam outline"),
}
KINDS: Words = {
    "course": _("Course"),
    "conference": _("Conference"),
    "workshop": _("Workshop"),
    "seminar": _("Seminar"),
    "college": _("College course"),
    "cpr_card": _("CPR card"),
    "exam_review": _("Exam review"),
    "authoring": _("Writing (article, chapter, book)"),
    "presenting": _("Presenting"),
    "teaching": _("Teaching"),
    "volunteering": _("Volunteering"),
    "in_service": _("Training at work (in-service)"),
    "employment": _("Employment"),
}
UNITS: Words = {
    "aama_ceu": _("AAMA CEU"),
    "iacet_ceu": _("IACET CEU (one is ten hours)"),
    "ceu": _("CEU, kind not stated"),
    "contact_hour": _("Contact hour (50 minutes)"),
    "clock_hour": _("Clock hour (60 minutes)"),
    "cme": _("CME credit"),
    "cne": _("Nursing contact hour (CNE)"),
    "ce_credit": _("CE credit"),
    "college_credit": _("College credit"),
    "point": _("Point"),
    "card": _("Card"),
    "year": _("Year"),
}
APPROVERS: Words = {
    "aama": "AAMA",
    "amt": "AMT",
    "nha": "NHA",
    "ncct": "NCCT",
    "amca": "AMCA",
    "ccbma": "CCBMA",
    "accme": _("ACCME (CME for doctors)"),
    "ancc": _("ANCC (nursing)"),
    "pace": _("P.A.C.E. (laboratory)"),
    "iacet": "IACET",
}
ROUTES: Words = {
    "all_approved": _("Online or by phone, all points on your official transcript"),
    "online": _("Online"),
    "expedited": _("Online, faster for a fee"),
    "mail": _("By mail"),
    "review": _("With review"),
    "exam": _("By exam"),
}
CONFIDENCE: Words = {
    "confirmed": _("Confirmed on the certifier's own page."),
    "copied": _("Read in a copy of the certifier's document, kept by someone else."),
    "reported": _("Reported by others; we have not seen it on the certifier's own page. Check with your certifier."),
    "conflicting": _("Sources disagree. We plan with the stricter one. Ask your certifier."),
    "unknown": _("Nobody we could find says. Ask your certifier."),
}
CONFIDENCE_SHORT: Words = {
    "confirmed": _("confirmed"),
    "copied": _("from a copy"),
    "reported": _("reported by others"),
    "conflicting": _("sources disagree"),
    "unknown": _("unknown: ask your certifier"),
}
ZONES: Words = {
    "America/New_York": _("Eastern time (New York)"),
    "America/Chicago": _("Central time (Chicago)"),
    "America/Denver": _("Mountain time (Denver)"),
    "America/Phoenix": _("Arizona (Phoenix)"),
    "America/Los_Angeles": _("Pacific time (Los Angeles)"),
    "America/Anchorage": _("Alaska (Anchorage)"),
    "Pacific/Honolulu": _("Hawaii (Honolulu)"),
    "America/Puerto_Rico": _("Puerto Rico"),
}
OCTOBER = _("October")
"""Django's Spanish writes this month alone with a capital; our catalogue says it right."""
DAYS = frozenset({"day", "starts", "ends", "from", "until"})
SENTENCES = frozenset({"says", "topic"})
EVERY_KIND: Mapping[str, Words] = {
    "about": ABOUT,
    "kind": KINDS,
    "unit": UNITS,
    "route": ROUTES,
    "confidence": CONFIDENCE,
    "confidence_short": CONFIDENCE_SHORT,
}
LISTS: Mapping[str, Words] = {"kinds": KINDS, "units": UNITS}
"""Values that name several ids at once, with commas between them."""


def word(name: str, sort: str = "about") -> str:
    """The plain word for an id; an id without one is shown as it is, so that nothing is ever hidden."""
    found = EVERY_KIND[sort].get(name)
    return name.replace("_", " ").replace("-", " ").capitalize() if found is None else str(found)


def approver_names(names: str) -> str:
    """Who approved something, as people call them: AAMA, ANCC (nursing)."""
    return ", ".join(str(APPROVERS.get(name, name.upper())) for name in names.split(";") if name)


def zone_name(zone: str) -> str:
    """What people call a time zone of the United States; any other by its own name."""
    return str(ZONES.get(zone, zone.replace("_", " ")))


def readable(values: Mapping[str, str]) -> dict[str, str]:
    """The values of a wording as people read them: ids in words, days as days, sentences of a rulebook translated."""
    return {key: _readable(key, value) for key, value in values.items()}


def _readable(key: str, value: str) -> str:
    if key in DAYS and (found := parse_date(value)):
        return formats.date_format(found, "DATE_FORMAT")
    if key in SENTENCES:
        return gettext(value)
    if key in LISTS:
        return ", ".join(f"“{LISTS[key].get(name, name)}”" for name in value.split(", "))
    return word(value, key) if key in EVERY_KIND else value


def say(item: Mapping[str, Any]) -> str:
    """The text of a reason, question or safe day of a document, in the reader's language."""
    wording = item.get("wording", "")
    return gettext(wording) % readable(item["values"]) if wording else ""
