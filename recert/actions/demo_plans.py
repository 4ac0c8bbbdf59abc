"""What Dana of the demo found in her certifier's catalogue, so that she has something to plan with."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from recert.actions.choose_plan import choose_plan
from recert.actions.demo_transcripts import AAMA
from recert.actions.note_own_course import note_own_course
from recert.records.models import Person


class Found(NamedTuple):
    """A course as its page describes it."""

    title: str
    quantity: str
    category: str
    price: int


DANA_FOUND = (
    Found("Insurance verification, step by step", "3", "administrative", 1500),
    Found("Telephone triage at the front desk", "3", "administrative", 1500),
    Found("Patient education in plain words", "4", "general", 2000),
    Found("The front office, all of it", "10", "administrative", 7500),
)
"""10 points for $50 at the cheapest: 6 administrative and 4 general, all approved."""


def give_dana_her_plan(dana: Person, *, holding_id: int, today: date) -> None:
    """Four courses of her own, and the cheapest plan chosen."""
    for found in DANA_FOUND:
        fields = {**found._asdict(), "provider": AAMA, "unit": "aama_ceu", "approved_by": "aama", "format": "online"}
        note_own_course(dana, fields={**fields, "hours": Decimal(found.quantity)})
    choose_plan(dana, holding_id=holding_id, goal="cost", today=today)
