"""Every word that some course has: read once for each state of the catalog."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

from django.db.models import Count, Max, Sum

from recert.records.models import CourseWord, FeedLoad


def known_words() -> Sequence[str]:
    """In order. One query, and one more after the catalog has changed."""
    state = FeedLoad.objects.aggregate(latest=Max("loaded_at"), feeds=Count("pk"), rows=Sum("rows"))
    return _words(state["latest"], state["feeds"], state["rows"])


@lru_cache(maxsize=2)
def _words(loaded_at: datetime | None, feeds: int, rows: int | None) -> tuple[str, ...]:
    """The arguments stand for the state of the catalog: another state, another list."""
    del loaded_at, feeds, rows
    return tuple(sorted(CourseWord.objects.values_list("word", flat=True)))
