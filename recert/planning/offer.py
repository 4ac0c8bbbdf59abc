"""What a plan chooses from: a course at a price, on a date, in a place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from recert.rules.transcript import Activity, Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One thing that can be taken once. Money in cents, `hours` in hundredths of an hour, `miles` in hundredths.

    An empty day or place means no limit; `ends_on` is the day it is done.
    """

    id: str
    quantity: Decimal
    unit: str
    price: int
    hours: int
    title: str = ""
    provider: str = ""
    kind: str = "course"
    minutes: int | None = None
    category: tuple[Share, ...] = ()
    approved_by: frozenset[str] = frozenset()
    format: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    zip: str = ""
    url: str = ""
    miles: int = 0
    quality: int = 0
    """Higher is better; decides only between plans alike in cost, hours, travel and number of offers."""

    def done_on(self, today: date) -> date | None:
        """The day its own calendar has it done at the earliest; None where it can be taken any day from today."""
        if self.ends_on is not None:
            return self.ends_on
        return self.starts_on if self.starts_on and self.starts_on > today else None

    def begun(self, today: date) -> bool:
        """Whether it can no longer be joined: people met before today."""
        return self.format == "in_person" and self.starts_on is not None and self.starts_on < today

    def taken_on(self, day: date) -> Activity:
        """The activity it becomes once done."""
        return Activity(
            id=self.id,
            earned_on=day,
            quantity=self.quantity,
            unit=self.unit,
            kind=self.kind,
            title=self.title,
            provider=self.provider,
            minutes=self.minutes,
            category=self.category,
            approved_by=self.approved_by,
        )

    def at(self, miles: int) -> Offer:
        """The same offer, so many hundredths of a mile away."""
        return replace(self, miles=miles)
