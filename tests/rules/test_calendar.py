"""Months: every month end over eleven years against arithmetic of its own, by month index."""

from __future__ import annotations

from datetime import date

import pytest

from recert.rules.calendar import days_after, month_end, months_after, months_before

DAYS = [date.fromordinal(day) for day in range(date(2019, 1, 1).toordinal(), date(2030, 1, 1).toordinal())]


def length(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def moved(day: date, months: int) -> tuple[int, int, int]:
    """The same day in the month so many months on, clipped to that month, worked out by counting months one by one."""
    year, month = day.year, day.month
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        year, month = (year + 1, 1) if month == 13 else (year - 1, 12) if month == 0 else (year, month)
    return year, month, min(day.day, length(year, month))


@pytest.mark.parametrize("months", [0, 1, 2, 3, 11, 12, 13, 24, 60, 120, -1, -3, -12, -25, -60])
def test_months_are_added_as_counting_them_one_by_one_does(months: int) -> None:
    wrong = [day for day in DAYS if months_after(day, months) != date(*moved(day, months))]
    assert wrong == []


@pytest.mark.parametrize("months", [1, 3, 24])
def test_months_before_go_the_other_way(months: int) -> None:
    assert [day for day in DAYS if months_before(day, months) != date(*moved(day, -months))] == []


def test_a_months_end_is_its_last_day_whatever_the_day() -> None:
    assert [day for day in DAYS if month_end(day) != date(day.year, day.month, length(day.year, day.month))] == []


@pytest.mark.parametrize(
    ("certified", "ends"),
    [
        (date(2023, 2, 1), date(2028, 2, 29)),
        (date(2023, 2, 28), date(2028, 2, 29)),
        (date(2024, 2, 29), date(2029, 2, 28)),
        (date(2021, 11, 5), date(2026, 11, 30)),
        (date(2019, 12, 31), date(2024, 12, 31)),
    ],
)
def test_sixty_months_to_a_months_end_add_the_months_first(certified: date, ends: date) -> None:
    assert month_end(months_after(certified, 60)) == ends


@pytest.mark.parametrize("end", [date(2024, 1, 31), date(2023, 1, 31), date(2024, 3, 31), date(2026, 12, 31)])
def test_a_month_later_than_a_months_end_stays_within_the_next_month(end: date) -> None:
    later = months_after(end, 1)
    assert (later.year * 12 + later.month) - (end.year * 12 + end.month) == 1


def test_days_are_added_over_months_and_taken_back_again() -> None:
    assert days_after(date(2026, 11, 30), 90) == date(2027, 2, 28)
    assert days_after(date(2026, 3, 1), -1) == date(2026, 2, 28)
    assert days_after(date(2026, 11, 30), 0) == date(2026, 11, 30)
