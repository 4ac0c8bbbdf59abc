"""From the start of an application to the next cycle, on the pages themselves."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client

from recert.actions.add_activity import add_activity
from recert.actions.hold_credential import hold_credential
from recert.records.models import Application, Holding, Person
from tests.security.conftest import browser_of
from tests.web.transcripts import dana_is_short, finish


@pytest.fixture(autouse=True)
def today() -> Any:
    with time_machine.travel("2026-11-22T15:00:00Z", tick=False):
        yield


@pytest.fixture
def ready(dana: Person) -> Holding:
    for category in ("administrative", "clinical", "general"):
        fields = {"earned_on": date(2025, 6, 11), "title": category, "quantity": "20", "unit": "aama_ceu"}
        add_activity(dana, fields={**fields, "category": category})
    return hold_credential(dana, credential="cma-aama", certified_on=date(2022, 3, 14))


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def note(client: Client, holding: Holding, what: str, **answers: str) -> Any:
    version = Application.objects.order_by("pk").last().version  # type: ignore[union-attr]
    data = {"version": str(version), "on": "2026-11-22", **answers}
    return client.post(f"/apply/{holding.pk}/{what}/", data)


def test_a_journey_from_the_start_to_the_next_cycle(dana: Person, ready: Holding) -> None:
    client, one = browser_of(dana), f"/apply/{ready.pk}/"
    assert "Start the application" in page(client, one)
    client.post(f"{one}start/")
    assert "I have sent it" in page(client, one)
    note(client, ready, "sent", way="online", words="Confirmation 4711")
    assert "Confirmation 4711" in page(client, one)
    note(client, ready, "asked", words="Send the description.", answer_by="2026-12-10")
    assert "Answer by Dec. 10, 2026" in page(client, one)
    note(client, ready, "answered", words="Sent it.")
    answer = note(client, ready, "accepted", recertified_on="2026-11-22")
    new = Holding.objects.get(person=dana, closed_on=None)
    assert (answer["Location"], new.cycle_ends) == (f"/?on={new.pk}", date(2031, 11, 30))
    closed = page(client, one)
    assert "The packet as it was sent" in closed
    assert "Start" not in closed


def test_the_overview_names_each_cycle_and_where_it_stands(dana: Person, ready: Holding) -> None:
    client = browser_of(dana)
    assert "Not started" in page(client, "/apply/")
    assert "Not ready yet" not in page(client, "/apply/")
    client.post(f"/apply/{ready.pk}/start/")
    assert "Preparing" in page(client, "/apply/")


def test_who_is_not_ready_is_told_so_and_led_to_the_plan_first(dana: Person) -> None:
    client, held = browser_of(dana), dana_is_short(dana)
    assert "Not ready yet" in page(client, "/apply/")
    shown = page(client, f"/apply/{held.pk}/")
    assert f'<a class="button " href="/plan/{held.pk}/">Plan how to earn what is missing</a>' in shown
    assert '<button class="button quiet" type="submit">Start the application</button>' in shown


def test_every_way_is_shown_and_what_is_not_known_is_said(dana: Person) -> None:
    shown = page(browser_of(dana), f"/apply/{dana_is_short(dana).pk}/")
    for way in ("Online", "By mail", "By e-mail", "By telephone", "By exam"):
        assert way in shown
    assert "not known" in shown


def test_each_pdf_is_one(dana: Person, ready: Holding) -> None:
    client = browser_of(dana)
    for name in ("packet.pdf?way=online", "steps.pdf", "audit.pdf"):
        response = client.get(f"/apply/{ready.pk}/{name}")
        assert (response.headers["Content-Type"], response.content[:5]) == ("application/pdf", b"%PDF-")
        assert "attachment" in response["Content-Disposition"]


def test_the_packet_as_it_was_sent_comes_back(dana: Person, ready: Holding) -> None:
    client = browser_of(dana)
    client.post(f"/apply/{ready.pk}/start/")
    note(client, ready, "sent", way="mail")
    row = Application.objects.get()
    assert b"".join(client.get(f"/apply/sent/{row.pk}.pdf").streaming_content)[:5] == b"%PDF-"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("what", "answers", "field"),
    [
        ("sent", {"way": "pigeon"}, "way"),
        ("sent", {"way": "online", "on": "2026-11-23"}, "on"),
        ("sent", {"way": "online", "on": ""}, "on"),
        ("sent", {"way": "online", "version": "9"}, "__all__"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    dana: Person, ready: Holding, what: str, answers: dict[str, str], field: str
) -> None:
    client = browser_of(dana)
    client.post(f"/apply/{ready.pk}/start/")
    answer = note(client, ready, what, **answers)
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {field})
    assert Application.objects.get().state == "preparing"


def test_a_step_that_does_not_follow_is_not_there(dana: Person, ready: Holding) -> None:
    client = browser_of(dana)
    assert client.get(f"/apply/{ready.pk}/sent/").status_code == 404
    client.post(f"/apply/{ready.pk}/start/")
    assert client.get(f"/apply/{ready.pk}/accepted/").status_code == 404
    assert client.get(f"/apply/{ready.pk}/nonsense/").status_code == 404


def test_after_a_lapse_the_ways_back_are_counted_from_ones_own_day(dana: Person, luz: Person) -> None:
    lapsed = hold_credential(dana, credential="cma-aama", certified_on=date(2021, 9, 14))
    client = browser_of(dana)
    assert "See the ways back" in page(client, f"/apply/{lapsed.pk}/")
    assert "2026" in page(client, f"/apply/{lapsed.pk}/back/")
    years_ago = hold_credential(luz, credential="rma-amt", certified_on=date(2010, 5, 1))
    assert browser_of(luz).get(f"/apply/{years_ago.pk}/back/").status_code == 200


def test_the_page_asks_as_little_of_the_database_for_many_as_for_few(
    dana: Person, ready: Holding, django_assert_max_num_queries: Any, django_assert_num_queries: Any
) -> None:
    client = browser_of(dana)
    with django_assert_max_num_queries(30) as first:
        client.get(f"/apply/{ready.pk}/")
    for number in range(30):
        finish(dana, f"More {number}", "1")
    with django_assert_num_queries(len(first)):
        client.get(f"/apply/{ready.pk}/")
