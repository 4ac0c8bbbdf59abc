"""Made-up catalogues and holders for the planner's bench: plausible ones, and tied ones. Seeded, so always the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from recert.places.point import Point
from recert.planning.holder import Holder
from recert.planning.offer import Offer
from recert.rulebooks.library import rulebook
from recert.rules.dates import rules_for
from recert.rules.transcript import Activity, parse_category

TODAY = date(2026, 6, 1)
EDITION, CYCLE = rules_for(rulebook("cma-aama"), certified_on=date(2021, 11, 5))
CATEGORIES = ["administrative", "clinical", "clinical", "general", "clinical|general", "administrative|general", ""]
ZIPS = ["97201", "98101", "94103", "80202", "60601", "10001", "02108", "30303", "77002", "85004", "55401", "33130"]
HOME = Point(45.5, -122.7)
SIZES = [1, 1, 1, 1, 1.5, 2, 2, 2.5, 3, 4, 5, 6, 8, 10, 12]


def catalog(size: int, *, tied: bool, seed: int = 1) -> list[Offer]:
    """So many offers; in a tied catalogue a point costs five dollars, give or take a few cents, and an hour."""
    random = Random(seed)
    return [_offer(random, place, tied) for place in range(size)]


def _offer(random: Random, place: int, tied: bool) -> Offer:
    points = random.choice(SIZES)
    each = 500 if tied else random.choice([0, 250, 400, 500, 700, 900, 1200, 1500, 2500])
    price = round(points * each) + (random.randint(-20, 20) if tied else random.randint(0, 199) * (each > 0))
    dated = random.random() < 0.3
    starts_on = TODAY + timedelta(days=random.randint(-20, 190)) if dated else None
    in_person = dated and random.random() < 0.5
    category = f"clinical={points - 1};general=1" if points > 2 and random.random() < 0.1 else random.choice(CATEGORIES)
    return Offer(
        id=f"{place:06}",
        title=f"Course {random.randrange(10 * 1000 * 1000)}",
        provider=f"Provider {random.randrange(400)}",
        quantity=Decimal(str(points)),
        unit=random.choice(["aama_ceu", "aama_ceu", "contact_hour", "cme", "cne"]),
        approved_by=frozenset(random.choice([["aama"], ["ancc"], ["accme"], []])),
        category=parse_category(category),
        price=price,
        hours=round(points * (100 if tied else random.choice([75, 83, 100, 100, 125, 150]))),
        format="in_person" if in_person else "online",
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=random.choice([0, 0, 1, 2, 30])) if starts_on else None,
        zip=random.choice(ZIPS) if in_person else "",
        quality=random.randint(0, 6),
    )


def holders(count: int, seed: int = 2) -> Iterator[Holder]:
    """People who lack between a few points and nearly all; one in five is in a first cycle."""
    random = Random(seed)
    for _ in range(count):
        first = random.random() < 0.2
        rows = [_activity(random, place, first) for place in range(random.randint(0, 25))]
        yield Holder(rows, EDITION, CYCLE, TODAY, first)


def _activity(random: Random, place: int, first: bool) -> Activity:
    return Activity(
        id=f"h{place}",
        earned_on=CYCLE.starts + timedelta(days=random.randint(-60 if first else 0, 1500)),
        quantity=Decimal(random.choice(["1", "1", "1.5", "2", "2.5", "3", "5"])),
        unit=random.choice(["aama_ceu", "aama_ceu", "cme"]),
        category=parse_category(random.choice(CATEGORIES)),
    )
