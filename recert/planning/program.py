"""The choice of offers as a mixed-integer program: offers whole, points divided freely over categories and caps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import count

import numpy as np
from highspy import (
    Highs,
    HighsLp,
    HighsModelStatus,
    HighsVarType,
    MatrixFormat,
    kHighsInf,
)

from recert.planning.candidates import Candidate
from recert.rules.allocate import categories_of
from recert.rules.count import Part
from recert.rules.table import Asked, Group, Hold

Cell = tuple[Group, int]
FEW = 60
"""So many offers are solved at once; of more, those with the smallest reduced costs come first."""
SETTLED = {HighsModelStatus.kOptimal, HighsModelStatus.kInfeasible, HighsModelStatus.kUnboundedOrInfeasible}
"""Nothing here is without bounds, so an unbounded-or-infeasible program is infeasible."""
FEASIBLE = 2
"""HiGHS's word for a primal solution that keeps all rows."""
PATIENCE = 5.0
"""Seconds the solver may take over one objective before the best plan so far is given with its remaining bound."""


@dataclass(slots=True)
class _Rows:
    """A matrix row by row."""

    least: list[float] = field(default_factory=list)
    most: list[float] = field(default_factory=list)
    starts: list[int] = field(default_factory=lambda: [0])
    columns: list[int] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)

    def add(self, least: float, most: float, weights: Mapping[int, float]) -> None:
        self.least.append(least)
        self.most.append(most)
        self.columns.extend(weights)
        self.weights.extend(weights.values())
        self.starts.append(len(self.columns))


