"""Naming a credential: its letters may mean several, and its days follow its certifier's own rule."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from recert.records.models import Holding, Person
from tests.web.transcripts import dana_is_short, hold_ccma, hold_cma

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(client: Client, dana: Person) -> Client:
    client.force_login(dana)
    return client


def test_letters_that_mean_several_credentials_show_them_all_with_the_traps(asked: Client) -> None:
    page = asked.get("/hold/?q=ccma").content.decode()
    assert all(name in page for name in ("CCMA (NHA)", "CCMA-A (California)"))
    assert "They have different rules: choose the one from your certifier." in page
    assert "The CMA (AAMA) is another credential" in page


def test_a_name_nobody_knows_says_what_to_try(asked: Client) -> None:
    assert "No credential by that name" in asked.get("/hold/?q=zzzzzz").content.decode()


def test_a_credential_without_confirmed_rules_cannot_be_added_and_says_why(asked: Client) -> None:
    page = asked.get("/hold/?q=CMA").content.decode()
    assert "No rule could be confirmed" in page


def test_the_cycle_follows_from_the_day_of_certification(asked: Client, dana: Person) -> None:
    asked.post("/hold/add/cma-aama/", {"certified_on": "2023-02-10"})
    assert Holding.objects.get(person=dana).cycle_ends == date(2028, 2, 29)


def test_a_first_cycle_is_asked_only_where_it_matters(asked: Client) -> None:
    assert 'name="first_cycle"' in asked.get("/hold/add/cma-aama/").content.decode()
    assert 'name="first_cycle"' not in asked.get("/hold/add/rma-amt/").content.decode()


def test_a_printed_end_is_asked_for(asked: Client) -> None:
    response = asked.post("/hold/add/ccma-nha/", {"certified_on": "2025-08-15"})
    assert response.status_code == 422
    assert not Holding.objects.exists()
    asked.post("/hold/add/ccma-nha/", {"certified_on": "2025-08-15", "cycle_ends": "2027-08-14"})
    assert Holding.objects.get().cycle_ends == date(2027, 8, 14)


def test_an_end_before_the_start_is_refused_at_its_field(asked: Client) -> None:
    page = asked.post("/hold/add/ccma-nha/", {"certified_on": "2025-08-15", "cycle_ends": "2024-01-01"})
    assert "before it starts" in page.content.decode()


def test_the_first_certification_is_not_taken_for_the_last_renewal(asked: Client) -> None:
    page = asked.post("/hold/add/ccma-nha/", {"certified_on": "2015-08-15", "cycle_ends": "2027-08-14"})
    assert "A cycle of CCMA (NHA) is 24 months. Enter the day of your last renewal." in page.content.decode()
    assert not Holding.objects.exists()


def test_the_same_credential_is_not_held_twice(asked: Client, dana: Person) -> None:
    hold_cma(dana)
    page = asked.post("/hold/add/cma-aama/", {"certified_on": "2024-01-01"}).content.decode()
    assert "You already hold CMA (AAMA) here" in page


def test_an_unknown_credential_is_not_found(asked: Client) -> None:
    assert asked.get("/hold/add/cma-nobody/").status_code == 404


def test_days_can_be_corrected(asked: Client, dana: Person) -> None:
    holding = hold_cma(dana)
    asked.post(f"/hold/{holding.pk}/edit/", {"version": 1, "certified_on": "2022-05-14", "first_cycle": "on"})
    holding.refresh_from_db()
    assert (holding.cycle_ends, holding.first_cycle) == (date(2027, 5, 31), True)


def test_a_correction_that_comes_too_late_shows_both_versions(asked: Client, dana: Person) -> None:
    holding = hold_cma(dana)
    asked.post(f"/hold/{holding.pk}/edit/", {"version": 1, "certified_on": "2022-05-14"})
    response = asked.post(f"/hold/{holding.pk}/edit/", {"version": 1, "certified_on": "2022-09-14"})
    page = response.content.decode()
    assert response.status_code == 409
    assert "May 14, 2022" in page
    assert "Sept. 14, 2022" in page


def test_a_computed_end_is_not_shown_as_if_it_had_been_printed(asked: Client, dana: Person) -> None:
    computed, printed = hold_cma(dana), hold_ccma(dana)
    assert asked.get(f"/hold/{computed.pk}/edit/").context["form"]["cycle_ends"].value() is None
    assert asked.get(f"/hold/{printed.pk}/edit/").context["form"]["cycle_ends"].value() == date(2027, 8, 14)


def test_renewing_closes_one_cycle_and_opens_the_next(asked: Client, dana: Person) -> None:
    holding = dana_is_short(dana)
    asked.post(f"/hold/{holding.pk}/renew/", {"recertified_on": "2026-11-20"})
    old, new = Holding.objects.order_by("pk")
    assert old.closed_on is not None
    assert (new.closed_on, new.cycle_ends) == (None, date(2031, 11, 30))


def test_a_closed_cycle_is_history_and_cannot_be_changed(asked: Client, dana: Person) -> None:
    holding = dana_is_short(dana)
    asked.post(f"/hold/{holding.pk}/renew/", {"recertified_on": "2026-11-20"})
    assert asked.get(f"/hold/{holding.pk}/edit/").status_code == 404


def test_dropping_asks_once_more_and_keeps_the_activities(asked: Client, dana: Person) -> None:
    holding = dana_is_short(dana)
    assert "off your list?" in asked.get(f"/hold/{holding.pk}/drop/").content.decode()
    asked.post(f"/hold/{holding.pk}/drop/")
    assert not Holding.objects.exists()
    assert dana.activities.count() == 4


@pytest.mark.parametrize("page", ["edit", "renew", "drop"])
def test_somebody_elses_holding_is_not_found(client: Client, dana: Person, evan: Person, page: str) -> None:
    holding = hold_cma(dana)
    client.force_login(evan)
    assert client.get(f"/hold/{holding.pk}/{page}/").status_code == 404
