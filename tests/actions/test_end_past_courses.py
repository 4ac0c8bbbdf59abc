"""A course whose last day is over has ended, though nobody reads its feed again."""

from __future__ import annotations

from datetime import date

import pytest

from recert.actions.end_past_courses import end_past_courses
from recert.actions.find_courses import Wishes, find_courses, open_found
from recert.actions.index_courses import index_courses
from recert.records.models import Course

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("courses")]

TODAY = date(2026, 12, 1)
OVER = (
    {"starts_on": date(2026, 11, 30)},
    {"starts_on": date(2026, 11, 1), "ends_on": date(2026, 11, 30)},
    {"expires": "2026-11-30"},
)
OPEN = (
    {"starts_on": TODAY},
    {"starts_on": date(2026, 11, 1), "ends_on": TODAY},
    {"expires": "2026-12-01"},
    {"expires": "2026"},
    {},
)


def stored(*rows: dict[str, object]) -> list[Course]:
    courses = [
        Course.objects.create(id=f"T{n}", title="Phlebotomy", provider_name="Prof. Okafor", checked_on=TODAY, **row)
        for n, row in enumerate(rows)
    ]
    index_courses(courses)
    return courses


def found(*, is_open: bool) -> set[str]:
    answer = find_courses(None, wishes=Wishes(words="phlebotomy", is_open=is_open))
    return {each.course.pk for each in open_found(answer, answer.numbers) if each.course.pk.startswith("T")}


def test_only_what_is_over_ends_and_is_told_apart_when_found() -> None:
    over = {course.pk for course in stored(*OVER, *OPEN)[: len(OVER)]}
    end_past_courses(today=TODAY)
    assert set(Course.objects.filter(pk__startswith="T", has_ended=True).values_list("pk", flat=True)) == over
    assert found(is_open=False) - found(is_open=True) == over


def test_nothing_ends_twice() -> None:
    stored(*OVER)
    assert end_past_courses(today=TODAY) >= len(OVER)
    assert end_past_courses(today=TODAY) == 0
