"""What a valid search asks for, and what each course found is worth to whoever asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from recert.actions.choose_scale import choose_scale, weighed
from recert.actions.find_courses import FoundCourse, FoundCourses, find_courses
from recert.actions.find_place import find_place
from recert.actions.judge_courses import judge_course, usual_fees
from recert.actions.weigh_course import Scale, weigh_alike
from recert.quality.judge import Judgement
from recert.records.models import Course, Person
from recert.rules.points import hundredths
from recert.web.courses.forms import CoursesForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """The courses found, best first, and by whose rules they are weighed."""

    found: FoundCourses
    scale: Scale | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A course of the page shown, its six questions, and what it is worth where there are rules to weigh it by."""

    each: FoundCourse
    judged: Judgement
    worth: dict[str, Any] | None


def searched(asker: Person | None, form: CoursesForm, *, only_free: bool, today: date) -> Searched:
    """:raises Refused: naming the place or the credential that cannot be used."""
    asked = form.cleaned_data
    scale = choose_scale(asker, asked["credential"], today=today)
    wishes = weighed(
        scale,
        only_what_fills=bool(asked.get("fills")),
        words=asked["q"],
        category=asked["category"],
        specialty=asked["specialty"],
        is_free=only_free or asked["free"],
        least_price=asked["least_price"] * 100 if asked["least_price"] is not None else None,
        most_price=asked["most_price"] * 100 if asked["most_price"] is not None else None,
        most_hours=asked["most_hours"],
        approved_by=asked["approved_by"],
        format=asked["format"],
        language=asked["language"],
        from_day=asked["from_day"],
        to_day=asked["to_day"],
        near=find_place(asked["near"]).point if asked["near"].strip() else None,
        within=float(asked["within"] or 25),
        order=asked["order"] or None,
        today=today,
    )
    return Searched(found=find_courses(asker, wishes=wishes), scale=scale)


def rows_of(shown: Sequence[FoundCourse], scale: Scale | None) -> list[Row]:
    """The rows of one page: alike credits are weighed once."""
    usual = usual_fees()
    worths = weigh_alike([each.course for each in shown], scale) if scale else {}
    return [
        Row(
            each=each,
            judged=judge_course(each.course, usual),
            worth=with_price_each(each.course, worths[each.course.pk]) if worths else None,
        )
        for each in shown
    ]


def with_price_each(course: Course, worth: dict[str, Any]) -> dict[str, Any]:
    """What it is worth, with the price of a point where both are known."""
    points = worth["points"]
    known = course.price and points not in {None, "0"}
    return {**worth, "each": course.price * 100 // hundredths(points) if known and course.price else None}
