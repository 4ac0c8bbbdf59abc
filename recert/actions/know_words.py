"""Every word that some course has: read once for each state of the catalog."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

from recert.records.models import CourseWord, FeedLoad

State = tuple[tuple[str, datetime], ...]
"""When each feed was last loaded."""


def known_words() -> Sequence[str]:
    """In order. One query, and one more after the catalog has changed."""
    return _words(tuple(FeedLoad.objects.order_by("name").values_list("name", "loaded_at")))


@lru_cache(maxsize=2)
def _words(state: State) -> tuple[str, ...]:
    """`state` stands for the catalog: another state, another list."""
    del state
    return tuple(sorted(CourseWord.objects.values_list("word", flat=True)))
