"""Does it count? answers anyone in words, says why, and keeps nothing."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client

from recert.actions.add_activity import add_activity
from recert.actions.hold_credential import hold_credential
from recert.records.models import Activity
from recert.records.people import Person

pytestmark = pytest.mark.django_db
COURSE = {"credential": "cma-aama", "quantity": "1", "unit": "cme", "kind": "course"}


def ask(client: Client, **stated: str) -> str:
    response = client.post("/check/", COURSE | stated)
    assert response.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_a_stranger_is_told_yes_with_the_points_the_area_and_the_rule(client: Client) -> None:
    page = ask(client, category="clinical", relevant="yes")
    assert "Yes, it counts" in page
    assert "Worth for the CMA (AAMA): 1. Of these, Clinical: 1." in page
    assert "One CME credit is one point." in page


def test_a_short_webinar_is_a_no_with_its_reason(client: Client) -> None:
    page = ask(client, minutes="30")
    assert "No, it does not count" in page
    assert "Lasted 30 minutes; activities without this approval must last at least 50." in page


def test_a_bare_ceu_depends_and_says_what_to_ask(client: Client) -> None:
    page = ask(client, unit="ceu", quantity="2")
    assert "It depends" in page
    assert "can mean one hour or ten" in page


def test_the_papers_to_keep_are_named_for_credit_from_outside(client: Client) -> None:
    assert "Course description" in ask(client)
    assert "Paper to keep" not in ask(client, unit="aama_ceu", approved_by="aama")


def test_an_open_area_gets_a_suggestion_with_the_outline_line_behind_it(client: Client) -> None:
    page = ask(client, title="Phlebotomy update")
    assert "Probably Clinical: Phlebotomy and specimens reported by others" in page


def test_without_dates_the_cycle_is_assumed_and_said_to_be(client: Client) -> None:
    assert "You gave no dates" in ask(client)
    assert "You gave no dates" not in ask(client, certified_on="2024-03-05", earned_on="2025-01-02")


def test_a_course_before_the_cycle_does_not_count(client: Client) -> None:
    page = ask(client, certified_on="2024-03-05", earned_on="2023-01-02")
    assert "outside the cycle" in page


def test_a_certifier_that_prints_the_end_asks_for_it(client: Client) -> None:
    page = ask(client, credential="ccma-nha", unit="ce_credit", certified_on="2025-03-05")
    assert "prints the day your CCMA (NHA) expires" in page


def test_bad_answers_come_back_with_a_sentence_at_their_field(client: Client) -> None:
    assert "Some answers need another look." in ask(client, quantity="many")


def test_a_pasted_page_fills_the_form_and_says_what_it_was_read_from(client: Client) -> None:
    text = "Order of Draw\nApproved for 1.5 ANCC contact hours\nLength: 90 minutes"
    page = client.post("/check/", {"text": text}).content.decode()
    assert "We read this from the page. Please check it." in page
    assert "<q>1.5 ANCC contact hours</q>" in page
    assert 'name="minutes" value="90"' in page
    assert re.search(r'value="ancc"[^>]* checked', page)
    assert "Probably Clinical:" in page
    assert '<option value="clinical" selected>' in page


def test_a_page_that_says_nothing_is_said_to_say_nothing(client: Client) -> None:
    assert "We found no hours" in client.post("/check/", {"text": "..."}).content.decode()


def test_a_link_can_choose_the_credential(client: Client) -> None:
    page = client.get("/check/", {"credential": "rma-amt"}).content.decode()
    assert '<option value="rma-amt" selected>' in page


def test_a_holder_sees_what_it_does_to_their_own_standing_and_nothing_is_kept(client: Client, dana: Person) -> None:
    held = hold_credential(dana, credential="cma-aama", certified_on=date(2024, 3, 5))
    stated = {"earned_on": "2025-01-02", "quantity": "7", "unit": "aama_ceu", "category": "clinical"}
    add_activity(dana, fields=stated)
    client.force_login(dana)
    assert f'<option value="held-{held.pk}" selected>' in client.get("/check/").content.decode()
    page = ask(client, credential=f"held-{held.pk}", quantity="2", category="clinical", earned_on="2025-02-03")
    assert "Clinical: it fills 2 of the 3 you still need." in page
    assert Activity.objects.count() == 1


def test_somebody_elses_holding_cannot_be_asked_about(client: Client, dana: Person, evan: Person) -> None:
    held = hold_credential(dana, credential="cma-aama", certified_on=date(2024, 3, 5))
    client.force_login(evan)
    assert "is not one of the available choices" in ask(client, credential=f"held-{held.pk}")


def test_asking_too_often_is_slowed_down_for_strangers_and_reading_never_is(client: Client, settings: object) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"check": "2/m/ip"}
    answers = [client.post("/check/", COURSE).status_code for _ in range(3)]
    assert answers == [200, 200, 429]
    assert client.get("/check/").status_code == 200


def test_a_day_nobody_alive_could_mean_is_refused_in_a_sentence(client: Client) -> None:
    assert "Write a year from 1950 to 2100." in ask(client, certified_on="0001-01-01")
    assert "Write a year from 1950 to 2100." in ask(client, cycle_ends="9999-12-31")
