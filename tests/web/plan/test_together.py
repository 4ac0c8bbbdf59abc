"""One plan for several credentials buys once what counts for each."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from recert.actions.change_wishes import change_wishes
from recert.actions.hold_credential import hold_credential
from recert.records.models import Person
from tests.web.plan.conftest import found
from tests.web.plan.pages import words_of
from tests.web.transcripts import finish, hold_ccma


@pytest.fixture
def two(courses: None, luz: Person, client: Client) -> Person:
    """A CCMA, ten points short, and an RMA, six points short."""
    luz.language = "en"
    luz.save()
    hold_ccma(luz)
    hold_credential(luz, credential="rma-amt", certified_on=date(2024, 5, 1))
    finish(luz, "Before", "24", "ce_credit", earned_on="2025-01-10", approved_by="amt")
    client.force_login(luz)
    return luz


def test_a_course_that_counts_for_both_is_bought_once(client: Client, two: Person) -> None:
    found(two, "For both", "10", 3000, unit="ce_credit", approved_by="", category="")
    page = words_of(client, "/plan/together/")
    assert "$30" in page
    assert "Saves $30 against a plan for each by itself." in page
    assert "CCMA (NHA): counts 10 points" in page
    assert "RMA (AMT): counts" in page
    assert "Nothing cheaper serves all of them: proved." in page
    assert "CCMA (NHA): Its days fit the end of your cycle, Aug. 14, 2027" in page


def test_a_price_nobody_states_is_neither_saved_nor_proved_cheapest(client: Client, two: Person) -> None:
    found(two, "For both", "10", None, unit="ce_credit", approved_by="", category="")
    for holding in two.holdings.all():
        change_wishes(two, holding_id=holding.pk, stated={"prices": "all"})
    page = words_of(client, "/plan/together/")
    assert "one price not known" in page
    assert "A price that is not known is weighed as a high one, never as free." in page
    assert "Saves" not in page
    assert "proved" not in page


def test_who_is_short_of_one_alone_has_nothing_to_plan_together(client: Client, two: Person) -> None:
    finish(two, "Enough", "12", "ce_credit", earned_on="2025-10-10", approved_by="nha")
    assert "nothing to plan together" in words_of(client, "/plan/together/")


def test_a_credential_without_a_plan_is_named(client: Client, two: Person) -> None:
    assert "There is no cheapest plan for RMA (AMT) and CCMA (NHA)." in words_of(client, "/plan/together/")


def test_luz_reads_her_plans_in_spanish(client: Client, two: Person) -> None:
    two.language = "es"
    two.save()
    client.force_login(two)
    found(two, "Para las dos", "10", 3000, unit="ce_credit", approved_by="", category="")
    assert "Ahorra $30 frente a un plan para cada una por separado." in words_of(client, "/plan/together/")
    page = words_of(client, "/plan/")
    assert "Tres formas de terminar" in page
    assert "Tome primero esto: Para las dos, $30, 10 puntos" in page
