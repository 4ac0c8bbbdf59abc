"""How many months are left, and into which of them a day falls: months begun, counted from the day of the plan."""

from __future__ import annotations

from datetime import date, timedelta

from recert.planning.holder import Holder, safe_day
from recert.rules.calendar import months_after


def month_of(day: date, since: date) -> int:
    """The month a day falls in, 0 for the first.

    >>> month_of(date(2026, 10, 1), date(2026, 9, 1)), month_of(date(2026, 9, 30), date(2026, 9, 1))
    (1, 0)
    """
    month = (day.year - since.year) * 12 + day.month - since.month
    return max(0, month if months_after(since, month) <= day else month - 1)


def last_day(holder: Holder, *, approved: bool) -> date:
    """The day before the latest safe day of the route, within the cycle."""
    safe = safe_day(holder, approved=approved)
    return holder.cycle.ends if safe is None else min(holder.cycle.ends, safe - timedelta(days=1))


def months_left(holder: Holder, *, approved: bool) -> int:
    """How many months are begun up to that day."""
    return month_of(max(holder.as_of, last_day(holder, approved=approved)), holder.as_of) + 1
