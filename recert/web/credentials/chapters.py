"""An edition's numbers in chapters, as a reader looks for them, and what changed from one edition to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from recert.rules.edition import Edition
from recert.rules.numbers import Number, numbers_of

LIMITS = frozenset({"minimum_length", "pre_earned_months", "repeats", "recurring_training"})
TIMES = ("lapse_", "route:", "posting", "grace", "reinstatement", "exam_", "status_after", "last_day_for", "late_route")
MONEY = ("_fee", "fee_", "_price", "price_")


@dataclass(frozen=True, slots=True)
class Chapter:
    """Some numbers under one heading."""

    id: str
    title: str | Promise
    numbers: tuple[Number, ...]

    @property
    def first_read(self) -> bool:
        """Shown at once; the other chapters open when asked for."""
        return self.id in ("asked", "also", "limits")


@dataclass(frozen=True, slots=True)
class Change:
    """A number that differs between two editions; None where that edition has no such number."""

    before: Number | None
    after: Number | None


def chapters(edition: Edition) -> tuple[Chapter, ...]:
    """Every number of the edition in exactly one chapter; empty chapters are left out."""
    rest = list(numbers_of(edition))
    found = []
    for name, title, belongs in _chapters(edition):
        mine = tuple(number for number in rest if belongs(number))
        rest = [number for number in rest if number not in mine]
        if mine:
            found.append(Chapter(name, title, mine))
    return tuple(found)


def _chapters(edition: Edition) -> tuple[tuple[str, str | Promise, Callable[[Number], bool]], ...]:
    asked = {"cycle", "reduced_total", *(requirement.about for requirement in edition.requirements)}
    limits = LIMITS | {cap.about for cap in edition.caps}
    also = {thing.about for thing in edition.also_required}
    return (
        ("asked", _("What it asks"), lambda number: number.about in asked),
        ("also", _("Asked besides points"), lambda number: number.about in also),
        ("limits", _("Limits"), lambda number: number.about in limits),
        ("units", _("What one of each is worth"), lambda number: number.about.startswith("unit:")),
        ("kinds", _("Kinds of activity"), lambda number: number.about.startswith("kind:")),
        ("papers", _("Papers to keep and send"), lambda number: number.about.startswith(("document_", "submit_"))),
        ("money", _("Fees and prices"), lambda number: any(mark in number.about for mark in MONEY)),
        ("times", _("Applying, processing and lapsing"), lambda number: number.about.startswith(TIMES)),
        ("more", _("More to know"), lambda _number: True),
    )


def changes(older: Edition, newer: Edition) -> tuple[Change, ...]:
    """What a newer edition changed, added or dropped."""
    before, after = _named(older), _named(newer)
    names = [*after, *(name for name in before if name not in after)]
    pairs = [Change(before.get(name), after.get(name)) for name in names]
    return tuple(change for change in pairs if _value(change.before) != _value(change.after))


def _named(edition: Edition) -> Mapping[str, Number]:
    return {number.about: number for number in numbers_of(edition)}


def _value(number: Number | None) -> object:
    return number if number is None else (number.value, type(number.value))
