"""Enrollment information: shown before it is sent, agreed to school by school, kept from everybody else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from recert.actions.ask_schools import MOST_A_DAY
from recert.records.models import Enquiry, Institution, Lead, Letter, Person, SchoolAddress
from recert.web.ask.forms import starting_values

NOW = datetime(2026, 11, 22, 17, tzinfo=UTC)
QUESTION = {"name": "Evan", "email": "evan@example.org", "phone": "", "message": "When does the next class start?"}


@pytest.fixture(autouse=True)
def today(db: None) -> Iterator[Any]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def school() -> Institution:
    where = {
        "city": "Lakeview",
        "state": "OR",
        "zip": "97201",
        "phone": "5035550100",
        "url": "https://lakeview.example.org",
    }
    school = Institution.objects.create(unitid=1, name="Lakeview Community College", **where)
    SchoolAddress.objects.create(
        institution=school, email="enroll@lakeview.example.org", source="Its page", named_at=NOW
    )
    return school


@pytest.fixture
def quiet_school() -> Institution:
    return Institution.objects.create(unitid=2, name="Riverside School", city="Riverside", state="OR", zip="97202")


def typed(*schools: Institution, agreed: tuple[Institution, ...] = (), **other: Any) -> dict[str, Any]:
    """A form opened a minute ago."""
    with time_machine.travel(NOW - timedelta(minutes=1), tick=False):
        started = starting_values()["started"]
    asked = {"school": [each.pk for each in schools], "agreed": [each.pk for each in agreed]}
    return {**QUESTION, "started": started, **asked, **({"send": "yes"} if agreed else {}), **other}


def sent_by(browser: Client, school: Institution, **other: Any) -> Enquiry:
    browser.post("/ask/", typed(school, agreed=(school,), **other))
    return Enquiry.objects.get()


def test_what_goes_to_whom_is_shown_before_anything_is_kept(client: Client, school: Institution) -> None:
    shown = client.post("/ask/", typed(school)).content.decode()
    assert "Goes to enroll@lakeview.example.org" in shown
    assert "When does the next class start?" in shown
    assert (Enquiry.objects.count(), Letter.objects.count()) == (0, 0)


def test_without_a_tick_nothing_is_sent(client: Client, school: Institution) -> None:
    shown = client.post("/ask/", typed(school, send="yes")).content.decode()
    assert "You agreed to no school, so nothing was sent." in shown
    assert not Enquiry.objects.exists()


def test_a_holder_with_their_own_address_is_sent_at_once_with_a_copy(
    client: Client, evan: Person, school: Institution
) -> None:
    client.force_login(evan)
    enquiry = sent_by(client, school)
    to_school, copy = Letter.objects.order_by("pk")
    assert (to_school.to, to_school.reply_to) == ("enroll@lakeview.example.org", "evan@example.org")
    assert to_school.text == Lead.objects.get().sent
    assert (copy.to, "When does the next class start?" in copy.text) == ("evan@example.org", True)
    assert enquiry.confirmed_at == NOW


def test_a_stranger_confirms_the_address_first_and_it_says_nothing_of_theirs(
    client: Client, school: Institution
) -> None:
    answer = client.post("/ask/", typed(school, agreed=(school,)))
    letter = Letter.objects.get()
    assert letter.to == "evan@example.org"
    assert "next class" not in letter.text
    client.post(f"{answer['Location']}confirm/")
    client.post(f"{answer['Location']}confirm/")
    assert sorted(Letter.objects.values_list("to", flat=True)) == [
        "enroll@lakeview.example.org", "evan@example.org", "evan@example.org",
    ]  # fmt: skip


def test_somebody_elses_address_typed_by_a_holder_is_confirmed_as_well(
    client: Client, dana: Person, school: Institution
) -> None:
    client.force_login(dana)
    assert sent_by(client, school).confirmed_at is None


def test_each_school_is_agreed_to_by_itself(
    client: Client, evan: Person, school: Institution, quiet_school: Institution
) -> None:
    SchoolAddress.objects.create(institution=quiet_school, email="ask@riverside.example.org", source="x", named_at=NOW)
    client.force_login(evan)
    client.post("/ask/", typed(school, quiet_school, agreed=(quiet_school,)))
    assert [lead.institution for lead in Lead.objects.all()] == [quiet_school]
    assert "Riverside School, and to nobody else" in Lead.objects.get().consent
    assert not Letter.objects.filter(to="enroll@lakeview.example.org").exists()


def test_a_school_without_an_address_gets_a_message_to_send_oneself(client: Client, quiet_school: Institution) -> None:
    shown = client.post("/ask/", typed(quiet_school)).content.decode()
    assert "We do not know where these schools take questions by e-mail, and we do not guess." in shown
    assert "When does the next class start?\n\nEvan\nevan@example.org" in shown
    assert not Enquiry.objects.exists()


def test_where_no_school_takes_mail_none_is_promised_and_the_message_can_be_changed(
    client: Client, quiet_school: Institution
) -> None:
    assert "We know no e-mail address for this." in client.get("/ask/?school=2").content.decode()
    shown = client.post("/ask/", typed(quiet_school)).content.decode()
    assert "Your message, to send yourself" in shown
    assert "What would be sent" not in shown
    again = client.post("/ask/", typed(quiet_school, again="yes")).content.decode()
    assert "When does the next class start?</textarea>" in again
    assert "That was very quick" not in again


def test_a_question_taken_back_before_it_left_never_leaves(client: Client, evan: Person, school: Institution) -> None:
    client.force_login(evan)
    answer = client.post("/ask/", typed(school, agreed=(school,)))
    client.post(f"{answer['Location']}{school.pk}/withdraw/")
    assert Letter.objects.get(to="enroll@lakeview.example.org").withdrawn_at == NOW
    assert "taken back" in client.get(answer["Location"]).content.decode()


def test_a_question_taken_back_after_it_left_asks_the_school_to_delete_it(
    client: Client, evan: Person, school: Institution
) -> None:
    client.force_login(evan)
    answer = client.post("/ask/", typed(school, agreed=(school,)))
    Letter.objects.update(handed_at=NOW, attempts=1)
    client.post(f"{answer['Location']}{school.pk}/withdraw/")
    client.post(f"{answer['Location']}{school.pk}/withdraw/")
    note = Letter.objects.get(handed_at=None)
    assert note.to == "enroll@lakeview.example.org"
    assert "has now withdrawn that request" in note.text


@pytest.mark.parametrize(
    ("other", "said"),
    [({"nickname": "Bot"}, "filled in by a program"), ({"message": "https://a.example.org www.b.example.org"}, "one link"),
     ({"started": ""}, "Something is missing"), ({"email": "no"}, "valid email"), ({"name": ""}, "required")],
)  # fmt: skip
def test_what_a_program_would_send_is_refused_without_a_riddle(
    client: Client, school: Institution, other: dict[str, str], said: str
) -> None:
    shown = client.post("/ask/", typed(school, agreed=(school,), **other)).content.decode()
    assert said in shown
    assert not Enquiry.objects.exists()


def test_a_form_sent_in_the_same_second_is_asked_to_look_again_and_loses_nothing(
    client: Client, school: Institution
) -> None:
    shown = client.post("/ask/", typed(school, started=starting_values()["started"])).content.decode()
    assert "That was very quick." in shown
    assert "When does the next class start?" in shown


def test_one_address_asks_so_often_a_day_and_no_more(client: Client, school: Institution) -> None:
    for _ in range(MOST_A_DAY + 1):
        shown = client.post("/ask/", typed(school, agreed=(school,)))
    assert "has asked five times today" in shown.content.decode()
    assert Enquiry.objects.count() == MOST_A_DAY


def test_one_place_of_the_network_asks_thirty_times_an_hour(client: Client, school: Institution) -> None:
    cache.clear()
    answers = [client.post("/ask/", typed(school)).status_code for _ in range(31)]
    assert answers[-2:] == [200, 429]


def test_a_header_cannot_be_smuggled_in_by_a_name(client: Client, evan: Person, school: Institution) -> None:
    client.force_login(evan)
    sent_by(client, school, name="Evan\r\nBcc: luz@example.org")
    letter = Letter.objects.get(to="enroll@lakeview.example.org")
    assert "\n" not in letter.subject


def test_nobody_else_reads_an_enquiry(client: Client, evan: Person, school: Institution) -> None:
    client.force_login(evan)
    sent_by(client, school)
    assert client.get("/ask/not-a-key/").status_code == 404


def test_an_operator_names_an_address_and_takes_it_back(client: Client, sam: Person, quiet_school: Institution) -> None:
    client.force_login(sam)
    said = {"unitid": quiet_school.pk, "email": "ask@riverside.example.org", "source": "Its admissions page"}
    client.post("/operator/addresses/", said)
    assert SchoolAddress.objects.get().email == "ask@riverside.example.org"
    client.post("/operator/addresses/", {**said, "email": ""})
    assert not SchoolAddress.objects.exists()
    assert "No school has this number." in client.post("/operator/addresses/", {**said, "unitid": 9}).content.decode()
