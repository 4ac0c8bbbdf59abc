"""End courses: from then on a search finds them as ones that have ended."""

from __future__ import annotations

from collections.abc import Iterable

from recert.actions.index_courses import index_courses
from recert.records.many_rows import in_batches
from recert.records.models import Course


def end_courses(keys: Iterable[str], **also: str) -> int:
    """How many; `also` is what else becomes of their columns."""
    ended = 0
    for batch in in_batches(keys):
        courses = Course.objects.filter(pk__in=batch)
        courses.update(has_ended=True, **also)
        index_courses(courses.all())
        ended += len(batch)
    return ended
