"""What a valid search asks for, and what each course found is worth to whoever asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from recert.actions.find_courses import FoundCourse, FoundCourses, Wishes, find_courses
from recert.actions.find_place import find_place
from recert.actions.weigh_course import Scale, scale_for, scale_of, weigh
from recert.records.models import Course, Person
from recert.rules.points import hundredths
from recert.web.courses.forms import HELD, CoursesForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """The courses found, best first, and by whose rules they are weighed."""

    courses: Sequence[FoundCourse]
    instead: Any
    scale: Scale | None


def searched(asker: Person | None, form: CoursesForm, *, only_free: bool, today: date) -> Searched:
    """:raises Refused: naming the place or the credential that cannot be used."""
    asked = form.cleaned_data
    scale = scale_chosen(asker, asked["credential"], today=today)
    wishes = Wishes(
        words=asked["q"],
        category=asked["category"],
        is_free=only_free or asked["free"],
        approved_by=asked["approved_by"],
        format=asked["format"],
        near=find_place(asked["near"]).point if asked["near"].strip() else None,
        within=float(asked["within"] or 25),
        approved_first=scale.approver if scale else "",
    )
    found: FoundCourses = find_courses(asker, wishes=wishes)
    courses: Sequence[FoundCourse] = found.courses
    if asked.get("fills") and scale is not None:
        open_ones = (each for each in courses if not each.course.has_ended and each.course.quantity is not None)
        courses = [each for each in open_ones if weigh(each.course, scale)["fills"]]
    return Searched(courses=courses, instead=found.instead, scale=scale)


def scale_chosen(asker: Person | None, credential: str, *, today: date) -> Scale | None:
    """The holder's own transcript, a credential's rules alone, or nothing to weigh by."""
    if credential.startswith(HELD) and asker is not None:
        return scale_of(asker, holding_id=int(credential.removeprefix(HELD)), today=today)
    return scale_for(credential, today=today) if credential else None


def worth_of(course: Course, scale: Scale | None) -> dict[str, Any] | None:
    """What it is worth, with the price of a point where both are known."""
    if scale is None:
        return None
    worth = weigh(course, scale)
    points = worth["points"]
    known = course.price and points not in {None, "0"}
    return {**worth, "each": course.price * 100 // hundredths(points) if known and course.price else None}
