"""Every address × everybody × one's own and another's things × reading and sending: no answer is a surprise."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse

from tests.security.conftest import Things, World, secret_of
from tests.security.expectations import EXPECTATIONS, OPERATOR_FORM, OPERATORS
from tests.security.routes import EVERYBODYS, OWNED, Route, routes

ACTORS = ["stranger", "dana", "luz", "evan", "rosa", "okafor", "sam"]
ROUTES = routes()


def test_every_address_has_a_name_and_an_expectation() -> None:
    assert sorted({route.name for route in ROUTES} - set(EXPECTATIONS)) == []


def test_every_expectation_speaks_of_an_address() -> None:
    assert sorted(set(EXPECTATIONS) - {route.name for route in ROUTES}) == []


def test_every_argument_of_an_address_is_known() -> None:
    assert {name for route in ROUTES for name in route.takes} <= OWNED | set(EVERYBODYS)


def expected(route: Route, part: str, method: str) -> set[str]:
    parts = dict(zip(["stranger", "person", "privileged"], EXPECTATIONS[route.name].split(" | "), strict=False))
    return set(parts[part].split()[0 if method == "get" else 1].split("/"))


def part_of(actor: str, *, route: Route, owner: str) -> str:
    """Which part of the expectation applies to someone."""
    if actor == "stranger":
        return "stranger"
    privileged = owner if route.owned else "sam" if EXPECTATIONS[route.name] in {OPERATORS, OPERATOR_FORM} else ""
    return "privileged" if actor == privileged else "person"


def answer(response: HttpResponse) -> str:
    if response.status_code not in {301, 302, 303, 307}:
        return str(response.status_code)
    target = response["Location"]
    return "sign-in" if target.startswith("/accounts/login/") else "prove" if "reauthenticate" in target else "go"


def addresses(route: Route, things: dict[str, Things]) -> Iterator[tuple[str, str]]:
    """The address for each owner's thing; one address where it speaks of nobody's."""
    for owner in things if route.owned else ["dana"]:
        own = things[owner]
        special = {"activity-restore": {"activity_id": own["trashed_id"]}}
        special |= {"certificate-restore": {"certificate_id": own["trashed_paper_id"]}}
        special |= {name: {"read_id": own["settled_id"]} for name in ("read-done", "read-reopen")}
        special |= {name: {"draft_id": own["confirmed_id"]} for name in ("import-done", "import-undo")}
        yield owner, reverse(route.name, kwargs=route.arguments(own | special.get(route.name, {})))


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_everybody_gets_what_is_theirs(route: Route, world: World) -> None:
    for owner, address in addresses(route, world.things):
        for actor in ACTORS:
            part = part_of(actor, route=route, owner=owner)
            for method in ("get", "post"):
                response, changes = world.ask(actor, method, address)
                told = (actor, method, address, changes)
                assert answer(response) in expected(route, part, method), told
                assert not leaks(response, actor), told
                assert not changes or part == "privileged" or (part == "person" and not route.owned), told


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_no_other_method_changes_anything(route: Route, world: World) -> None:
    for _, address in addresses(route, world.things):
        for method in ("put", "patch", "delete", "options", "head"):
            for actor in ("stranger", "dana", "evan"):
                response, changes = world.ask(actor, method, address)
                told = (actor, method, address)
                assert response.status_code < 500, told
                assert not changes, told
                assert not leaks(response, actor), told


def leaks(response: Any, actor: str) -> list[str]:
    """Whatever of somebody else's can be read in an answer."""
    body = response.content.decode(errors="replace")
    others = {"dana", "luz"} - {actor}
    return [word for owner in others for word in (secret_of(owner), f"{owner}@example.org") if word in body]
