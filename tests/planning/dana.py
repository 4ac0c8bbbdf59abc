"""Dana's gap, and offers one can read at a glance."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from recert.planning.holder import Holder
from recert.planning.offer import Offer
from recert.rulebooks.library import rulebook
from recert.rules.dates import rules_for
from recert.rules.transcript import Activity, parse_category

TODAY = date(2026, 9, 1)
CATEGORIES = ("administrative", "clinical", "general")


def held(points: int, category: str, *, outside: bool = False, **more: Any) -> Activity:
    return Activity(
        id=f"{category} {points} {outside}",
        earned_on=date(2023, 1, 1),
        quantity=Decimal(points),
        unit="cme" if outside else "aama_ceu",
        category=parse_category(category),
        **more,
    )


def dana(*activities: Activity, credential: str = "cma-aama", as_of: date = TODAY) -> Holder:
    """Dana, certified on 2021-11-05: her cycle ends on 2026-11-30."""
    edition, cycle = rules_for(rulebook(credential), certified_on=date(2021, 11, 5))
    return Holder(activities, edition, cycle, as_of)


def almost_there(*more: Activity) -> Holder:
    """Ten points in every category, and twenty more: ten are missing."""
    return dana(*(held(10, category) for category in CATEGORIES), held(20, "clinical|general"), *more)


def offer(name: str, points: int = 5, price: int = 1000, **more: Any) -> Offer:
    defaults = {"unit": "aama_ceu", "category": parse_category(more.pop("category", "clinical")), "hours": 100}
    return Offer(id=name, quantity=Decimal(points), price=price, **(defaults | more))
