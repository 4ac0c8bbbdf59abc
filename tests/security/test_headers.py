"""What every answer says to the browser: run nothing foreign, keep nothing private, send nothing without a token."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.security.conftest import World
from tests.security.routes import Route, routes

ROUTES = routes()
FETCHED = {("script", "src"), ("link", "href"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("form", "action"),
           ("use", "href"), ("object", "data"), ("embed", "src"), ("video", "src"), ("audio", "src")}  # fmt: skip
POLICY = {
    "default-src": "'none'", "style-src": "'self'", "connect-src": "'self'", "img-src": "'self' data:",
    "form-action": "'self'", "frame-ancestors": "'none'", "base-uri": "'none'", "object-src": "'none'",
}  # fmt: skip
# A mail program presses this button for its reader (RFC 8058); the signed key in the address is the permission.
KEY_IS_THE_TOKEN = {"reminders-unsubscribe"}
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


def address(route: Route, world: World) -> str:
    return reverse(route.name, kwargs=route.arguments(world.things["dana"]))


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_every_answer_is_strict(route: Route, world: World) -> None:
    for actor in ("stranger", "dana"):
        response, _ = world.ask(actor, "get", address(route, world))
        policy = policy_of(response)
        assert {name: policy[name] for name in POLICY} == POLICY
        assert re.fullmatch(r"'self'( 'nonce-[\w+/=]{20,}')?", policy["script-src"])
        assert {name: response.headers[name] for name in HEADERS} == HEADERS
        kept = response.headers.get("Cache-Control", "")
        assert actor == "stranger" or {"no-store", "private"} <= set(kept.split(", "))
        if response.headers.get("Content-Type", "").startswith("text/html"):
            assert faults(response.content.decode()) == []


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_nothing_is_done_without_the_forms_token(route: Route, world: World) -> None:
    wrong = {"headers": {"X-CSRFToken": "x" * 64, "HX-Request": "true"}}
    tries = [("post", {}), ("put", {}), ("patch", {}), ("delete", {}), ("post", wrong)]
    with enforced(world.browsers["dana"]):
        for method, options in tries:
            response, changes = world.ask("dana", method, address(route, world), **options)
            refused = {404, 405} if route.name in KEY_IS_THE_TOKEN else {403}
            assert (response.status_code in refused, changes) == (True, 0)


@contextlib.contextmanager
def enforced(client: Client) -> Iterator[None]:
    """Test browsers are let through without the token, unless told otherwise."""
    client.handler.enforce_csrf_checks = True
    yield
    client.handler.enforce_csrf_checks = False


def test_the_reader_sees_what_it_looks_for() -> None:
    page = (
        '<p style="x"><a onclick="x"><script>x</script><img src="//x"><script src="https://x"></script><style></style>'
    )
    assert len(faults(page)) == 6
    assert faults('<script src="/static/a.js"></script><a href="https://aama-ntl.org">source</a>') == []
