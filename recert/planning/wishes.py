"""What a holder wants of a plan: what to keep least, and the limits it must stay in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from recert.places.point import Point

Objective = Literal["cost", "hours", "travel"]
OBJECTIVES: tuple[Objective, ...] = ("cost", "hours", "travel")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What limits the whole plan, in cents and hundredths: `budget`, `hours`, `hours_a_month`; and what limits each offer.

    Empty sets of formats and languages mean any; an offer that does not say its language fits every one.
    """

    least: Objective = "cost"
    budget: int | None = None
    hours: int | None = None
    hours_a_month: int | None = None
    """For each month begun from the day of the plan to the latest safe day; a dated offer's hours fall in the month it ends."""
    format: str | None = None
    formats: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    near: Point | None = None
    """Where the holder is: offers held in person elsewhere are as far away as their ZIP code."""
    within: int | None = None
    """The farthest to travel to any one offer, in hundredths of a mile."""
    belongs_to: frozenset[str] = frozenset()
    """The associations and bundles that are open to the holder already."""
    pinned: frozenset[str] = frozenset()
    """Offers that must be in the plan."""
    forbidden: frozenset[str] = frozenset()
    """Offers that must not be."""

    @property
    def order(self) -> tuple[Objective, ...]:
        """The objectives in order: the chosen one, then the rest of cost, hours and travel."""
        return (self.least, *(one for one in OBJECTIVES if one != self.least))

    @property
    def any_of(self) -> frozenset[str]:
        """The formats that fit; empty where any does."""
        return self.formats | ({self.format} if self.format else frozenset())
