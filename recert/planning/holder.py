"""Whose gap a plan closes, and until when offers and applications are safe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from recert.rules.dates import dates_of
from recert.rules.edition import Edition
from recert.rules.transcript import Activity
from recert.rules.verdict import Span


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose gap it is: what they hold, the rules, the cycle, and the day the plan is made."""

    transcript: Sequence[Activity]
    edition: Edition
    cycle: Span
    as_of: date
    first_cycle: bool = False

    @property
    def from_day(self) -> date:
        """The first day on which something taken from now on can count."""
        return max(self.as_of, self.cycle.starts)


def safe_day(holder: Holder, *, approved: bool) -> date | None:
    """The latest safe day to apply with all points approved, or with others that must be reviewed.

    None where nothing is published. Without a way of its own for approved points, everything is reviewed.
    """
    routes = {day.route: day.apply_by for day in dates_of(holder.edition, holder.cycle).latest_safe}
    other = [day for route, day in routes.items() if route not in ("all_approved", "exam")]
    reviewed = routes.get("online", min(other, default=None))
    return routes.get("all_approved", reviewed) if approved else reviewed
