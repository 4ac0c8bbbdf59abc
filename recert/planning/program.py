"""The choice of offers as a mixed-integer program: columns, rows and what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from highspy import HighsLp, HighsVarType, MatrixFormat, kHighsInf


@dataclass(slots=True)
class Rows:
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
    """Whole columns of 0 or 1 (or up to a limit), columns of points, and rows that hold them."""

    def __init__(self) -> None:
        self.rows = Rows()
        self.upper: list[float] = []
        self.whole: list[bool] = []

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
        self.rows.add(-kHighsInf, most, weights)

    def at_least(self, least: float, weights: Mapping[int, float]) -> None:
        self.rows.add(least, kHighsInf, weights)

    def model(self) -> HighsLp:
        """The program as HiGHS reads it."""
        model = HighsLp()
        model.num_col_, model.num_row_ = len(self.upper), len(self.rows.least)
        model.col_cost_ = np.zeros(len(self.upper))
        model.col_lower_, model.col_upper_ = np.zeros(len(self.upper)), np.array(self.upper, dtype=float)
        model.integrality_ = [HighsVarType.kInteger if one else HighsVarType.kContinuous for one in self.whole]
        model.row_lower_, model.row_upper_ = np.array(self.rows.least), np.array(self.rows.most)
        model.a_matrix_.format_ = MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.array(self.rows.starts)
        model.a_matrix_.index_ = np.array(self.rows.columns)
        model.a_matrix_.value_ = np.array(self.rows.weights, dtype=float)
        return model
