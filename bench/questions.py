"""A thousand questions to a catalog, mixed as people mix them: words, filters, circles and orders, fixed by a seed."""

from __future__ import annotations

import random
from collections.abc import Iterator

from bench.catalog import RARE, TODAY, Words
from recert.actions.find_courses import Wishes
from recert.places.zips import all_points

MILES = (10, 25, 50, 100)


def questions(count: int, *, seed: int = 11) -> Iterator[Wishes]:
    """35 % words and filters, best first; 35 % words in a circle, nearest first; 20 % filters in a circle, soonest first;
    10 % a rare word."""
    chance, words, points = random.Random(seed), Words(), all_points()
    for _ in range(count):
        sort = chance.random()
        if sort < 0.35:
            yield Wishes(words=_some(words, chance, 3), today=TODAY, approved_first="aama", **_filters(chance))
        elif sort < 0.7:
            near = chance.choice(points)
            yield Wishes(words=_some(words, chance, 2), near=near, within=chance.choice(MILES), today=TODAY)
        elif sort < 0.9:
            near = chance.choice(points)
            most = chance.choice((None, 2500))
            yield Wishes(near=near, within=chance.choice(MILES), most_price=most, order="soonest", today=TODAY)
        else:
            yield Wishes(words=chance.choice(RARE), today=TODAY)


def _some(words: Words, chance: random.Random, most: int) -> str:
    return " ".join(words.some(chance, chance.randint(1, most)))


def _filters(chance: random.Random) -> dict[str, object]:
    filters: dict[str, object] = {}
    if chance.random() < 0.5:
        filters["category"] = chance.choice(("clinical", "general", "administrative"))
    if chance.random() < 0.3:
        filters["is_free"] = True
    if chance.random() < 0.3:
        filters["most_price"] = 2500
    if chance.random() < 0.2:
        filters["order"] = "price"
    return filters
