"""Find the JSON-LD documents of a page or a file, and walk all things in them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from recert.feeds.listed import FeedUnreadable

DEEPEST = 40
Thing = dict[str, Any]


class _Scripts(HTMLParser):
    """Collects what stands in script elements of linked data."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == "script" and dict(attrs).get("type", "") == "application/ld+json"
        if self._inside:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data


def things_in(text: str) -> Iterator[Thing]:
    """Every thing described, nested ones after those that hold them.

    :raises FeedUnreadable: when the text is no JSON and no page with JSON-LD.
    """
    for document in _documents(text):
        yield from _walk(document, 0)


def _documents(text: str) -> list[Any]:
    if text.lstrip()[:1] in {"{", "["}:
        return [_loaded(text)]
    scripts = _Scripts()
    scripts.feed(text)
    if not scripts.found:
        raise FeedUnreadable(
            "This is neither JSON nor a page with JSON-LD in it (a script of type application/ld+json)."
        )
    return [_loaded(script) for script in scripts.found]


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as wrong:
        raise FeedUnreadable(f"The JSON in it cannot be read: {wrong}.") from wrong


def _walk(found: Any, depth: int) -> Iterator[Thing]:
    if depth > DEEPEST:
        raise FeedUnreadable(f"Things are nested more than {DEEPEST} deep; no list of courses is.")
    if isinstance(found, dict):
        yield found
        for inner in found.values():
            yield from _walk(inner, depth + 1)
    elif isinstance(found, list):
        for inner in found:
            yield from _walk(inner, depth + 1)
