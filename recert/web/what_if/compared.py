"""Two standings side by side, and what a day does to the ways of applying."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from recert.rules.edition import Edition
from recert.rules.numbers import Number, numbers_of

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One requirement before and after."""

    about: str
    needed: str | None
    before: str
    after: str
    finding: Document
    """The finding after, with its rule."""

    @property
    def changed(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class Way:
    """One route on the day imagined: whether it is still open."""

    safe: Document
    is_open: bool


def rows(before: Document, after: Document) -> list[Row]:
    """The requirements of two standings under one edition.

    >>> was, now = ({"findings": [{"about": "total", "needed": "60", "earned": n}]} for n in ("20", "22"))
    >>> [(row.about, row.before, row.after, row.changed) for row in rows(was, now)]
    [('total', '20', '22', True)]
    """
    pairs = zip(before["findings"], after["findings"], strict=True)
    return [Row(now["about"], now["needed"], was["earned"], now["earned"], now) for was, now in pairs]


def ways(document: Document, *, day: date) -> list[Way]:
    """Every published route, and whether applying on the day would still be in time."""
    routes = document["dates"]["latest_safe"]
    return [Way(route, date.fromisoformat(route["pass_by"] or route["apply_by"]) >= day) for route in routes]


def exam(document: Document) -> Document | None:
    """The exam route's dates; None where the certifier publishes none."""
    return next((route for route in document["dates"]["latest_safe"] if route["route"] == "exam"), None)


def exam_prices(edition: Edition) -> list[Number]:
    """What the certifier's edition says of the exam's cost."""
    return [number for number in numbers_of(edition) if number.about.startswith("exam_fee")]
