"""Where caps cross, find the best allocation with HiGHS: the same lifts in the same order, as linear programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil, floor

from highspy import Highs, HighsModelStatus, ObjSense, kHighsInf

from recert.rules.allocate import NO_CATEGORY, Allocation, categories_of
from recert.rules.count import Part
from recert.rules.table import Asked, Hold

SLACK = 1e-6
"""A solver's answer this close to a whole hundredth is that hundredth."""


class Unsolved(RuntimeError):
    """The linear program had no optimum; cannot happen for points that are finite and not negative."""


def solve(parts: Sequence[Part], asked: Asked) -> tuple[int, Allocation]:
    """The gap in hundredths and the best allocation, for caps of any shape."""
    return _Program(parts, asked).settle()


class _Program:
    """Columns: points of each part in each category it may count in, and further points of the best kind."""

    def __init__(self, parts: Sequence[Part], asked: Asked) -> None:
        self.parts = parts
        self.asked = asked
        self.highs = Highs()  # type: ignore[no-untyped-call]
        self.highs.setOptionValue("output_flag", False)
        self.counted = [{category: self._column() for category in categories_of(part.mask)} for part in parts]
        self.further = [self._column() for _ in (*asked.floors, None)]
        self._limit()
        self.floors = [self._demand(least, self._in(i), [self.further[i]]) for i, least in enumerate(asked.floors)]
        self.approved = self._demand(asked.approved, self._approved(), self.further)
        self._demand(asked.total, self._all(), self.further)

    def settle(self) -> tuple[int, Allocation]:
        gap = self._gap()
        for earned in (*self.floors, self.approved):
            self._lift([earned])
        self._lift(self._all())
        for category in (*range(len(self.asked.floors)), NO_CATEGORY):
            self._lift(self._in(category))
        for columns in self.counted:
            self._lift(columns.values())
            for column in columns.values():
                self._lift([column])
        return gap, self._read()

    def _column(self, most: float = kHighsInf) -> int:
        self.highs.addVar(0, most)
        return int(self.highs.getNumCol()) - 1

    def _row(self, least: float, most: float, columns: Iterable[int], minus: int | None = None) -> None:
        index = [*columns, *([] if minus is None else [minus])]
        weights = [-1.0 if column == minus else 1.0 for column in index]
        self.highs.addRow(least, most, len(index), index, weights)

    def _limit(self) -> None:
        """No part counts more than its points, and no cap lets more through than its limit."""
        under: dict[Hold, list[int]] = {}
        for part, columns in zip(self.parts, self.counted, strict=True):
            self._row(-kHighsInf, part.points, columns.values())
            for hold in part.group.holds:
                under.setdefault(hold, []).extend(columns.values())
        for hold, held in under.items():
            self._row(-kHighsInf, hold.at_most, held)

    def _demand(self, least: int, columns: Sequence[int], further: Iterable[int]) -> int:
        """Meet a minimum with further points; the column returned carries what is earned towards it without them."""
        self._row(least, kHighsInf, [*columns, *further])
        earned = self._column(least)
        self._row(0, kHighsInf, columns, minus=earned)
        return earned

    def _all(self) -> list[int]:
        return [column for columns in self.counted for column in columns.values()]

    def _in(self, category: int) -> list[int]:
        return [columns[category] for columns in self.counted if category in columns]

    def _approved(self) -> list[int]:
        rows = zip(self.parts, self.counted, strict=True)
        return [column for part, columns in rows if part.group.approved for column in columns.values()]

    def _gap(self) -> int:
        gap = ceil(self._optimum(self.further, ObjSense.kMinimize) - SLACK)
        self._row(-kHighsInf, gap, self.further)
        return gap

    def _lift(self, columns: Iterable[int]) -> None:
        """Carry as much as can be, in whole hundredths, and lock it."""
        chosen = list(columns)
        if chosen:
            self._row(floor(self._optimum(chosen, ObjSense.kMaximize) + SLACK), kHighsInf, chosen)

    def _optimum(self, columns: Sequence[int], sense: ObjSense) -> float:
        self.highs.changeObjectiveSense(sense)
        for column in columns:
            self.highs.changeColCost(column, 1)
        self._run()
        optimum = float(self.highs.getInfo().objective_function_value)
        for column in columns:
            self.highs.changeColCost(column, 0)
        return optimum

    def _run(self) -> None:
        self.highs.run()
        if self.highs.getModelStatus() != HighsModelStatus.kOptimal:
            raise Unsolved("the allocation has no optimum")

    def _read(self) -> Allocation:
        self._run()
        value = list(self.highs.getSolution().col_value)
        return [
            {category: points for category, column in columns.items() if (points := floor(value[column] + SLACK))}
            for columns in self.counted
        ]
