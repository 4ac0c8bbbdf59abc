"""The same question as a linear program for HiGHS, written in four ways from the quickest to the plainest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import ceil

import numpy as np
from highspy import Highs, HighsLp, HighsModelStatus, MatrixFormat, kHighsInf
from scipy.optimize import linprog
from scipy.sparse import csc_matrix, vstack

from bench.reading import Counted, read
from recert.rules.transcript import Activity

CATEGORIES = 3
OUTSIDE, CARDS, TOTAL, APPROVED, FLOORS = range(5)
"""Rows; the three floors follow each other, and after them comes a row for each part that may count in several."""
LEAST = [-kHighsInf, -kHighsInf, 6000.0, 3000.0, 1000.0, 1000.0, 1000.0]
MOST = [3000.0, 1200.0, kHighsInf, kHighsInf, kHighsInf, kHighsInf, kHighsInf]


def quiet() -> Highs:
    """A solver that prints nothing and spends nothing on preparing a program of this size."""
    solver = Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("presolve", "off")
    solver.setOptionValue("threads", 1)
    return solver


WARM = quiet()


def by_arrays(transcript: Sequence[Activity], starts: date, ends: date, solver: Highs = WARM) -> int:
    """The gap in hundredths: one sparse model handed over as arrays, the solver kept from call to call."""
    solver.passModel(_model(read(transcript, starts, ends)))
    return _solved(solver)


def by_arrays_afresh(transcript: Sequence[Activity], starts: date, ends: date) -> int:
    """The same arrays, a solver of its own for each call."""
    return by_arrays(transcript, starts, ends, quiet())


def by_expressions(transcript: Sequence[Activity], starts: date, ends: date) -> int:
    """The gap in hundredths, written in highspy's own modelling language."""
    program = quiet()
    further = [program.addVariable(lb=0, obj=1) for _ in range(CATEGORIES + 1)]
    sums: dict[int, list[object]] = {row: list(further) for row in (TOTAL, APPROVED)}
    sums |= {FLOORS + i: [further[i]] for i in range(CATEGORIES)} | {OUTSIDE: [], CARDS: []}
    for mask, points, approved, card in read(transcript, starts, ends):
        places = [i for i in range(CATEGORIES) if mask >> i & 1] or [None]
        columns = [program.addVariable(lb=0, ub=points) for _ in places]
        if len(columns) > 1:
            program.addConstr(Highs.qsum(columns) <= points)
        for place, column in zip(places, columns, strict=True):
            for row in (TOTAL, APPROVED if approved else OUTSIDE, *([CARDS] if card else [])):
                sums[row].append(column)
            if place is not None:
                sums[FLOORS + place].append(column)
    for row, (least, most) in enumerate(zip(LEAST, MOST, strict=True)):
        if sums[row]:
            program.addConstr(least <= Highs.qsum(sums[row]) <= most)
    return _solved(program)


def by_scipy(transcript: Sequence[Activity], starts: date, ends: date) -> int:
    """The gap in hundredths through scipy's `linprog`, as most Python programs meet HiGHS."""
    model = _model(read(transcript, starts, ends))
    shape = (model.num_row_, model.num_col_)
    matrix = csc_matrix((model.a_matrix_.value_, model.a_matrix_.index_, model.a_matrix_.start_), shape)
    least, most = np.array(model.row_lower_), np.array(model.row_upper_)
    below, above = most < kHighsInf, least > -kHighsInf
    answer = linprog(
        model.col_cost_,
        A_ub=vstack([matrix[below], -matrix[above]]),
        b_ub=np.concatenate([most[below], -least[above]]),
        bounds=np.column_stack([model.col_lower_, model.col_upper_]),
        method="highs",
    )
    return ceil(answer.fun - 1e-6)


def _solved(solver: Highs) -> int:
    solver.run()
    assert solver.getModelStatus() == HighsModelStatus.kOptimal
    return ceil(solver.getInfo().objective_function_value - 1e-6)


def _model(counted: list[Counted]) -> HighsLp:
    index: list[int] = []
    starts, upper = [0], []
    most = list(MOST)
    for mask, points, approved, card in counted:
        shared = [TOTAL, APPROVED] if approved else [OUTSIDE, TOTAL]
        if card:
            shared.append(CARDS)
        if mask & (mask - 1):
            shared.append(len(most))
            most.append(float(points))
        for category in [i for i in range(CATEGORIES) if mask >> i & 1]:
            index += [*shared, FLOORS + category]
            starts.append(len(index))
            upper.append(float(points))
        if not mask:
            index += shared
            starts.append(len(index))
            upper.append(float(points))
    for category in range(CATEGORIES):
        index += [TOTAL, APPROVED, FLOORS + category]
        starts.append(len(index))
    index += [TOTAL, APPROVED]
    starts.append(len(index))
    further = CATEGORIES + 1
    return _lp([0.0] * len(upper) + [1.0] * further, upper + [kHighsInf] * further, most, starts, index)


def _lp(cost: list[float], upper: list[float], most: list[float], starts: list[int], index: list[int]) -> HighsLp:
    model = HighsLp()
    model.num_col_, model.num_row_ = len(cost), len(most)
    model.col_cost_ = np.array(cost)
    model.col_lower_, model.col_upper_ = np.zeros(len(cost)), np.array(upper)
    model.row_lower_ = np.array(LEAST + [-kHighsInf] * (len(most) - len(LEAST)))
    model.row_upper_ = np.array(most)
    model.a_matrix_.format_ = MatrixFormat.kColwise
    model.a_matrix_.start_ = np.array(starts)
    model.a_matrix_.index_ = np.array(index)
    model.a_matrix_.value_ = np.ones(len(index))
    return model
