"""Say how a course was: only someone whose transcript proves with a document that they took it."""

from __future__ import annotations

import re
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recert.actions.record_change import record_change
from recert.actions.refusal import Refused
from recert.records.drafts import with_proof
from recert.records.models import Activity, Course, Person, Review

STARS = range(1, 6)
LONGEST = 1000
LINK = re.compile(r"https?://|www\.", re.IGNORECASE)


class ReviewRefused(Refused):
    """They have no document of it, or the text is one that nobody should read."""


def list_reviews(actor: Person | None, *, course: Course) -> list[Review]:
    """Newest first; an operator also sees the hidden ones."""
    all_of_them = Review.objects.filter(course=course)
    return list(all_of_them if actor is not None and actor.is_operator else all_of_them.filter(hidden_at=None))


def taken_by(actor: Person, *, course: Course) -> Activity | None:
    """The activity with a document attached that is this course: by its approval number, or by title and provider."""
    rows = with_proof(Activity.objects.filter(person=actor, trashed_at=None)).order_by("-earned_on", "pk")
    proved = (row for row in rows if getattr(row, "has_document", False))
    return next((row for row in proved if is_this(row, course)), None)


def is_this(activity: Activity, course: Course) -> bool:
    if activity.approval_number and _plain(activity.approval_number) == _plain(course.approval_number):
        return True
    titles, providers = (
        (_plain(activity.title), _plain(course.title)),
        (
            _plain(activity.provider),
            _plain(course.provider_name),
        ),
    )
    return bool(titles[0]) and titles[0] == titles[1] and bool(providers[0]) and providers[0] == providers[1]


def _plain(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


@transaction.atomic
def review_course(actor: Person, *, course_id: str, stars: int, text: str, today: date) -> Review:
    """One review to a person and course; a second one takes the place of the first.

    :raises ReviewRefused: naming the field. :raises DoesNotExist: when there is no such course.
    """
    course = Course.objects.get(pk=course_id)
    activity = taken_by(actor, course=course)
    if activity is None:
        raise ReviewRefused(_("Only someone with a document of this course on their transcript may review it."))
    if stars not in STARS:
        raise ReviewRefused(_("Choose from one to five."), field="stars")
    if len(text) > LONGEST or LINK.search(text):
        raise ReviewRefused(_("Write at most 1,000 characters, without links."), field="text")
    said = {"activity": activity, "stars": stars, "text": text.strip(), "written_on": today}
    review, _new = Review.objects.update_or_create(person=actor, course=course, defaults=said)
    record_change(actor, verb="review", about=("review", review.pk), holder=actor)
    return review


@transaction.atomic
def take_review_back(actor: Person, *, course_id: str) -> None:
    """:raises DoesNotExist: when the actor wrote none."""
    review = Review.objects.get(person=actor, course_id=course_id)
    record_change(actor, verb="take back", about=("review", review.pk), holder=actor)
    review.delete()


def hide_review(actor: Person, *, pk: int, hidden: bool) -> None:
    """:raises DoesNotExist: for anybody but an operator."""
    if not actor.is_operator:
        raise Review.DoesNotExist
    review = Review.objects.get(pk=pk)
    Review.objects.filter(pk=review.pk).update(hidden_at=timezone.now() if hidden else None)
