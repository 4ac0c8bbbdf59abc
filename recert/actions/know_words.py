"""Every word that some course has: read once for each state of the catalog."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

from django.db.models import Max

from recert.records.models import CourseWord, FeedLoad


def known_words() -> Sequence[str]:
    """In order. One query, and one more after the catalog has changed."""
    latest: datetime | None = FeedLoad.objects.aggregate(latest=Max("loaded_at"))["latest"]
    return _words(latest)


@lru_cache(maxsize=2)
def _words(loaded_at: datetime | None) -> tuple[str, ...]:
    """`loaded_at` stands for the state of the catalog: another state, another list."""
    del loaded_at
    return tuple(sorted(CourseWord.objects.values_list("word", flat=True)))
