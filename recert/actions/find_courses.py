"""Find courses by words, place, price and approval; the order reads no payment, for there is none to read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from recert.actions.course_words import Asked, read_words
from recert.actions.find_programs import inside, radius
from recert.places.point import Point, box_around, miles
from recert.records.course_search import ids_with_words
from recert.records.models import Course, CourseWord, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What narrows a search; whatever is empty asks for nothing."""

    words: str = ""
    category: str = ""
    is_free: bool = False
    approved_by: str = ""
    format: str = ""
    near: Point | None = None
    within: float = 25
    approved_first: str = ""
    """Whose approval goes before others: the certifier of the credential one holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCourse:
    """A course, and how far it is where a place was named."""

    course: Course
    miles: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCourses:
    """Best first; `instead` maps mistyped words to those that were looked for."""

    courses: tuple[FoundCourse, ...]
    instead: Mapping[str, tuple[str, ...]]


def find_courses(actor: Person | None, *, wishes: Wishes) -> FoundCourses:
    """At most three queries. The search is public: who asks changes nothing.

    :raises RadiusRefused: when the miles are no distance.
    """
    del actor
    asked = _asked(wishes)
    instead = {word: to for word, to in asked.instead.items() if to}
    if asked.is_hopeless:
        return FoundCourses(courses=(), instead=instead)
    rows = _narrowed(Course.objects.select_related("provider").defer("words"), wishes)
    if asked.groups:
        rows = rows.filter(pk__in=ids_with_words(asked.groups))
    found = [FoundCourse(course=row, miles=_apart(row, wishes.near)) for row in rows]
    if wishes.near is not None:
        found = [each for each in found if each.miles is not None and each.miles <= wishes.within]
    ranked = sorted(found, key=lambda each: _rank(each, asked, wishes))
    return FoundCourses(courses=tuple(ranked), instead=instead)


def _asked(wishes: Wishes) -> Asked:
    if not wishes.words.strip():
        return Asked(groups=(), instead={})
    return read_words(wishes.words, CourseWord.objects.values_list("word", flat=True))


def _narrowed(rows: QuerySet[Course], wishes: Wishes) -> QuerySet[Course]:
    if wishes.category:
        rows = rows.filter(Q(category__contains=wishes.category) | Q(suggested__contains=wishes.category))
    if wishes.is_free:
        rows = rows.filter(price=0)
    if wishes.approved_by:
        rows = rows.filter(approved_by__contains=wishes.approved_by.lower())
    if wishes.format:
        rows = rows.filter(format=wishes.format)
    if wishes.near is not None:
        rows = rows.filter(inside(box_around(wishes.near, radius(wishes.within))))
    return rows


def _apart(course: Course, near: Point | None) -> float | None:
    return None if near is None or course.point is None else miles(near, course.point)


def _rank(found: FoundCourse, asked: Asked, wishes: Wishes) -> tuple[object, ...]:
    """Open before ended, approved before not, words in the title before elsewhere, near before far, stated credit first."""
    course = found.course
    title = course.title.lower()
    in_title = sum(any(word in title for word in group) for group in asked.groups)
    approved = bool(wishes.approved_first) and wishes.approved_first in course.approved_by.split(";")
    credit = course.quantity is not None
    return course.has_ended, not approved, -in_title, found.miles or 0, not credit, course.pk
