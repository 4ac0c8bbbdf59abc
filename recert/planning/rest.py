"""What is still open of a program: the columns that are not settled, and the rows that still hold any of them back."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from highspy import HighsLp, HighsVarType, MatrixFormat
from numpy.typing import NDArray

from recert.planning.program import Program

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]


class Entries(NamedTuple):
    """A program's rows as columns of numbers: one entry to each weight, in the order of the rows."""

    row: Places
    column: Places
    weight: Numbers
    least: Numbers
    most: Numbers

    @classmethod
    def of(cls, program: Program) -> Entries:
        rows = program.rows
        starts = np.array(rows.starts, dtype=np.int64)
        return cls(
            np.repeat(np.arange(len(rows.least)), np.diff(starts)),
            np.array(rows.columns, dtype=np.int64),
            np.array(rows.weights, dtype=float),
            np.array(rows.least, dtype=float),
            np.array(rows.most, dtype=float),
        )

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


def rest_of(entries: Entries, lower: Numbers, upper: Numbers, whole: NDArray[np.bool_]) -> tuple[HighsLp, Places]:
    """A program of the open columns alone (of one, where none is), and which they are."""
    inside = np.flatnonzero(lower < upper)
    if not len(inside):
        inside = np.zeros(min(1, len(lower)), dtype=np.int64)
    number = np.full(len(lower), -1)
    number[inside] = np.arange(len(inside))
    there = number[entries.column] >= 0
    settled, count = ~there, len(entries.least)
    held = np.bincount(entries.row[settled], entries.weight[settled] * lower[entries.column[settled]], minlength=count)
    least, most = entries.least - held, entries.most - held
    row, column, weight = entries.row[there], entries.column[there], entries.weight[there]
    low, high = lower[column], upper[column]
    smallest = np.bincount(row, weight * np.where(weight > 0, low, high), minlength=count)
    largest = np.bincount(row, weight * np.where(weight > 0, high, low), minlength=count)
    holds = (smallest < least) | (largest > most)
    kept = holds[row]
    model = HighsLp()
    model.num_col_, model.num_row_ = len(inside), int(holds.sum())
    model.col_cost_ = np.zeros(len(inside))
    model.col_lower_, model.col_upper_ = lower[inside], upper[inside]
    model.integrality_ = [HighsVarType.kInteger if one else HighsVarType.kContinuous for one in whole[inside].tolist()]
    model.row_lower_, model.row_upper_ = least[holds], most[holds]
    model.a_matrix_.format_ = MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.append(0, np.cumsum(np.bincount(row[kept], minlength=count)[holds]))
    model.a_matrix_.index_ = number[column[kept]]
    model.a_matrix_.value_ = weight[kept]
    return model, inside
