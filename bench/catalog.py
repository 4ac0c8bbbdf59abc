"""A made-up catalog beside the real one: titles from real words and rarer ones, places from real ZIP codes, fixed by a seed."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

from recert.feeds import curated
from recert.places.point import Point
from recert.places.zips import all_points
from recert.records.course_search import folded_words
from recert.records.institutions import stored_at
from recert.records.models import Course

TODAY = date(2026, 11, 22)
RARE = [f"{part}{end}{n}" for part in ("cardio", "neuro", "derma", "gastro", "hemo") for end in ("logy", "scopy", "pathy")
        for n in range(400)]  # fmt: skip
PRICES = (0, 0, 500, 995, 1000, 1500, 2500, 4900, 9900, 19_900)
AREAS = ("clinical", "clinical", "general", "administrative")
APPROVERS = ("aama", "amt", "ancc", "accme", "", "", "")


class Words:
    """Words as often as words are: the n-th about 1/n as often as the first."""

    def __init__(self) -> None:
        counted = Counter(
            word for course in curated.read_courses() for word in folded_words(f"{course.title} {course.topic}")
        )
        self.words = [word for word, _ in counted.most_common()] + RARE
        self._weights = list(accumulate(1 / (rank + 3) ** 0.9 for rank in range(len(self.words))))

    def some(self, chance: random.Random, count: int) -> list[str]:
        return chance.choices(self.words, cum_weights=self._weights, k=count)


def made_up(count: int, *, seed: int = 7) -> Iterator[Course]:
    """So many courses, the same for the same seed."""
    chance, words, points = random.Random(seed), Words(), all_points()
    for number in range(count):
        yield _course(number, chance, words, points)


def _course(number: int, chance: random.Random, words: Words, points: tuple[Point, ...]) -> Course:
    online = chance.random() < 0.6
    place = None if online else chance.choice(points)
    dated = not online or chance.random() < 0.2
    starts_on = TODAY + timedelta(days=chance.randint(0, 700)) if dated else None
    return Course(
        id=f"M{number:07d}",
        feed="bench",
        record_type="ce_activity",
        title=" ".join(words.some(chance, chance.randint(3, 8))),
        provider_name=" ".join(words.some(chance, 2)),
        format="online" if online else "in_person",
        hours=chance.randint(1, 20),
        kind="course",
        quantity=chance.choice((1, 1, 2, 3, 5, 10)),
        unit=chance.choice(("aama_ceu", "contact_hour", "cme")),
        approved_by=chance.choice(APPROVERS),
        category=chance.choice(AREAS),
        price=chance.choice(PRICES),
        topic=" ".join(words.some(chance, 3)),
        **stored_at(place),
        starts_on=starts_on,
        ends_on=starts_on,
        checked_on=TODAY,
    )
