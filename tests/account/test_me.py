"""One's own account: how we speak to someone, and that leaving leaves nothing behind."""

from __future__ import annotations

from datetime import date

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from recert.actions.add_activity import add_activity
from recert.actions.check_audit_trail import check_audit_trail
from recert.actions.hold_credential import hold_credential
from recert.actions.keep_message import keep_message
from recert.actions.leave import OnlyOperatorLeft, leave
from recert.records.models import Activity, AuditEntry, Holding, KeptMessage, Person
from tests.security.conftest import browser_of

HERE = {"name": "Luz", "language": "es", "time_zone": "America/Chicago"}


def test_a_stranger_reads_the_language_their_browser_asks_for(client: Client, db: None) -> None:
    assert client.get("/accounts/login/", headers={"accept-language": "es-MX"}).headers["Content-Language"] == "es"
    assert client.get("/accounts/login/", headers={"accept-language": "fr"}).headers["Content-Language"] == "en"


def test_a_chosen_language_wins_over_the_browsers(client: Client, db: None) -> None:
    client.post("/language/", {"language": "es", "next": "/accounts/login/"})
    assert client.get("/accounts/login/", headers={"accept-language": "en"}).headers["Content-Language"] == "es"


def test_a_persons_language_wins_over_everything(luz: Person) -> None:
    assert browser_of(luz).get("/me/", headers={"accept-language": "en"}).headers["Content-Language"] == "es"


def test_changing_language_and_time_zone_is_kept_and_written_down(dana: Person) -> None:
    response = browser_of(dana).post("/me/", HERE, follow=True)
    dana.refresh_from_db()
    assert (dana.language, dana.time_zone) == ("es", "America/Chicago")
    assert response.headers["Content-Language"] == "es"
    assert AuditEntry.objects.filter(holder=dana, verb="change", noun="person").exists()


@pytest.mark.parametrize(("field", "value"), [("language", "xx"), ("time_zone", "Mars/Olympus"), ("name", "x" * 151)])
def test_what_we_cannot_do_is_refused_beside_its_field(dana: Person, field: str, value: str) -> None:
    response = browser_of(dana).post("/me/", {**HERE, field: value})
    assert response.context["form"].errors.keys() == {field}
    dana.refresh_from_db()
    assert dana.language == "en"


def settle(person: Person) -> None:
    hold_credential(person, credential="cma-aama", certified_on=date(2023, 2, 10))
    fields = {"earned_on": date(2024, 5, 1), "title": "Wound care", "quantity": "2", "unit": "aama_ceu"}
    add_activity(person, fields=fields)
    keep_message(None, to=person.email, subject="Your code", text="1234")


def test_leaving_erases_everything_at_once_and_the_trail_still_holds(dana: Person, luz: Person) -> None:
    settle(dana)
    settle(luz)
    client = browser_of(dana)
    assert client.post("/me/leave/", {"sure": "on"}).status_code == 302
    assert client.get("/me/").status_code == 302
    owners = [Person, Activity, Holding, EmailAddress, KeptMessage]
    assert [owner.objects.count() for owner in owners] == [1, 1, 1, 1, 1]
    assert check_audit_trail() == []


def test_the_trail_keeps_no_word_about_who_left(dana: Person) -> None:
    settle(dana)
    browser_of(dana).post("/me/leave/", {"sure": "on"})
    rows = AuditEntry.objects.values("actor", "holder", "object_id", "before", "after", "salt")
    assert {tuple(row.values()) for row in rows} == {(None, None, None, None, None, "")}
    assert AuditEntry.objects.filter(verb="leave").count() == 1


def test_leaving_wants_to_be_sure(dana: Person) -> None:
    assert "sure" in browser_of(dana).post("/me/leave/").context["form"].errors
    assert Person.objects.filter(pk=dana.pk).exists()


def test_leaving_asks_to_show_that_it_is_you(client: Client, dana: Person) -> None:
    client.force_login(dana)
    assert client.post("/me/leave/", {"sure": "on"})["Location"].startswith("/accounts/reauthenticate/")
    assert Person.objects.filter(pk=dana.pk).exists()


def test_the_only_operator_cannot_leave(sam: Person, rosa: Person) -> None:
    with pytest.raises(OnlyOperatorLeft, match="only operator here"):
        leave(sam)
    Person.objects.filter(pk=rosa.pk).update(is_operator=True)
    leave(sam)
    assert not Person.objects.filter(pk=sam.pk).exists()
