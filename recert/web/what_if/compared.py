"""Two standings side by side, and what a day does to the ways of applying."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from recert.rules.edition import Edition
from recert.rules.numbers import Number, numbers_of
from recert.web.base.missing import after_expiry

Document = dict[str, Any]
State = Literal["open", "late", "closed"]


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
    """One route on the day imagined: open, too late to be safe, or closed for good."""

    safe: Document
    state: State


def rows(before: Document, after: Document) -> list[Row]:
    """The requirements of two standings under one edition.

    >>> was, now = ({"findings": [{"about": "total", "needed": "60", "earned": n}]} for n in ("20", "22"))
    >>> [(row.about, row.before, row.after, row.changed) for row in rows(was, now)]
    [('total', '20', '22', True)]
    """
    pairs = zip(before["findings"], after["findings"], strict=True)
    return [Row(now["about"], now["needed"], was["earned"], now["earned"], now) for was, now in pairs]


def ways(document: Document, *, day: date) -> list[Way]:
    """Every published route, and what is left of it on the day."""
    dates = document["dates"]
    return [Way(safe, _state(safe, dates, day=day.isoformat())) for safe in dates["latest_safe"]]


def _state(safe: Document, dates: Document, *, day: str) -> State:
    """Whichever of a route's days comes first binds; the routes with points close for good, which nobody says of the exam.

    >>> dates = {"expires_on": "2027-04-30", "ce_route_closes_on": "2027-07-29"}
    >>> mail = {"route": "mail", "apply_by": "2027-03-31", "pass_by": None}
    >>> [_state(mail, dates, day=day) for day in ("2027-03-31", "2027-07-29", "2027-07-30")]
    ['open', 'late', 'closed']
    """
    if day <= min(safe["apply_by"], safe["pass_by"] or safe["apply_by"]):
        return "open"
    closes = dates["ce_route_closes_on"]
    gone = closes is not None and day > max(closes, dates["expires_on"])
    return "closed" if gone and safe["route"] != "exam" else "late"


def way_back(document: Document, *, day: date) -> str:
    """Once the cycle has ended, which way back is open on the day; else nothing."""
    dates = document["dates"]
    return after_expiry(dates["ce_route_closes_on"], day.isoformat()) if day.isoformat() > dates["expires_on"] else ""


def exam(found: list[Way]) -> Way | None:
    """The exam among the routes; None where the certifier publishes no days for it."""
    return next((way for way in found if way.safe["route"] == "exam"), None)


def exam_prices(edition: Edition) -> list[Number]:
    """What the certifier's edition says of the exam's cost."""
    return [number for number in numbers_of(edition) if number.about.startswith("exam_fee")]
