"""Every address of the product, found by walking its own map."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from recert.web.guide.answers import ANSWERS

# Which of a holder's things an address speaks of, by the name of its argument.
OWNED = {
    "certificate_id", "read_id", "holding_id", "activity_id", "verdict_id", "draft_id", "notice_id", "reminder_id",
    "step_id", "own_id", "search_id", "application_id", "pk",
}  # fmt: skip
EVERYBODYS = {
    "review_id": 999_999,
    "feed": "no-such-feed",
    "id": "cma-aama",
    "page": 1,
    "what": "asked",
    "credential": "cma-aama",
    "edition": "2020-01-01",
    "slug": next(iter(ANSWERS)),
    "key": "not-a-key",
    "unitid": 103501,
    "course": "C0001",
    "provider": "P001",
    "token": "no-such-link",
}


@dataclass(frozen=True)
class Route:
    """One address, and the names of what it takes."""

    name: str
    takes: frozenset[str]

    @property
    def owned(self) -> bool:
        return bool(self.takes & OWNED)

    def arguments(self, things: dict[str, Any]) -> dict[str, Any]:
        return {name: things[name] if name in OWNED else EVERYBODYS[name] for name in self.takes}


def routes() -> list[Route]:
    return sorted(walk(get_resolver()), key=lambda route: route.name)


def walk(resolver: URLResolver, before: frozenset[str] = frozenset()) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        takes = before | frozenset(entry.pattern.regex.groupindex)
        if isinstance(entry, URLPattern):
            yield Route(entry.name or f"(nameless) {entry.pattern}", takes)
        else:
            yield from walk(entry, takes)