class Program:
    """Offers as columns of 0 or 1 (in the order given), then points of each cell in each category."""

    def __init__(self, held: Sequence[Part], found: Sequence[Candidate], asked: Asked) -> None:
        self.found = found
        self.rows = _Rows()
        self.proved = True
        self.columns = count(len(found))
        self.reviewed: int | None = None
        """The column that says outside credit is sent in; None where no offer depends on it."""
        self.counted: dict[Cell, dict[int, int]] = {}
        self.most_needed = asked.total + asked.approved + sum(asked.floors)
        """More points than this meet nothing that so many of them do not."""
        self._supply(held)
        self._limit()
        self._demand(asked)
        self._routes()
        self._exclude()

    def load(self, pinned: Iterable[int] = ()) -> None:
        """Hand the program to the solver; the offers at these places must be chosen."""
        self.highs = Highs()  # type: ignore[no-untyped-call]
        for option, value in _OPTIONS.items():
            self.highs.setOptionValue(option, value)
        self.pinned = np.zeros(len(self.found), dtype=bool)
        self.pinned[list(pinned)] = True
        self.may = np.ones(len(self.found), dtype=bool)
        self.highs.passModel(self._model())

    def limit(self, weights: Sequence[int], most: int) -> None:
        """Keep the sum of the chosen offers' weights within a limit."""
        self.rows.add(-kHighsInf, most, {i: weight for i, weight in enumerate(weights) if weight})

    def least(self, weights: Sequence[int]) -> list[int] | None:
        """The places of the offers with the least sum of weights, kept from now on; None: no choice meets all."""
        places = np.arange(len(self.found), dtype=np.int32)
        self.highs.changeColsCost(len(places), places, np.array(weights, dtype=float))
        chosen = self._fixed_by_price(weights) if self.may.sum() > FEW else self._solved()
        if chosen is None:
            return None
        index = [i for i, weight in enumerate(weights) if weight]
        best = sum(weights[i] for i in chosen)
        self.highs.addRow(-kHighsInf, best, len(index), index, [float(weights[i]) for i in index])
        return chosen

    def open_places(self) -> list[int]:
        """The places of the offers that may still be chosen."""
        return [int(i) for i in np.flatnonzero(self.may)]

    def _fixed_by_price(self, weights: Sequence[int]) -> list[int] | None:
        """Solve over the offers whose reduced cost is small, and over more when a bound does not rule the others out.

        With an offer that stands at reduced cost d, no plan costs less than the relaxation and d together.
        """
        relaxed = self._relaxed()
        if relaxed is None:
            return None
        bound, reduced = relaxed
        margin = float(np.partition(reduced, FEW)[FEW])
        while True:
            self._close(reduced > margin)
            chosen = self._solved()
            over = kHighsInf if chosen is None else sum(weights[i] for i in chosen) - bound + 1e-6
            if over <= margin or margin >= reduced.max() or not self.proved:
                if chosen is not None:
                    self._close(reduced > over)
                return chosen
            margin = min(over, 2 * margin + 1) if chosen is None else over

    def _relaxed(self) -> tuple[float, np.ndarray] | None:
        """The bound when offers may be divided, and the offers' reduced costs."""
        self.highs.setOptionValue("solve_relaxation", True)
        status = self._run()
        self.highs.setOptionValue("solve_relaxation", False)
        if status != HighsModelStatus.kOptimal:
            return None
        duals = np.array(self.highs.getSolution().col_dual[: len(self.found)])
        return float(self.highs.getInfo().objective_function_value), duals

    def _close(self, closed: np.ndarray) -> None:
        """Leave offers out, all but the pinned ones."""
        places = np.arange(len(self.found), dtype=np.int32)
        self.may = ~closed | self.pinned
        self.highs.changeColsBounds(len(places), places, self.pinned.astype(float), self.may.astype(float))

    def _run(self) -> HighsModelStatus:
        """Solve within the time one objective may take; the solver's clock runs on from one to the next."""
        self.highs.setOptionValue("time_limit", self.highs.getRunTime() + PATIENCE)
        self.highs.run()
        status = self.highs.getModelStatus()
        self.proved &= status in SETTLED
        return status

    def _solved(self) -> list[int] | None:
        self._run()
        if self.highs.getInfo().primal_solution_status != FEASIBLE:
            return None
        return [i for i, value in enumerate(self.highs.getSolution().col_value[: len(self.found)]) if value > 0.5]

    def _supply(self, held: Sequence[Part]) -> None:
        """Points counted of a cell are at most what is held in it and what the chosen offers bring."""
        stock: dict[Cell, int] = defaultdict(int)
        brought: dict[Cell, dict[int, float]] = defaultdict(dict)
        for part in held:
            stock[part.group, part.mask] += part.points
        for i, candidate in enumerate(self.found):
            for part in candidate.parts:
                cell = brought[part.group, part.mask]
                cell[i] = cell.get(i, 0) - part.points
        for cell_key in {**stock, **brought}:
            self.counted[cell_key] = {category: next(self.columns) for category in categories_of(cell_key[1])}
            weights = {**dict.fromkeys(self.counted[cell_key].values(), 1.0), **brought[cell_key]}
            self.rows.add(-kHighsInf, stock[cell_key], weights)

    def _limit(self) -> None:
        for hold in {hold for group, _ in self.counted for hold in group.holds}:
            held = self._columns_where(partial(_under, hold))
            self.rows.add(-kHighsInf, hold.at_most, dict.fromkeys(held, 1.0))

    def _demand(self, asked: Asked) -> None:
        self.rows.add(asked.total, kHighsInf, dict.fromkeys(self._columns_where(lambda _: True), 1.0))
        approved = self._columns_where(lambda group: group.approved)
        self.rows.add(asked.approved, kHighsInf, dict.fromkeys(approved, 1.0))
        for category, floor in enumerate(asked.floors):
            columns = [places[category] for places in self.counted.values() if category in places]
            self.rows.add(floor, kHighsInf, dict.fromkeys(columns, 1.0))

    def _routes(self) -> None:
        """An offer that ends too late for a reviewed application allows no outside credit to be sent in."""
        late = [i for i, candidate in enumerate(self.found) if candidate.late]
        if not late:
            return
        self.reviewed = reviewed = next(self.columns)
        outside = self._columns_where(lambda group: not group.approved)
        self.rows.add(-kHighsInf, 0, {**dict.fromkeys(outside, 1.0), reviewed: -float(self.most_needed)})
        for i in late:
            self.rows.add(-kHighsInf, 1, {i: 1.0, reviewed: 1.0})

    def _exclude(self) -> None:
        """Of offers that are one course on one day, one can count."""
        alike: dict[object, list[int]] = defaultdict(list)
        for i, candidate in enumerate(self.found):
            for shared in candidate.rivals:
                alike[shared].append(i)
        for places in alike.values():
            self.rows.add(-kHighsInf, 1, dict.fromkeys(places, 1.0))

    def _columns_where(self, wanted: Callable[[Group], bool]) -> list[int]:
        return [column for (group, _), places in self.counted.items() if wanted(group) for column in places.values()]

    def _model(self) -> HighsLp:
        width, offers = next(self.columns), len(self.found)
        model = HighsLp()
        model.num_col_, model.num_row_ = width, len(self.rows.least)
        model.col_cost_ = np.zeros(width)
        model.col_lower_ = np.concatenate([self.pinned, np.zeros(width - offers)])
        whole = [i < offers or i == self.reviewed for i in range(width)]
        model.col_upper_ = np.array([1.0 if one else kHighsInf for one in whole])
        model.integrality_ = [HighsVarType.kInteger if one else HighsVarType.kContinuous for one in whole]
        model.row_lower_, model.row_upper_ = np.array(self.rows.least), np.array(self.rows.most)
        model.a_matrix_.format_ = MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.array(self.rows.starts)
        model.a_matrix_.index_ = np.array(self.rows.columns)
        model.a_matrix_.value_ = np.array(self.rows.weights, dtype=float)
        return model


def _under(hold: Hold, group: Group) -> bool:
    return hold in group.holds


_OPTIONS: dict[str, bool | int | float] = {
    "output_flag": False,
    "threads": 1,
    "random_seed": 1,
    "mip_rel_gap": 0.0,
    "mip_abs_gap": 0.999,
}
