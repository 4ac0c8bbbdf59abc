"""What plans cost, where that can be said, and whether their length is partly a guess."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

Step = Mapping[str, Any]


def cost_of(steps: Iterable[Step]) -> dict[str, int]:
    """Cents of the prices that are stated, and how many are not."""
    prices = [step["price"] for step in steps]
    return {"cost": sum(price or 0 for price in prices), "unpriced": prices.count(None)}


def dearer(now: Iterable[Step], other: Iterable[Step]) -> int | None:
    """Cents by which the other steps cost more; None where a price that nobody states is on one side alone."""
    now, other = list(now), list(other)
    if _unpriced(now) != _unpriced(other):
        return None
    return cost_of(other)["cost"] - cost_of(now)["cost"]


def _unpriced(steps: Iterable[Step]) -> Counter[str]:
    return Counter(step["id"] for step in steps if step["price"] is None)


def has_a_length_unstated(steps: Iterable[Step]) -> bool:
    """Whether hours are partly our guess, because nobody states how long some course takes."""
    return any(step["hours"] is None for step in steps)
