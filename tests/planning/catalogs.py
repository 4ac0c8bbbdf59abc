"""Catalogs and learners drawn by a seed: plausible ones, and tied ones where every point costs about the same."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from recert.planning.holder import Holder
from recert.planning.offer import Offer
from recert.rulebooks.library import rulebook
from recert.rules.dates import rules_for
from recert.rules.transcript import Activity, parse_category

TODAY = date(2026, 6, 1)
CATEGORIES = ["administrative", "clinical", "general", "clinical|general", "administrative|clinical", ""]


def catalog(size: int, seed: int, *, tied: bool = False) -> list[Offer]:
    """So many offers; in a tied catalog a point costs five dollars, give or take a few cents."""
    chance = Random(seed)
    return [_offer(chance, place, tied) for place in range(size)]


def _offer(chance: Random, place: int, tied: bool) -> Offer:
    quantity = chance.choice([1, 1, 1, 2, 2, 3, 4, 5, 6, 8, 10, 12])
    price = (
        quantity * 500 + chance.randint(-20, 20) if tied else quantity * chance.choice([0, 300, 500, 900, 1500, 2500])
    )
    split = quantity > 2 and chance.random() < 0.1
    category = f"clinical={quantity - 1};general=1" if split else chance.choice(CATEGORIES)
    ends_on = TODAY + timedelta(days=chance.randint(1, 200)) if chance.random() < 0.3 else None
    return Offer(
        id=f"{place:06}",
        title=f"Course {place}",
        provider=f"Provider {place % 97}",
        quantity=Decimal(quantity),
        unit=chance.choice(["aama_ceu", "aama_ceu", "cme", "contact_hour"]),
        category=parse_category(category),
        price=price + chance.randint(0, 99) * (not tied and price > 0),
        hours=quantity * chance.choice([75, 100, 150]),
        format="in_person" if ends_on and chance.random() < 0.5 else "online",
        ends_on=ends_on,
        miles=chance.randint(0, 40_000) if ends_on else 0,
        quality=chance.randint(0, 6),
    )


def learner(seed: int) -> Holder:
    """Someone who lacks between a few points and nearly all; one in five is in a first cycle."""
    chance = Random(seed)
    edition, cycle = rules_for(rulebook("cma-aama"), certified_on=date(2021, 11, 5))
    first = chance.random() < 0.2
    earliest = cycle.starts - timedelta(days=60 if first else 0)
    held = [
        Activity(
            id=f"h{place}",
            earned_on=earliest + timedelta(days=chance.randint(0, 1500)),
            quantity=Decimal(chance.choice([1, 2, 3, 5, 8])),
            unit=chance.choice(["aama_ceu", "aama_ceu", "cme"]),
            category=parse_category(chance.choice(CATEGORIES)),
        )
        for place in range(chance.randint(0, 16))
    ]
    return Holder(held, edition, cycle, TODAY, first)
