"""By which way to apply, and up to which day, the days of a plan leave room; and which way asks for more haste."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from recert.planning.candidates import Candidate
from recert.planning.holder import Holder, safe_route, slowest_route
from recert.rules.document import safe_day_document
from recert.rules.verdict import SafeDay, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Applying:
    """The way to apply that a plan's days fit. Where none is published they fit the end of the cycle."""

    route: SafeDay | None
    apply_by: date
    slower: SafeDay | None = None
    """The way whose day comes first, where that is another one: its day the plan does not keep."""

    @property
    def done_by(self) -> date:
        """The last day for a step of the plan."""
        return self.apply_by - timedelta(days=1) if self.route else self.apply_by


def applying(taken: Iterable[Candidate], after: Verdict, holder: Holder) -> Applying:
    """At once where all that counts is approved, or something ends too late for a review; else by review."""
    at_once = any(one.late for one in taken) or all(one.approved for one in after.activities if one.counted)
    route, slowest = safe_route(holder, approved=at_once), slowest_route(holder)
    if route is None:
        return Applying(route=None, apply_by=holder.cycle.ends)
    slower = slowest if slowest and slowest.apply_by < route.apply_by else None
    return Applying(route=route, apply_by=route.apply_by, slower=slower)


def applying_document(way: Applying | None) -> dict[str, Any] | None:
    """As every plan's document has it; null where there is no plan."""
    if way is None:
        return None
    return {
        "apply_by": way.apply_by.isoformat(),
        "route": safe_day_document(way.route) if way.route else None,
        "slower": safe_day_document(way.slower) if way.slower else None,
    }
