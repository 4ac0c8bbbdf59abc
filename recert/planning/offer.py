"""What a plan chooses from: a course at a price, on a date, in a place; or a purchase that makes courses cheaper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from recert.rules.transcript import Activity, Share

LIVE = "in_person"


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
    language: str = ""
    live: bool = False
    """Held at a set time although one need not travel; what is held in person always is."""
    starts_on: date | None = None
    ends_on: date | None = None
    zip: str = ""
    url: str = ""
    miles: int = 0
    quality: int = 0
    """Higher is better; decides only between plans alike in cost, hours, travel and number of offers."""
    sold_alone: bool = True
    """False: it comes only with what opens its bundle, and `price` says nothing."""
    bundle: str = ""
    """The subscription or bundle it belongs to: it costs nothing further once that is open."""
    member_of: str = ""
    member_price: int | None = None
    """What members of that association pay."""
    opens: frozenset[str] = frozenset()
    """The bundles and associations that buying this opens: a purchase, which earns no points itself."""
    per_month: bool = False
    """A purchase that is paid for each month it is used."""

    def done_on(self, today: date) -> date | None:
        """The day its own calendar has it done at the earliest; None where it can be taken any day from today."""
        if self.ends_on is not None:
            return self.ends_on
        return self.starts_on if self.starts_on and self.starts_on > today else None

    def begun(self, today: date) -> bool:
        """Whether it can no longer be joined: people met before today."""
        return self.format == LIVE and self.starts_on is not None and self.starts_on < today

    @property
    def occupies(self) -> tuple[date, date] | None:
        """The days a live offer takes up, first and last; None where it is not live or its days are not known."""
        if self.starts_on is None or self.ends_on is None or not (self.live or self.format == LIVE):
            return None
        return self.starts_on, self.ends_on

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
