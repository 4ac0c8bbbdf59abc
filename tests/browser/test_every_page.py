"""axe finds nothing, nothing scrolls sideways and nothing fails: every page in every state, light and dark, 320 and 1280 px."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.browser.pages import note
from tests.browser.states import GROUPS, STATES, State
from tests.browser.world import World, world

__all__ = ["world"]

WIDTHS, SCHEMES = (320, 1280), ("light", "dark")
ALL_RULES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
OF_COLOUR = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}
"""By night only the colours differ: what else axe knows was asked by day, in the same page at the same width."""
RULES = {"light": ALL_RULES, "dark": OF_COLOUR}
SIDEWAYS = "document.documentElement.scrollWidth > window.innerWidth"


@pytest.fixture
def contexts(browser: Browser, live_server, world: World) -> Iterator[dict[str, BrowserContext]]:
    """One browser context to a person, signed in; leaving the server is refused."""
    made = {who: browser.new_context(base_url=live_server.url, service_workers="block") for who in whos()}
    for who, context in made.items():
        if who != "stranger":
            client = Client()
            client.force_login(world[who])
            kept = [{"name": k, "value": m.value, "url": live_server.url} for k, m in client.cookies.items()]
            context.add_cookies(kept)
    yield made
    for context in made.values():
        context.close()


def whos() -> set[str]:
    return {state.who for state in STATES}


@pytest.mark.parametrize("group", GROUPS)
def test_every_page_in_every_state_is_accessible(
    contexts, live_server, world: World, page_states: list[str], group: str
) -> None:
    found: dict[str, list[str]] = {}
    for state in GROUPS[group]:
        page = contexts[state.who].new_page()
        problems = list(faults_of(page, state, live_server.url, world, page_states))
        page.close()
        if problems:
            found[str(state)] = problems
    assert found == {}


def test_axe_sees_a_fault_by_day_and_by_night(contexts) -> None:
    page = contexts["stranger"].new_page()
    page.goto("/offline/")
    page.evaluate("document.querySelector('#main p').setAttribute('class', 'hardly')")
    page.evaluate("document.querySelector('.hardly').animate([{color: '#808080'}], {fill: 'forwards', duration: 0})")
    page.evaluate(AXE_SCRIPT)
    assert all(any(axe_faults(page, scheme)) for scheme in SCHEMES)


def faults_of(page: Page, state: State, home: str, world: World, page_states: list[str]) -> Iterator[str]:
    problems: list[str] = []
    page.on("request", lambda request: leaves(request, home, problems))
    if state.status == 200 and not state.press:
        page.on("console", lambda message: note(message, problems))
    page.on("pageerror", lambda error: problems.append(str(error)))
    response = page.goto(state.path.format(**world))
    if response is None or response.status != state.status:
        yield f"answered {response and response.status}"
        return
    if state.press:
        button = page.get_by_role("button", name=state.press, exact=True)
        if not button.count():
            yield "has no such button"
            return
        button.first.click()
        page.wait_for_load_state()  # a click ends before the answer's stylesheets are there
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    page.evaluate(AXE_SCRIPT)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        if page.evaluate(SIDEWAYS):
            yield f"{width}: scrolls sideways"
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            page_states.append(f"{state} {width} {scheme}")
            yield from (f"{width} {scheme}: {fault}" for fault in axe_faults(page, scheme))
    yield from problems


def leaves(request: Request, home: str, problems: list[str]) -> None:
    """Only watched, not held up: a route would slow every file of every page."""
    if not request.url.startswith((home, "data:", "blob:")):
        problems.append(f"a request left the server: {request.url}")


def axe_faults(page: Page, scheme: str) -> Iterator[str]:
    for one in page.evaluate("(rules) => axe.run(document, rules)", RULES[scheme])["violations"]:
        for node in one["nodes"]:
            yield f"{one['id']}: {node['target']}"
