"""Take in many new courses at once: rows, then the cards they are searched by, batch after batch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from recert.actions.index_courses import index_courses, weigh_fees
from recert.records.many_rows import in_batches, insert_rows
from recert.records.models import Course


def take_courses(courses: Iterable[Course], *, told: Callable[[int], None] | None = None) -> None:
    """Store courses that are not there yet; `told` hears of every batch."""
    index_courses(_stored(courses), told=told)
    weigh_fees()


def _stored(courses: Iterable[Course]) -> Iterator[Course]:
    for batch in in_batches(courses):
        insert_rows(batch)
        yield from batch
