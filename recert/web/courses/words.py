"""What the catalog says in codes, in words people read."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FORMATS: Mapping[str, Promise] = {
    "online": _("Online"),
    "live_online": _("Live online"),
    "in_person": _("In person"),
}
SORTS: Mapping[str, Promise] = {
    "ce_activity": _("Continuing education"),
    "ce_collection": _("Collection of courses"),
    "live_event": _("Event"),
    "cpr_course": _("CPR or first aid"),
    "workforce_course": _("Training course"),
}
QUESTIONS: Mapping[str, Promise] = {
    "rationale": _("Does it say why the course is needed?"),
    "outcomes": _("Does it say what you will learn?"),
    "instructors": _("Does it say who teaches, and what qualifies them?"),
    "methods": _("Does it say how it is taught?"),
    "fees": _("Is the fee reasonable?"),
    "refunds": _("Does it say how to cancel and get money back?"),
}
ANSWERS: Mapping[str, Promise] = {
    "yes": _("yes"),
    "no": _("no"),
    "not_stated": _("not stated"),
}
SPECIALTIES: Mapping[str, Promise] = {
    "terminology": _("Terminology and anatomy"),
    "procedures": _("Clinical procedures"),
    "phlebotomy": _("Phlebotomy"),
    "ecg": _("ECG"),
    "pediatrics": _("Pediatrics"),
    "immunization": _("Vaccines"),
    "pharmacology": _("Medication"),
    "emergency": _("CPR and emergencies"),
    "infection": _("Infection control and OSHA"),
    "womens-health": _("Women’s health"),
    "mental-health": _("Mental health"),
    "chronic-disease": _("Chronic disease"),
    "laboratory": _("Laboratory"),
    "coding": _("Coding and billing"),
    "office": _("The front office"),
    "records": _("Records and privacy"),
}
TAUGHT = frozenset({"phlebotomy", "ecg", "coding", "office", "records", "laboratory"})
"""Specialties that schools teach as programs of their own; their list goes by the same names."""
LANGUAGES: Mapping[str, Promise] = {"en": _("English"), "es": _("Spanish")}
ORDERS: Mapping[str, Promise] = {
    "nearest": _("Nearest first"),
    "price": _("Cheapest first"),
    "soonest": _("Soonest first"),
}
