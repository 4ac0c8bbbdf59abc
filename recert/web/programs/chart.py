"""Five years of completions as bars small enough to stand in a line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext

from recert.feeds.ipeds.reader import YEARS

TALLEST, STEP, WIDE, GROUND = 36, 34, 26, 50


@dataclass(frozen=True, slots=True)
class Bar:
    """One year; without a height nobody reported it."""

    year: int
    count: int | None
    x: int
    y: int
    height: int

    @property
    def middle(self) -> int:
        return self.x + WIDE // 2

    @property
    def label_y(self) -> int:
        return self.y - 3


def bars(completions: Mapping[str, int]) -> list[Bar]:
    """A bar to each year, the tallest filling the height.

    >>> [(bar.count, bar.height) for bar in bars({"2023": 10, "2024": 5})]
    [(None, 0), (None, 0), (None, 0), (10, 36), (5, 18)]
    """
    tallest = max(completions.values(), default=0)
    found = []
    for place, year in enumerate(YEARS):
        count = completions.get(str(year))
        height = count * TALLEST // tallest if count and tallest else 0
        height = max(height, 1) if count else 0
        found.append(Bar(year, count, place * STEP + 4, GROUND - height, height))
    return found


def told(completions: Mapping[str, int]) -> str:
    """The same in words, for those who do not see the bars."""
    unknown = gettext("not reported")
    return ", ".join(f"{year}: {completions.get(str(year), unknown)}" for year in YEARS)
