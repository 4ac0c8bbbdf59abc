"""By which way to apply, and up to which day, the days of a plan leave room; and which way asks for more haste."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from recert.planning.candidates import Candidate
from recert.planning.holder import Holder, safe_route, slowest_route
from recert.planning.months import last_day
from recert.rules.document import safe_day_document
from recert.rules.verdict import SafeDay, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Applying:
    """The way to apply that a plan's days fit. Where none is published they fit the end of the cycle."""

    route: SafeDay | None
    apply_by: date
    done_by: date
    """The last day for a step of the plan."""
    slower: SafeDay | None = None
    """The way whose day comes first, where that is another one: its day the plan does not keep."""


def applying(taken: Iterable[Candidate], after: Verdict, holder: Holder) -> Applying:
    """At once where all that counts is approved, or something ends too late for a review; else by review."""
    at_once = any(one.late for one in taken) or all(one.approved for one in after.activities if one.counted)
    route, done_by = safe_route(holder, approved=at_once), last_day(holder, approved=at_once)
    if route is None:
        return Applying(route=None, apply_by=holder.cycle.ends, done_by=done_by)
    slowest = slowest_route(holder)
    slower = slowest if slowest and slowest.apply_by < route.apply_by else None
    return Applying(route=route, apply_by=route.apply_by, done_by=done_by, slower=slower)


def applying_document(way: Applying | None) -> dict[str, Any] | None:
    """As every plan's document has it; null where there is no plan."""
    if way is None:
        return None
    return {
        "apply_by": way.apply_by.isoformat(),
        "route": safe_day_document(way.route) if way.route else None,
        "slower": safe_day_document(way.slower) if way.slower else None,
    }
