"""What a plan pays, as columns of its program: offers, the purchases that open prices, and the months these last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from recert.planning.catalog import Whole
from recert.planning.field import Field
from recert.planning.months import months_left
from recert.planning.offer import Offer
from recert.planning.program import Program
from recert.planning.search import Search
from recert.planning.wishes import Wishes


@dataclass(frozen=True, slots=True)
class _Way:
    """A column: the offer is had at the price that something opens; `saves` against its price now."""

    offer: int
    saves: int
    hours: int


@dataclass
class Paying:
    """Prices by column; the offers' columns are the program's first."""

    program: Program
    prices: Whole
    ways: dict[int, _Way] = field(default_factory=dict)
    purchases: dict[int, Offer] = field(default_factory=dict)
    """A column to each purchase: bought or not."""
    months: dict[int, int] = field(default_factory=dict)
    """Column of a purchase that is paid by the month → the column of its months."""

    @classmethod
    def of(cls, program: Program, known: Field, rows: Whole, wishes: Wishes) -> Paying:
        """The prices of the offers in these rows, with columns and rows for whatever changes them."""
        paying = cls(program, known.tariff.best[rows].copy())
        used: dict[str, list[int]] = {}
        for column in np.flatnonzero(known.tariff.varies[rows]).tolist():
            row = int(rows[column])
            price = known.tariff.price(row)
            paying.prices[column] = price.now or 0
            opened = []
            for name, cost in price.opened.items():
                way = program.choice()
                paying.ways[way] = _Way(column, (price.now or 0) - cost, int(known.catalog.hours[row]))
                used.setdefault(name, []).append(way)
                opened.append(way)
            program.at_most(0, {column: -1.0, **dict.fromkeys(opened, 1.0)})
            if price.now is None:
                program.at_most(0, {column: 1.0, **dict.fromkeys(opened, -1.0)})
        paying._open(known, used, wishes)
        return paying

    def _open(self, known: Field, used: Mapping[str, list[int]], wishes: Wishes) -> None:
        """A price is open once one of the purchases that open it is bought, for as many months as its hours take."""
        columns: dict[str, int] = {}
        longest = max(months_left(found.holder, approved=True) for found in known.founds)
        for name, ways in used.items():
            doors = [self._purchase(one, columns, longest) for one in known.tariff.openers[name]]
            for way in ways:
                self.program.at_most(0, {way: 1.0, **dict.fromkeys(doors, -1.0)})
            self._last(ways, doors, wishes)

    def _last(self, ways: Sequence[int], doors: Sequence[int], wishes: Wishes) -> None:
        """A month holds as many hours as are free in one; what is paid once lasts."""
        hours = {way: float(self.ways[way].hours) for way in ways if self.ways[way].hours}
        if wishes.hours_a_month is None or not any(door in self.months for door in doors):
            return
        enough = sum(hours.values())
        lasts = {self.months.get(door, door): wishes.hours_a_month if door in self.months else enough for door in doors}
        self.program.at_most(0, {**hours, **{column: -float(most) for column, most in lasts.items()}})

    def _purchase(self, purchase: Offer, columns: dict[str, int], longest: int) -> int:
        if purchase.id not in columns:
            column = columns[purchase.id] = self.program.choice()
            self.purchases[column] = purchase
            if purchase.per_month:
                months = self.months[column] = self.program.choice(longest)
                self.program.at_most(0, {column: 1.0, months: -1.0})
                self.program.at_most(0, {months: 1.0, column: -float(longest)})
        return columns[purchase.id]

    def costs(self) -> Whole:
        """What each column costs."""
        costs = np.zeros(len(self.program.upper), dtype=np.int64)
        costs[: len(self.prices)] = self.prices
        for column, way in self.ways.items():
            costs[column] = -way.saves
        for column, purchase in self.purchases.items():
            costs[self.months.get(column, column)] = purchase.price
        return costs

    def paid(self, column: int, search: Search) -> int:
        """What a chosen offer costs in the end."""
        saved = sum(way.saves for one, way in self.ways.items() if way.offer == column and search.takes(one))
        return int(self.prices[column]) - saved

    def bought(self, search: Search) -> Iterator[tuple[Offer, int]]:
        """The purchases made, and for how many months."""
        for column, purchase in self.purchases.items():
            if search.takes(column):
                yield purchase, search.times(self.months[column]) if column in self.months else 1
