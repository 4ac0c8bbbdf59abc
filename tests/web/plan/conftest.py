"""A holder with a plan: Dana is short of ten administrative points, and found two courses that fill them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.test import Client

from recert.actions.change_wishes import change_wishes
from recert.actions.note_own_course import note_own_course
from recert.records.models import Holding, OwnCourse, Person
from tests.web.transcripts import dana_is_short


def found(person: Person, title: str, quantity: str, price: int | None, **fields: object) -> OwnCourse:
    """A course of the certifier's own, noted by hand."""
    usual = {"provider": "AAMA", "unit": "aama_ceu", "category": "administrative", "approved_by": "aama"}
    stated = {**usual, "hours": Decimal(quantity), "title": title, "quantity": quantity, "price": price}
    return note_own_course(person, fields={**stated, **fields})


@pytest.fixture
def held(courses: None, dana: Person, client: Client) -> Holding:
    """Three ways to the ten points: 6 for $30, 4 for $24, and 10 for $99."""
    holding = dana_is_short(dana)
    found(dana, "Billing basics", "6", 3000)
    found(dana, "Scheduling", "4", 2400)
    found(dana, "All of the front desk", "10", 9900)
    client.force_login(dana)
    return holding


@pytest.fixture
def any_price(held: Holding, dana: Person) -> Holding:
    """The holder plans with courses of unknown price too."""
    change_wishes(dana, holding_id=held.pk, stated={"prices": "all"})
    return held
