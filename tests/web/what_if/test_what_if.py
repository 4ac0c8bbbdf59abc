"""What if shows another standing beside the real one, and changes nothing."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client

from recert.actions.add_activity import add_activity
from recert.actions.hold_credential import hold_credential
from recert.records.models import Activity, Holding, StoredVerdict
from recert.records.people import Person


@pytest.fixture
def held(client: Client, dana: Person) -> Holding:
    add_activity(dana, fields={"earned_on": "2025-01-02", "quantity": "20", "unit": "aama_ceu", "category": "clinical"})
    client.force_login(dana)
    return hold_credential(dana, credential="cma-aama", certified_on=date(2024, 3, 5))


def imagine(client: Client, held: Holding, **asked: str) -> str:
    response = client.get(f"/what-if/{held.pk}/", asked)
    assert response.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_a_course_moves_its_requirements_and_nothing_is_kept(client: Client, held: Holding) -> None:
    page = imagine(client, held, quantity="3", unit="aama_ceu", category="general", earned_on="2025-02-03")
    assert "Points still to earn: 40 now, 37 then" in page
    assert "General 10 0 3 changes" in page
    assert Activity.objects.count() == 1
    assert not StoredVerdict.objects.exists()


def test_a_course_that_does_not_count_says_why(client: Client, held: Holding) -> None:
    page = imagine(client, held, quantity="1", unit="cme", minutes="30", earned_on="2025-02-03")
    assert "Lasted 30 minutes" in page
    assert "Points still to earn: 40 now, 40 then" in page


def test_another_day_shows_which_ways_are_too_late(client: Client, held: Holding) -> None:
    page = imagine(client, held, as_of="2029-03-15")
    assert "By mail: too late to be safe apply by March 1, 2029" in page
    assert "all points on your official transcript: in time" in page


def test_the_exam_needs_no_points_and_names_its_days_and_price(client: Client, held: Holding) -> None:
    page = imagine(client, held, route="exam")
    assert "By exam you need no points. Pass by Jan. 31, 2029, so apply well before." in page.replace("January", "Jan.")
    assert "The exam costs 125 dollars for AAMA members." in page


def test_the_last_day_for_the_exam_is_told_in_the_same_words_as_in_the_standing(client: Client, held: Holding) -> None:
    page = imagine(client, held, as_of="2029-01-31")
    assert "By exam: in time pass by Jan. 31, 2029, so apply well before" in page
    standing = client.get(f"/standing/{held.pk}/").content.decode()
    assert "pass by Jan. 31, 2029, so apply well before" in " ".join(standing.split())


def test_the_exam_is_too_late_once_the_day_to_pass_is_gone(client: Client, held: Holding) -> None:
    assert "By exam: too late to be safe pass by Jan. 31, 2029" in imagine(client, held, as_of="2029-02-01")


def test_imagining_the_exam_on_another_day_says_whether_that_is_too_late(client: Client, held: Holding) -> None:
    told = "By exam you need no points. Pass by Jan. 31, 2029, so apply well before."
    assert f"{told} in time" in imagine(client, held, route="exam", as_of="2029-01-31")
    assert f"{told} too late to be safe" in imagine(client, held, route="exam", as_of="2029-02-01")


def test_after_the_cycle_the_last_day_for_points_is_named(client: Client, held: Holding) -> None:
    page = imagine(client, held, as_of="2029-06-29")
    assert "By mail: too late to be safe" in page
    assert "You can still recertify with points until June 29, 2029." in page


@pytest.mark.parametrize("route", ["points", "exam"])
def test_after_the_last_day_for_points_only_the_exam_is_left_to_ask_about(
    route: str, client: Client, held: Holding
) -> None:
    page = imagine(client, held, route=route, as_of="2029-06-30")
    assert "Recertifying with points closed on June 29, 2029. Ask your certifier about the exam." in page
    assert ("By mail: closed" in page) == (route == "points")


def test_an_amount_without_its_unit_is_asked_about(client: Client, held: Holding) -> None:
    assert "Say of what, or leave the amount open too." in imagine(client, held, quantity="3")


def test_somebody_elses_credential_is_not_found(client: Client, held: Holding, evan: Person) -> None:
    client.force_login(evan)
    assert client.get(f"/what-if/{held.pk}/").status_code == 404
