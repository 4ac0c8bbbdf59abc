"""What a plan comes to, whether for one credential or for several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from recert.planning.choose import Bought
from recert.planning.offer import Offer
from recert.planning.wishes import Objective


class Taken(Protocol):
    """A step of a plan: an offer, and what it costs under the memberships that are bought."""

    @property
    def offer(self) -> Offer: ...
    @property
    def price(self) -> int: ...


class Sums:
    """The sums of a plan's steps and purchases; money in cents, hours and miles in hundredths."""

    __slots__ = ()
    steps: Sequence[Taken]
    purchases: Sequence[Bought]

    @property
    def cost(self) -> int:
        return sum(step.price for step in self.steps) + sum(bought.cost for bought in self.purchases)

    @property
    def hours(self) -> int:
        return sum(step.offer.hours for step in self.steps)

    @property
    def miles(self) -> int:
        return sum(step.offer.miles for step in self.steps)

    def by(self, order: Sequence[Objective]) -> tuple[int, ...]:
        """The sums of these objectives: the smaller tuple is the better plan."""
        sums: dict[Objective, int] = {"cost": self.cost, "hours": self.hours, "travel": self.miles}
        return tuple(sums[objective] for objective in order)
