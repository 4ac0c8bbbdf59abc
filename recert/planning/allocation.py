"""What a holder's cycle asks as rows, where caps cross: points counted in cells, divided freely over categories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from recert.planning.candidates import Candidate
from recert.planning.program import Program
from recert.rules.allocate import categories_of
from recert.rules.count import Part
from recert.rules.table import Asked, Group, Hold

Cell = tuple[Group, int]


class Allocation:
    """Rows over the offers' columns and over points counted of each cell in each category."""

    def __init__(
        self, program: Program, held: Sequence[Part], found: Mapping[int, Candidate], asked: Asked, reviewed: int | None
    ) -> None:
        self.program, self.found = program, found
        self.reviewed = reviewed
        self.counted: dict[Cell, dict[int, int]] = {}
        self.most_needed = asked.total + asked.approved + sum(asked.floors)
        """More points than this meet nothing that so many of them do not."""
        self._supply(held)
        self._limit()
        self._demand(asked)
        self._routes()

    def _supply(self, held: Sequence[Part]) -> None:
        """Points counted of a cell are at most what is held in it and what the chosen offers bring."""
        stock: dict[Cell, int] = defaultdict(int)
        brought: dict[Cell, dict[int, float]] = defaultdict(dict)
        for part in held:
            stock[part.group, part.mask] += part.points
        for column, candidate in self.found.items():
            for part in candidate.parts:
                cell = brought[part.group, part.mask]
                cell[column] = cell.get(column, 0) - part.points
        for cell_key in {**stock, **brought}:
            self.counted[cell_key] = {category: self.program.amount() for category in categories_of(cell_key[1])}
            weights = {**dict.fromkeys(self.counted[cell_key].values(), 1.0), **brought[cell_key]}
            self.program.at_most(stock[cell_key], weights)

    def _limit(self) -> None:
        for hold in {hold for group, _ in self.counted for hold in group.holds}:
            self.program.at_most(hold.at_most, dict.fromkeys(self._columns_where(partial(_under, hold)), 1.0))

    def _demand(self, asked: Asked) -> None:
        self.program.at_least(asked.total, dict.fromkeys(self._columns_where(lambda _: True), 1.0))
        approved = self._columns_where(lambda group: group.approved)
        self.program.at_least(asked.approved, dict.fromkeys(approved, 1.0))
        for category, floor in enumerate(asked.floors):
            columns = [places[category] for places in self.counted.values() if category in places]
            self.program.at_least(floor, dict.fromkeys(columns, 1.0))

    def _routes(self) -> None:
        """Outside credit counts only when it is sent in."""
        if self.reviewed is not None:
            outside = self._columns_where(lambda group: not group.approved)
            weights = {**dict.fromkeys(outside, 1.0), self.reviewed: -float(self.most_needed)}
            self.program.at_most(0, weights)

    def _columns_where(self, wanted: Callable[[Group], bool]) -> list[int]:
        return [column for (group, _), places in self.counted.items() if wanted(group) for column in places.values()]


def _under(hold: Hold, group: Group) -> bool:
    return hold in group.holds
