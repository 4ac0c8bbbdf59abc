"""Sessions, cookies, hosts and redirects: the doors that every address shares."""

from __future__ import annotations

import logging

import pytest
from django.conf import settings
from django.test import Client

from recert.records.models import Person
from tests.security.conftest import browser_of


def test_signing_in_starts_a_new_session(client: Client, dana: Person) -> None:
    client.get("/accounts/login/")
    client.post("/language/", {"language": "es"})
    before = client.session.session_key
    client.post("/accounts/login/", {"login": dana.email, "password": "password"})
    assert client.session["_auth_user_id"] == str(dana.pk)
    assert client.session.session_key != before


def test_a_new_password_ends_every_other_session(dana: Person) -> None:
    here, elsewhere = browser_of(dana), browser_of(dana)
    fields = {
        "oldpassword": "password",
        "password1": "walnut river carpet seven",
        "password2": "walnut river carpet seven",
    }
    assert here.post("/accounts/password/change/", fields).status_code == 302
    assert here.get("/me/").status_code == 200
    assert elsewhere.get("/me/").status_code == 302


def test_signing_out_ends_the_session_on_the_server(dana: Person) -> None:
    client = browser_of(dana)
    cookies = {name: morsel.value for name, morsel in client.cookies.items()}
    client.post("/accounts/logout/")
    thief = Client()
    for name, value in cookies.items():
        thief.cookies[name] = value
    assert thief.get("/me/").status_code == 302


def test_cookies_are_few_and_closed(client: Client, dana: Person) -> None:
    client.get("/accounts/login/")
    client.post("/accounts/login/", {"login": dana.email, "password": "password"})
    assert set(client.cookies) == {"session", "csrf"}
    assert all(cookie["httponly"] and cookie["samesite"] == "Lax" for cookie in client.cookies.values())


def test_another_host_is_not_served(client: Client, db: None) -> None:
    for host in ("evil.example.com", "localhost.evil.example.com", "localhost@evil.example.com"):
        assert client.get("/accounts/login/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize(
    "target", ["https://evil.example.com/", "//evil.example.com/", "/\\evil.example.com", "javascript:x"]
)
def test_no_one_is_sent_to_another_site(client: Client, dana: Person, target: str) -> None:
    answers = [
        client.post("/language/", {"language": "es", "next": target}),
        client.post("/accounts/login/", {"login": dana.email, "password": "password", "next": target}),
        client.post("/accounts/logout/", {"next": target}),
    ]
    assert [answer["Location"] for answer in answers if "evil" in answer["Location"] or ":" in answer["Location"]] == []


def test_passwords_and_keys_are_never_logged(client: Client, dana: Person, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    client.post("/accounts/login/", {"login": dana.email, "password": "canary-password-1234"})
    client.post("/operator/start/canary-key/", {"email": "x@example.org", "password": "canary-password-1234"})
    assert "canary" not in "".join(record.getMessage() for record in caplog.records if record.name != "django.request")


def test_nothing_is_told_to_developers_here() -> None:
    assert settings.DEBUG is False
