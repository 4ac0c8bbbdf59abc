"""What every answer says to the browser: run nothing foreign, keep nothing private, send nothing without a token."""

from __future__ import annotations

import logging
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from recert.records.models import Person
from tests.security.conftest import Things, browser_of
from tests.security.routes import Route, routes

ROUTES = routes()
FETCHED = {("script", "src"), ("link", "href"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("form", "action"),
           ("use", "href"), ("object", "data"), ("embed", "src"), ("video", "src"), ("audio", "src")}  # fmt: skip
POLICY = {
    "default-src": "'none'", "style-src": "'self'", "connect-src": "'self'", "img-src": "'self' data:",
    "form-action": "'self'", "frame-ancestors": "'none'", "base-uri": "'none'", "object-src": "'none'",
}  # fmt: skip

HEADERS = {"X-Content-Type-Options": "nosniff", "X-Frame-Options": "DENY", "Referrer-Policy": "same-origin"}


class Reader(HTMLParser):
    """Collects whatever a strict policy forbids, and whatever is fetched from another place."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = dict(attrs)
        if tag == "style" or "style" in has or any(name.startswith("on") for name in has):
            self.faults.append(f"<{tag}> with inline style or handler: {attrs}")
        if tag == "script" and "src" not in has and has.get("type") not in {"application/json", "application/ld+json"}:
            self.faults.append(f"inline script: {attrs}")
        for name, value in [] if has.get("rel") in {"canonical", "alternate"} else attrs:
            if (tag, name) in FETCHED and re.match(r"(https?:)?//", value or ""):
                self.faults.append(f"<{tag}> fetches {value}")


def faults(page: str) -> list[str]:
    reader = Reader()
    reader.feed(page)
    return reader.faults


def policy_of(response: Any) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in response.headers["Content-Security-Policy"].split(";"))
    return {name: value for name, _, value in parts}


def address(route: Route, things: dict[str, Things]) -> str:
    return reverse(route.name, kwargs=route.arguments(things["dana"]))


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_every_answer_is_strict(route: Route, cast: dict[str, Person], things: dict[str, Things]) -> None:
    for person in (None, cast["dana"]):
        response = browser_of(person).get(address(route, things))
        policy = policy_of(response)
        assert {name: policy[name] for name in POLICY} == POLICY
        assert re.fullmatch(r"'self'( 'nonce-[\w+/=]{20,}')?", policy["script-src"])
        assert {name: response.headers[name] for name in HEADERS} == HEADERS
        kept = response.headers.get("Cache-Control", "")
        assert person is None or {"no-store", "private"} <= set(kept.split(", "))
        if response.headers.get("Content-Type", "").startswith("text/html"):
            assert faults(response.content.decode()) == []


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_nothing_is_done_without_the_forms_token(
    route: Route, cast: dict[str, Person], things: dict[str, Things]
) -> None:
    client = browser_of(cast["dana"])
    client.handler.enforce_csrf_checks = True
    for method in ("post", "put", "patch", "delete"):
        assert getattr(client, method)(address(route, things)).status_code == 403
    wrong = client.post(address(route, things), headers={"X-CSRFToken": "x" * 64, "HX-Request": "true"})
    assert wrong.status_code == 403


def test_the_reader_sees_what_it_looks_for() -> None:
    page = (
        '<p style="x"><a onclick="x"><script>x</script><img src="//x"><script src="https://x"></script><style></style>'
    )
    assert len(faults(page)) == 6
    assert faults('<script src="/static/a.js"></script><a href="https://aama-ntl.org">source</a>') == []


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
