"""What a holder wants of a plan: what to keep least, and the limits it must stay in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Objective = Literal["cost", "hours", "travel"]
OBJECTIVES: tuple[Objective, ...] = ("cost", "hours", "travel")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """`budget` in cents and `hours` in hundredths limit the whole plan; `format` keeps only offers of that format."""

    least: Objective = "cost"
    budget: int | None = None
    hours: int | None = None
    format: str | None = None
    pinned: frozenset[str] = frozenset()
    """Offers that must be in the plan."""
    forbidden: frozenset[str] = frozenset()
    """Offers that must not be."""

    @property
    def order(self) -> tuple[Objective, ...]:
        """The objectives in order: the chosen one, then the rest of cost, hours and travel."""
        return (self.least, *(one for one in OBJECTIVES if one != self.least))
