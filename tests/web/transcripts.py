"""Transcripts the page tests share: Dana's is short, Luz has two credentials, and one is as long as they get."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from recert.actions.add_activity import add_activity
from recert.actions.hold_credential import hold_credential
from recert.records.models import Activity, Holding, Person

TODAY = date(2026, 11, 22)


def finish(person: Person, title: str, quantity: str, unit: str = "aama_ceu", **fields: Any) -> Activity:
    """Put one finished thing on a transcript."""
    stated = {"earned_on": "2025-06-11", "title": title, "quantity": quantity, "unit": unit, **fields}
    return add_activity(person, fields=stated)


def hold_cma(person: Person) -> Holding:
    return hold_credential(person, credential="cma-aama", certified_on=date(2022, 3, 14))


def hold_ccma(person: Person) -> Holding:
    cycle = {"cycle_starts": date(2025, 8, 15), "cycle_ends": date(2027, 8, 14)}
    return hold_credential(person, credential="ccma-nha", **cycle)


def dana_is_short(dana: Person) -> Holding:
    """10 administrative short of 10, everything else there; one bare CEU waits for an answer."""
    holding = hold_cma(dana)
    finish(dana, "Wound care", "28", category="clinical", earned_on="2023-05-06")
    finish(dana, "Medical law", "22", category="general", earned_on="2024-02-10")
    finish(dana, "Telehealth basics", "1.5", "ceu", category="clinical")
    finish(dana, "Five-minute hygiene", "0.1", "contact_hour", category="clinical", minutes=5)
    return holding


def luz_has_two(luz: Person) -> list[Holding]:
    holdings = [hold_credential(luz, credential="rma-amt", certified_on=date(2024, 5, 1)), hold_ccma(luz)]
    finish(luz, "Phlebotomy refresher", "12", "ce_credit", earned_on="2025-10-10", approved_by="nha")
    return holdings


def as_long_as_they_get(person: Person) -> list[Holding]:
    """200 activities under three credentials."""
    holdings = [hold_cma(person), *luz_has_two(person)]
    units, categories = ("aama_ceu", "contact_hour", "cme", "ceu"), ("clinical", "general", "administrative", "")
    days = [date(2022 + i // 50, 4 + i % 8, 1 + i % 28) for i in range(199)]
    rows = [
        Activity(
            person=person,
            title=f"Course {i}",
            quantity=Decimal("1.5"),
            unit=units[i % 4],
            earned_on=day,
            category=categories[i % 3],
        )
        for i, day in enumerate(days)
    ]
    Activity.objects.bulk_create(rows)
    Person.objects.transcript_changed(person.pk)
    return holdings
