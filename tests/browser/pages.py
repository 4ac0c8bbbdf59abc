"""Open pages as people do: on a phone or a desk, by day or night, in English or Spanish."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

from tests.browser.chromium import FLAGS, executable


@dataclass(frozen=True)
class Look:
    """How someone looks at a page."""

    width: int = 320
    scheme: str = "light"
    language: str = "en"
    scripts: bool = True


LOOKS = [Look(width=width, scheme=scheme) for width in (320, 1280) for scheme in ("light", "dark")]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    return {"executable_path": executable(), "args": FLAGS, "headless": True}


@pytest.fixture
def visit(browser: Browser, live_server, browser_problems: list[str]) -> Iterator[Callable[..., Page]]:
    """Open a path of the running server; a request that leaves it or an error on the console fails the test."""
    contexts = []

    def visit(path: str, *, look: Look = Look(), cookies: dict[str, str] | None = None) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": look.width, "height": 800},
            color_scheme=look.scheme,
            locale=look.language,
            java_script_enabled=look.scripts,
        )
        contexts.append(context)
        context.add_cookies([{"name": k, "value": v, "url": live_server.url} for k, v in (cookies or {}).items()])
        context.route(lambda url: not url.startswith(live_server.url), lambda route: refuse(route, browser_problems))
        page = context.new_page()
        page.on("console", lambda message: note(message, browser_problems))
        page.on("pageerror", lambda error: browser_problems.append(str(error)))
        page.goto(path)
        return page

    yield visit
    for context in contexts:
        context.close()


@pytest.fixture
def browser_problems() -> Iterator[list[str]]:
    problems: list[str] = []
    yield problems
    assert problems == []


def refuse(route: Route, problems: list[str]) -> None:
    problems.append(f"a request left the server: {route.request.url}")
    route.abort()


def note(message, problems: list[str]) -> None:
    if message.type == "error":
        problems.append(f"console: {message.text}")


@pytest.fixture
def signed_in(client) -> Callable[..., dict[str, str]]:
    """The cookies of someone who has signed in, to hand to `visit`."""

    def cookies_of(person) -> dict[str, str]:
        client.force_login(person)
        return {name: morsel.value for name, morsel in client.cookies.items()}

    return cookies_of


@pytest.fixture(scope="session")
def axe() -> Axe:
    return Axe()


@pytest.fixture
def faults(axe: Axe) -> Callable[[Page], list[str]]:
    """What axe finds wrong with a page, one line each."""

    def faults(page: Page) -> list[str]:
        found = axe.run(page).response["violations"]
        return [f"{one['id']}: {node['target']}" for one in found for node in one["nodes"]]

    return faults
