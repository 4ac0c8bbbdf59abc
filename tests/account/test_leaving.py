"""Leaving: asked for, waited for, taken back by signing in, and then for good."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from recert.actions.add_activity import add_activity
from recert.actions.check_audit_trail import check_audit_trail
from recert.actions.erase_leavers import erase_leavers
from recert.actions.hold_credential import hold_credential
from recert.actions.keep_message import keep_message
from recert.actions.leave import OnlyOperatorLeft, leave
from recert.records.models import Activity, AuditEntry, Holding, KeptMessage, Leaving, Person
from tests.security.conftest import browser_of

SIGN_IN = {"login": "dana@example.org", "password": "password"}
IN_A_MONTH = {"sure": "on", "days": "30"}


@pytest.fixture(autouse=True)
def no_scrubbing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A database cannot be written anew inside the transaction of a test; see test_no_trace."""
    monkeypatch.setattr("recert.actions.erase_leavers.scrub_database", lambda: None)


def settle(person: Person) -> None:
    hold_credential(person, credential="cma-aama", certified_on=date(2023, 2, 10))
    fields = {"earned_on": date(2024, 5, 1), "title": "Wound care", "quantity": "2", "unit": "aama_ceu"}
    add_activity(person, fields=fields)
    keep_message(None, to=person.email, subject="Your code", text="1234")


def erased_in(days: float) -> int:
    return erase_leavers(now=timezone.now() + timedelta(days=days))


def counts() -> list[int]:
    return [each.objects.count() for each in (Person, Activity, Holding, EmailAddress, KeptMessage)]


def test_after_thirty_days_everything_is_gone_and_the_trail_still_holds(dana: Person, luz: Person) -> None:
    settle(dana)
    settle(luz)
    assert browser_of(dana).post("/me/leave/", IN_A_MONTH)["Location"] == "/"
    assert (erased_in(29.9), counts()) == (0, [2, 2, 2, 2, 2])
    assert (erased_in(30.1), counts()) == (1, [1, 1, 1, 1, 1])
    assert check_audit_trail() == []


def test_on_request_it_is_the_next_day(dana: Person) -> None:
    browser_of(dana).post("/me/leave/", {"sure": "on", "days": "1"})
    assert (erased_in(0.9), erased_in(1.1)) == (0, 1)


def test_every_device_is_signed_out_at_once(dana: Person, luz: Person) -> None:
    phone, desk, other = browser_of(dana), browser_of(dana), browser_of(luz)
    phone.post("/me/leave/", IN_A_MONTH)
    assert [browser.get("/me/").status_code for browser in (phone, desk, other)] == [302, 302, 200]


def test_signing_in_again_keeps_everything(client: Client, dana: Person) -> None:
    settle(dana)
    browser_of(dana).post("/me/leave/", IN_A_MONTH)
    answer = client.post("/accounts/login/", SIGN_IN, follow=True)
    assert "Your account stays" in answer.content.decode()
    assert not Leaving.objects.exists()
    assert (erased_in(31), dana.activities.count()) == (0, 1)
    assert AuditEntry.objects.filter(verb="stay", holder=dana).exists()


def test_signing_in_says_nothing_to_those_who_stay_anyway(client: Client, dana: Person) -> None:
    answer = client.post("/accounts/login/", SIGN_IN, follow=True)
    assert "Your account stays" not in answer.content.decode()


def test_asking_again_sets_another_day(dana: Person) -> None:
    leave(dana)
    leave(dana, days=1)
    assert (Leaving.objects.count(), erased_in(1.1)) == (1, 1)


def test_erasing_twice_is_erasing_once(dana: Person) -> None:
    leave(dana)
    assert (erased_in(31), erased_in(32)) == (1, 0)


def test_the_trail_keeps_no_word_about_who_left(dana: Person) -> None:
    settle(dana)
    leave(dana)
    erased_in(31)
    rows = AuditEntry.objects.values("actor", "holder", "object_id", "before", "after", "salt")
    assert {tuple(row.values()) for row in rows} == {(None, None, None, None, None, "")}
    assert AuditEntry.objects.filter(verb="erase").count() == 1


def test_no_session_outlives_its_person(dana: Person) -> None:
    leave(dana)
    browser_of(dana)
    assert Session.objects.exists()
    erased_in(31)
    assert not Session.objects.exists()


@pytest.mark.parametrize("answer", [{}, {"sure": "on"}, {"days": "30"}, {"sure": "on", "days": "7"}])
def test_leaving_wants_to_be_sure(dana: Person, answer: dict[str, str]) -> None:
    assert browser_of(dana).post("/me/leave/", answer).context["form"].errors
    assert not Leaving.objects.exists()


def test_leaving_asks_to_show_that_it_is_you(client: Client, dana: Person) -> None:
    client.force_login(dana)
    assert client.post("/me/leave/", IN_A_MONTH)["Location"].startswith("/accounts/reauthenticate/")
    assert not Leaving.objects.exists()


def test_the_only_operator_cannot_leave(sam: Person, rosa: Person) -> None:
    with pytest.raises(OnlyOperatorLeft, match="only operator here"):
        leave(sam)
    Person.objects.filter(pk=rosa.pk).update(is_operator=True)
    leave(sam)
    rosa.refresh_from_db()
    with pytest.raises(OnlyOperatorLeft):
        leave(rosa)


def test_an_operator_who_became_the_only_one_is_not_erased(sam: Person, rosa: Person) -> None:
    Person.objects.filter(pk=rosa.pk).update(is_operator=True)
    leave(sam)
    Person.objects.filter(pk=rosa.pk).delete()
    assert erased_in(31) == 0
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        assert Person.objects.filter(pk=sam.pk).exists()
