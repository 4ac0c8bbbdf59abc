"""Every course of the catalog, one after another, for whoever wants to take it elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from recert.records.models import Course, Person


def every_course(actor: Person | None) -> Iterator[Course]:
    """By id; the catalog is public."""
    del actor
    return Course.objects.order_by("pk").iterator(chunk_size=2000)
