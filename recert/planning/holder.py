"""Whose gap a plan closes, and until when offers and applications are safe."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from recert.rules.count import Part, parts
from recert.rules.dates import dates_of
from recert.rules.edition import Edition
from recert.rules.evaluate import evaluate
from recert.rules.screen import screen
from recert.rules.transcript import Activity
from recert.rules.verdict import SafeDay, Span, Verdict


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


def verdict_with(holder: Holder, more: Iterable[Activity]) -> Verdict:
    """How the holder stands with more on the transcript."""
    return evaluate(
        (*holder.transcript, *more),
        edition=holder.edition,
        cycle=holder.cycle,
        as_of=holder.as_of,
        first_cycle=holder.first_cycle,
    )


def parts_of(holder: Holder, activities: Sequence[Activity]) -> tuple[Part, ...]:
    """The parts of activities, were they the holder's transcript."""
    rows = screen(activities, edition=holder.edition, cycle=holder.cycle, first_cycle=holder.first_cycle)
    return parts(rows, edition=holder.edition)


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
