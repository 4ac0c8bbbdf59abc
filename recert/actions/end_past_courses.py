"""End the courses whose last day is over, whether or not their feed is read again."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.db.models import Q

from recert.actions.end_courses import end_courses
from recert.records.models import Course

WHOLE_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


@transaction.atomic
def end_past_courses(*, today: date) -> int:
    """How many ended since this was done last; each is found as one that has ended from then on."""
    held = Q(ends_on__lt=today) | Q(ends_on=None, starts_on__lt=today)
    offered = Q(expires__regex=WHOLE_DAY, expires__lt=today.isoformat())
    past = Course.objects.filter(held | offered, has_ended=False)
    return end_courses(list(past.values_list("pk", flat=True)))
