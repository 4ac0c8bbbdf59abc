"""The one-time link makes the first operator, who reads what could not be sent; nobody else does."""

from __future__ import annotations

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from recert.actions.keep_message import keep_message
from recert.actions.make_operator import create_operator_key, is_operator_missing
from recert.records.models import Person
from tests.security.conftest import browser_of

GOOD = {"email": "nia@example.org", "password": "walnut river carpet seven"}


def test_the_link_opens_the_operators_account_without_any_mail(client: Client, db: None) -> None:
    key = create_operator_key()
    response = client.post(f"/operator/start/{key}/", GOOD, follow=True)
    assert response.redirect_chain == [("/operator/", 302)]
    assert response.status_code == 200
    assert not is_operator_missing()


def test_looking_at_the_link_does_not_use_it_up(client: Client, db: None) -> None:
    key = create_operator_key()
    client.get(f"/operator/start/{key}/")
    client.post(f"/operator/start/{key}/", GOOD)
    assert not is_operator_missing()


def test_the_link_works_once(db: None) -> None:
    key = create_operator_key()
    Client().post(f"/operator/start/{key}/", GOOD)
    page = Client().post(f"/operator/start/{key}/", {**GOOD, "email": "other@example.org"}).content.decode()
    assert "This link was used before" in page
    assert Person.objects.count() == 1


def test_a_new_link_ends_the_one_before(client: Client, db: None) -> None:
    first = create_operator_key()
    create_operator_key()
    client.post(f"/operator/start/{first}/", GOOD)
    assert Person.objects.count() == 0


def test_someone_signed_in_becomes_operator_by_the_same_link(dana: Person) -> None:
    browser_of(dana).post(f"/operator/start/{create_operator_key()}/")
    dana.refresh_from_db()
    assert dana.is_operator


def test_a_known_address_is_asked_to_sign_in_first(client: Client, dana: Person) -> None:
    page = client.post(
        f"/operator/start/{create_operator_key()}/", {**GOOD, "email": dana.email.upper()}
    ).content.decode()
    assert "This address has an account" in page
    assert is_operator_missing()


def test_an_easy_password_does_not_open_an_operators_account(client: Client, db: None) -> None:
    client.post(f"/operator/start/{create_operator_key()}/", {**GOOD, "password": "password"})
    assert is_operator_missing()


def test_the_operator_reads_what_could_not_be_sent(sam: Person) -> None:
    keep_message(None, to="dana@example.org", subject="Your code", text="It is 4711.")
    assert "It is 4711." in browser_of(sam).get("/operator/").content.decode()


@pytest.mark.parametrize("protected", [False, True])
def test_in_public_a_password_alone_does_not_open_other_peoples_codes(sam: Person, settings, protected: bool) -> None:
    settings.OPERATOR_NEEDS_SECOND_STEP = True
    keep_message(None, to="dana@example.org", subject="Your code", text="It is 4711.")
    if protected:
        Authenticator.objects.create(user=sam, type=Authenticator.Type.TOTP, data={"secret": "x"})
    response = browser_of(sam).get("/operator/")
    assert response.status_code == (200 if protected else 403)
    assert ("4711" in response.content.decode()) is protected
