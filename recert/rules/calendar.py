"""The only place that adds or takes months: months first, then the rule for the end."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the month's last day where it has no such day.

    >>> months_after(date(2024, 2, 29), 60), months_after(date(2026, 8, 31), -2)
    (datetime.date(2029, 2, 28), datetime.date(2026, 6, 30))
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier."""
    return months_after(day, -months)


def month_end(day: date) -> date:
    """The last day of the day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def days_after(day: date, days: int) -> date:
    """So many days later, or earlier where negative."""
    return day + timedelta(days=days)
