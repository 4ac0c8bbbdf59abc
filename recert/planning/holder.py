"""Whose gap a plan closes, and until when offers and applications are safe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from recert.rules.dates import dates_of
from recert.rules.edition import Edition
from recert.rules.transcript import Activity
from recert.rules.verdict import SafeDay, Span


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


def safe_route(holder: Holder, *, approved: bool) -> SafeDay | None:
    """The way to apply with all points approved, or with others that must be reviewed, and its latest safe day.

    None where nothing is published. Without a way of its own for approved points, everything is reviewed.
    """
    routes = _with_points(holder)
    other = [day for route, day in routes.items() if route != "all_approved"]
    reviewed = routes.get("online", min(other, key=_apply_by, default=None))
    return routes.get("all_approved", reviewed) if approved else reviewed


def safe_day(holder: Holder, *, approved: bool) -> date | None:
    """The latest safe day of that way."""
    route = safe_route(holder, approved=approved)
    return route.apply_by if route else None


def slowest_route(holder: Holder) -> SafeDay | None:
    """The way to apply with points whose latest safe day comes first: who keeps it may choose any."""
    return min(_with_points(holder).values(), key=_apply_by, default=None)


def _with_points(holder: Holder) -> dict[str, SafeDay]:
    return {day.route: day for day in dates_of(holder.edition, holder.cycle).latest_safe if day.route != "exam"}


def _apply_by(day: SafeDay) -> date:
    return day.apply_by
