"""What a course is, as words of the search index: every filter that is not a range is a word that must be there.

A place is the square of the map it lies in, a price and a day the step of a ladder, so that the index alone leads to the
nearest, the cheapest and the soonest. No word that anybody types is looked for among these.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from recert.places.point import Box
from recert.records.courses import Course

EVERY = "xall"
ENDED = "xended"
FREE = "xfree"
ANY_DAY = "xanyday"
STEPS = (0, 1, 500, 1000, 1500, 2000, 2500, 3000, 4000, 5000, 7500, 10_000, 15_000, 20_000, 30_000, 50_000, 100_000)
"""Cents at which a step of the ladder of prices begins."""
UNPRICED = "xunpriced"
ALIKE = frozenset({"xp0", UNPRICED, ANY_DAY})
"""Steps on which all stand equally high."""
FINE, COARSE = 4, 1
"""Squares to a degree; the coarse ones are for wide circles."""
WIDE = 60
"""Miles from which a circle is looked for in coarse squares."""


def facts_of(course: Course) -> str:
    """All facts of a course, as the index holds them."""
    return " ".join(dict.fromkeys(_facts(course)))


def _facts(course: Course) -> Iterator[str]:
    yield EVERY
    if course.has_ended:
        yield ENDED
    yield step_of(course.price)
    if course.price == 0:
        yield FREE
    yield month_of(course.starts_on) if course.starts_on else ANY_DAY
    yield from (approved_by(name) for name in course.approved_by.split(";") if name)
    yield from (category(name) for name in _names(course.category, course.suggested))
    yield from (specialty(name) for name in course.specialties.split(";") if name)
    yield from (format_is(course.format), language(course.language), feed(course.feed))
    if (point := course.point) is not None:
        yield from (_square(point.lat, point.lon, size) for size in (FINE, COARSE))


def _names(*texts: str) -> list[str]:
    return [name for text in texts for name in re.findall(r"[a-z]+", text)]


def approved_by(name: str) -> str:
    return _word("xa", name)


def category(name: str) -> str:
    return _word("xc", name)


def specialty(name: str) -> str:
    return _word("xs", name)


def format_is(name: str) -> str:
    return _word("xf", name)


def language(code: str) -> str:
    return _word("xl", code)


def feed(name: str) -> str:
    return _word("xw", name)


@lru_cache(maxsize=4096)
def _word(sort: str, name: str) -> str:
    """One word to every tokenizer.

    >>> _word("xf", "live_online")
    'xfliveonline'
    """
    return sort + re.sub(r"[^a-z0-9]", "", name.lower())


def step_of(price: int | None) -> str:
    """The step that a price in cents stands on.

    >>> step_of(0), step_of(1), step_of(999), step_of(None)
    ('xp0', 'xp1', 'xp500', 'xunpriced')
    """
    return UNPRICED if price is None else f"xp{STEPS[bisect_right(STEPS, price) - 1]}"


def steps_upward() -> list[str]:
    return [*(f"xp{step}" for step in STEPS), UNPRICED]


def month_of(day: date) -> str:
    return f"xm{day.year:04d}{day.month:02d}"


def months_from(day: date, *, count: int = 24) -> list[str]:
    """The months from a day on, and last of all any day.

    >>> months_from(date(2026, 12, 5), count=2)
    ['xm202612', 'xm202701', 'xanyday']
    """
    first = day.year * 12 + day.month - 1
    months = (divmod(first + later, 12) for later in range(count))
    return [*(f"xm{year:04d}{month + 1:02d}" for year, month in months), ANY_DAY]


def squares(box: Box, *, radius: float) -> list[str]:
    """The squares that a box touches."""
    size = COARSE if radius > WIDE else FINE
    rows = _numbers(box.south, box.north, size)
    columns = _numbers(box.west, box.east, size)
    return [_square(row / size, column / size, size) for row in rows for column in columns]


def _numbers(low: float, high: float, size: int) -> Iterable[int]:
    return range(int(low * size // 1), int(high * size // 1) + 1)


def _square(lat: float, lon: float, size: int) -> str:
    """The square of a point, counted from the south pole and the date line.

    >>> _square(45.5, -122.7, FINE)
    'xg542x229'
    """
    row, column = int((lat + 90) * size // 1), int((lon + 180) * size // 1)
    return f"x{'g' if size == FINE else 'h'}{row}x{column}"
