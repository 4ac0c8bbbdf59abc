"""The choice of offers as a mixed-integer program: columns, rows and what they mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from highspy import kHighsInf
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]


class Entries(NamedTuple):
    """A program's rows as columns of numbers: one entry to each weight, in the order of the rows."""

    row: Places
    column: Places
    weight: Numbers
    least: Numbers
    most: Numbers

    def and_at_most(self, most: float, weights: Numbers) -> Entries:
        """With one row more."""
        columns = np.flatnonzero(weights)
        return Entries(
            np.append(self.row, np.full(len(columns), len(self.least))),
            np.append(self.column, columns),
            np.append(self.weight, weights[columns]),
            np.append(self.least, -np.inf),
            np.append(self.most, most),
        )

    def burden(self, columns: Places) -> Numbers:
        """What each of the columns weighs on each row that bounds them, as if every row said *at most*."""
        number = np.full(max(self.column.max(initial=0), columns.max(initial=0)) + 1, -1)
        number[columns] = np.arange(len(columns))
        there = number[self.column] >= 0
        dense = np.zeros((len(self.least), len(columns)))
        dense[self.row[there], number[self.column[there]]] = self.weight[there]
        dense = np.concatenate([dense[self.most < np.inf], -dense[self.least > -np.inf]])
        used: Numbers = dense[dense.any(axis=1)]
        return used


class Program:
    """Whole columns of 0 or 1 (or up to a limit), columns of points, and rows that hold them."""

    def __init__(self) -> None:
        self.upper: list[float] = []
        self.whole: list[bool] = []
        self._bounds: list[tuple[float, float]] = []
        self._columns: list[Places] = []
        self._weights: list[Numbers] = []

    def choices(self, count: int) -> Places:
        """New columns, each taken or not."""
        first = len(self.upper)
        self.upper += [1.0] * count
        self.whole += [True] * count
        return np.arange(first, first + count)

    def choice(self, most: int = 1) -> int:
        """A new column: taken or not, or so many times."""
        self.upper.append(most)
        self.whole.append(True)
        return len(self.upper) - 1

    def amount(self, most: float = kHighsInf) -> int:
        """A new column of points, which may be divided."""
        self.upper.append(most)
        self.whole.append(False)
        return len(self.upper) - 1

    def at_most(self, most: float, weights: Mapping[int, float]) -> None:
        self.holds((-kHighsInf, most), list(weights), list(weights.values()))

    def at_least(self, least: float, weights: Mapping[int, float]) -> None:
        self.holds((least, kHighsInf), list(weights), list(weights.values()))

    def one_of(self, columns: Sequence[int] | Places) -> None:
        """One of them can be taken, no more."""
        self.holds((-kHighsInf, 1), columns, np.ones(len(columns)))

    def holds(
        self, bounds: tuple[float, float], columns: Sequence[int] | Places, weights: Sequence[float] | Numbers
    ) -> None:
        """A row between bounds: no column in it twice."""
        self._bounds.append(bounds)
        self._columns.append(np.asarray(columns, dtype=np.int64))
        self._weights.append(np.asarray(weights, dtype=float))

    def entries(self) -> Entries:
        """All rows."""
        bounds = np.array(self._bounds, dtype=float).reshape(-1, 2)
        return Entries(
            np.repeat(np.arange(len(bounds)), [len(columns) for columns in self._columns]),
            np.concatenate([*self._columns, np.zeros(0, dtype=np.int64)]),
            np.concatenate([*self._weights, np.zeros(0)]),
            bounds[:, 0],
            bounds[:, 1],
        )
