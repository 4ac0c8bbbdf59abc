"""How many points a month, or a week, are enough to be done by a day."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import ceil

from recert.rules.calendar import months_after
from recert.rules.points import as_text

TENTH = 10
A_WEEK = 7


def months_between(today: date, until: date) -> Fraction:
    """The months left, whole ones first; the rest is a share of the month it lies in.

    >>> months_between(date(2026, 1, 31), date(2026, 4, 15))
    Fraction(5, 2)
    """
    whole = 0
    while months_after(today, whole + 1) <= until:
        whole += 1
    last, following = months_after(today, whole), months_after(today, whole + 1)
    return whole + Fraction((until - last).days, (following - last).days)


def pace(points: int, *, today: date, until: date) -> tuple[str, str] | None:
    """Points (given in hundredths) a `month` or, in the last month, a `week`, rounded up to a tenth: enough is enough.

    None when a pace would help nobody: in the last week, or when nothing is missing.

    >>> pace(600, today=date(2026, 11, 22), until=date(2027, 3, 22))
    ('1.5', 'month')
    """
    days = (until - today).days
    if points <= 0 or days < A_WEEK:
        return None
    months = months_between(today, until)
    if months >= 1:
        return _tenths(points / months), "month"
    return _tenths(points * Fraction(A_WEEK, days)), "week"


def _tenths(points: Fraction) -> str:
    return as_text(ceil(points / TENTH) * TENTH)
