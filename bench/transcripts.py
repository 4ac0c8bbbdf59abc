"""Made-up CMA (AAMA) transcripts of 25 activities: plausible ones, close ones and first cycles. Seeded, so always the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice
from random import Random
from typing import TypeVar

from recert.rulebooks.library import rulebook
from recert.rules.dates import rules_for
from recert.rules.measure import measure
from recert.rules.transcript import Activity, parse_category

RULES, CYCLE = rules_for(rulebook("cma-aama"), certified_on=date(2021, 11, 5))
ACTIVITIES = 25
CLOSE = 300
"""A transcript is close when at most three points stand between it and met, or between it and not met."""

Transcript = list[Activity]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shape:
    """How transcripts are drawn: weights of units and categories, the sizes of certificates, and days before the cycle."""

    units: dict[tuple[str, str], int]
    categories: dict[str, int]
    sizes: tuple[str, ...]
    before: int = 30
    after: int = 10


PLAUSIBLE = Shape(
    units={
        ("aama_ceu", ""): 35, ("contact_hour", ""): 18, ("contact_hour", "ancc"): 10, ("cme", "accme"): 12,
        ("cne", "ancc"): 6, ("contact_hour", "aama"): 8, ("iacet_ceu", "iacet"): 1, ("ce_credit", ""): 2, ("ceu", ""): 2,
    },
    categories={
        "clinical": 34, "administrative": 20, "general": 20, "clinical|general": 8, "administrative|general": 6,
        "split": 4, "": 8,
    },
    sizes=("0.75", "1", "1", "1", "1.5", "2", "2", "2.5", "3", "4", "5"),
)  # fmt: skip
CONTESTED = Shape(
    units={("aama_ceu", ""): 45, ("contact_hour", ""): 25, ("cme", "accme"): 20, ("cne", "ancc"): 10},
    categories={
        "clinical": 18, "administrative": 10, "general": 12, "clinical|general": 20, "administrative|general": 20,
        "administrative|clinical": 16, "": 4,
    },
    sizes=("1", "1.5", "2", "2.5", "3", "3.5", "4"),
    before=0,
    after=0,
)  # fmt: skip
EARLY = Shape(PLAUSIBLE.units, PLAUSIBLE.categories, PLAUSIBLE.sizes, before=92, after=-1700)


def plausible(count: int, seed: int = 1) -> list[Transcript]:
    """What people really bring: most are far from the edge."""
    random = Random(seed)
    return [_transcript(random, PLAUSIBLE) for _ in range(count)]


def close(count: int, seed: int = 2) -> list[Transcript]:
    """Total and approved points are there; the categories and the outside cap decide by a few points."""
    random = Random(seed)
    return list(islice(_close(random), count))


def first_cycles(count: int, seed: int = 3) -> list[Transcript]:
    """Points from just before the first cycle, approved and outside: their cap crosses the outside cap."""
    random = Random(seed)
    return [_transcript(random, EARLY) for _ in range(count)]


def _close(random: Random) -> Iterator[Transcript]:
    while True:
        made = _transcript(random, CONTESTED)
        total = sum(one.fine_quantity for one in made) // 100
        own = sum(one.fine_quantity for one in made if one.unit == "aama_ceu") // 100
        gap = measure(made, edition=RULES, cycle=CYCLE).gap
        if total >= 6000 and own >= 3000 and gap <= CLOSE and _little_to_spare(made):
            yield made


def _little_to_spare(made: Transcript) -> bool:
    """Whether a category would be short without its largest activity and three points more."""
    sums = dict.fromkeys(RULES.categories, 0)
    for one in made:
        for share in one.category:
            for name in share.categories:
                sums[name] += one.fine_quantity // 100
    return min(sums.values()) <= 1000 + 4 * CLOSE


def _transcript(random: Random, shape: Shape) -> Transcript:
    made = [_activity(random, shape, str(i)) for i in range(ACTIVITIES)]
    if random.random() < 0.5:
        made[-1] = _again(random, made)
    return made


def _activity(random: Random, shape: Shape, name: str) -> Activity:
    kind, unit, by, quantity = "course", *_drawn(random, shape.units), Decimal(random.choice(shape.sizes))
    roll = random.random()
    if roll < 0.03:
        kind, unit, by, quantity = "cpr_card", "card", "", Decimal(1)
    elif roll < 0.04:
        kind, unit, by, quantity = "college", "college_credit", "", Decimal(1)
    days = random.randint(-shape.before, (CYCLE.ends - CYCLE.starts).days + shape.after)
    return Activity(
        id=name,
        earned_on=CYCLE.starts + timedelta(days=days),
        quantity=quantity,
        unit=unit,
        kind=kind,
        title=f"Course {random.randint(1, 400)}",
        provider=random.choice(("AAMA", "Clinic", "College", "Health Net")),
        category=parse_category(_category(random, shape, quantity)),
        approved_by=frozenset(by.split()),
        certificate=f"{random.randint(1, 10**9)}.pdf" if random.random() < 0.7 else "",
        relevant=random.choice((None, True, True)),
    )


def _drawn(random: Random, weights: dict[T, int]) -> T:
    return random.choices(list(weights), list(weights.values()))[0]


def _category(random: Random, shape: Shape, quantity: Decimal) -> str:
    drawn = _drawn(random, shape.categories)
    if drawn != "split":
        return drawn
    half = (quantity / 2).quantize(Decimal("0.01"))
    return f"clinical={quantity - half};general={half}"


def _again(random: Random, made: Transcript) -> Activity:
    """The same course of the same day once more, as imports bring it."""
    one = random.choice(made[:-1])
    return Activity(
        id=made[-1].id,
        earned_on=one.earned_on,
        quantity=one.quantity,
        unit=one.unit,
        kind=one.kind,
        title=one.title,
        provider=one.provider,
        category=one.category,
        approved_by=one.approved_by,
        certificate=one.certificate,
        relevant=one.relevant,
    )
