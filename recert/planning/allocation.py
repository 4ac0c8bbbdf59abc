"""What a holder's cycle asks as rows, where caps cross: points counted in cells, divided freely over categories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
from highspy import kHighsInf

from recert.planning.offered import Offered
from recert.planning.program import Numbers, Program
from recert.rules.allocate import categories_of
from recert.rules.count import Part
from recert.rules.table import Asked, Group, Hold

Cell = tuple[Group, int]


class Allocation:
    """Rows over the offers' columns and over points counted of each cell in each category."""

    def __init__(self, program: Program, held: Sequence[Part], offered: Offered, asked: Asked) -> None:
        self.program = program
        self.counted: dict[Cell, dict[int, int]] = {}
        self._supply(held, offered)
        self._limit()
        self._demand(asked)

    def _supply(self, held: Sequence[Part], offered: Offered) -> None:
        """Points counted of a cell are at most what is held in it and what the chosen offers bring."""
        stock: dict[Cell, int] = defaultdict(int)
        brought: dict[Cell, Numbers] = defaultdict(lambda: np.zeros(len(offered.parts)))
        for part in held:
            stock[part.group, part.mask] += part.points
        for kind, parts in enumerate(offered.parts):
            for part in parts:
                brought[part.group, part.mask][kind] += part.points
        for cell in {**stock, **brought}:
            self.counted[cell] = {category: self.program.amount() for category in categories_of(cell[1])}
            counted = np.array(list(self.counted[cell].values()), dtype=np.int64)
            columns, points = offered.spread(brought[cell])
            self.program.holds(
                (-kHighsInf, stock[cell]), np.append(counted, columns), np.append(np.ones(len(counted)), -points)
            )

    def _limit(self) -> None:
        holds = {hold for group, _ in self.counted for hold in group.holds}
        for hold in sorted(holds, key=lambda hold: hold.name):
            self.program.at_most(hold.at_most, dict.fromkeys(self._columns_where(partial(_under, hold)), 1.0))

    def _demand(self, asked: Asked) -> None:
        self.program.at_least(asked.total, dict.fromkeys(self._columns_where(lambda _: True), 1.0))
        approved = self._columns_where(lambda group: group.approved)
        self.program.at_least(asked.approved, dict.fromkeys(approved, 1.0))
        for category, floor in enumerate(asked.floors):
            columns = [places[category] for places in self.counted.values() if category in places]
            self.program.at_least(floor, dict.fromkeys(columns, 1.0))

    def _columns_where(self, wanted: Callable[[Group], bool]) -> list[int]:
        return [column for (group, _), places in self.counted.items() if wanted(group) for column in places.values()]


def _under(hold: Hold, group: Group) -> bool:
    return hold in group.holds
