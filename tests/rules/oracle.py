"""An independent judge of allocations: one plain linear program over points, written from the policy alone."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

import numpy as np
from highspy import Highs, HighsLp, HighsModelStatus, MatrixFormat, kHighsInf

from recert.rules.allocate import Allocation
from recert.rules.count import Part
from recert.rules.table import Asked


def gap(parts: Sequence[Part], asked: Asked) -> int:
    """The fewest further points (hundredths): minimise them subject to every minimum and cap, in one dense program."""
    places = len(asked.floors) + 1
    columns = len(parts) * places + places
    rows: list[tuple[float, float, list[float]]] = []

    def row(least: float, most: float, weight: dict[int, float]) -> None:
        line = [0.0] * columns
        for column, value in weight.items():
            line[column] = value
        rows.append((least, most, line))

    counted = {(i, place): i * places + place for i in range(len(parts)) for place in range(places)}
    further = range(len(parts) * places, columns)
    upper = [kHighsInf] * columns
    for (i, place), column in counted.items():
        allowed = not parts[i].mask if place == places - 1 else parts[i].mask >> place & 1
        upper[column] = float(parts[i].points) if allowed else 0.0
    for i, part in enumerate(parts):
        row(-kHighsInf, part.points, {counted[i, place]: 1.0 for place in range(places)})
    for hold in {hold for part in parts for hold in part.group.holds}:
        held = [column for (i, _), column in counted.items() if hold in parts[i].group.holds]
        row(-kHighsInf, hold.at_most, dict.fromkeys(held, 1.0))
    row(asked.total, kHighsInf, dict.fromkeys(range(columns), 1.0))
    approved = [column for (i, _), column in counted.items() if parts[i].group.approved]
    row(asked.approved, kHighsInf, dict.fromkeys([*approved, *further], 1.0))
    for place, floor in enumerate(asked.floors):
        held = [counted[i, place] for i in range(len(parts))]
        row(floor, kHighsInf, dict.fromkeys([*held, further[place]], 1.0))
    cost = [1.0 if column in further else 0.0 for column in range(columns)]
    return ceil(_minimum(cost, upper, rows) - 1e-6)


def _minimum(cost: list[float], upper: list[float], rows: list[tuple[float, float, list[float]]]) -> float:
    program = HighsLp()
    program.num_col_, program.num_row_ = len(cost), len(rows)
    program.col_cost_ = np.array(cost)
    program.col_lower_, program.col_upper_ = np.zeros(len(cost)), np.array(upper)
    program.row_lower_ = np.array([least for least, _, _ in rows])
    program.row_upper_ = np.array([most for _, most, _ in rows])
    dense = np.array([line for _, _, line in rows])
    program.a_matrix_.format_ = MatrixFormat.kRowwise
    program.a_matrix_.start_ = np.arange(0, dense.size + 1, len(cost))
    program.a_matrix_.index_ = np.tile(np.arange(len(cost)), len(rows))
    program.a_matrix_.value_ = dense.ravel()
    solver = Highs()
    solver.setOptionValue("output_flag", False)
    solver.passModel(program)
    solver.run()
    assert solver.getModelStatus() == HighsModelStatus.kOptimal
    return solver.getInfo().objective_function_value


def broken_promises(parts: Sequence[Part], allocation: Allocation) -> list[str]:
    """What an allocation gets wrong by the policy: points made up, caps overrun, categories a part may not count in."""
    wrong = []
    for part, chosen in zip(parts, allocation, strict=True):
        if sum(chosen.values()) > part.points or any(points <= 0 for points in chosen.values()):
            wrong.append(f"{part} counts {chosen}")
        if any(not _may_count(part, category) for category in chosen):
            wrong.append(f"{part} counts in {chosen}")
    for hold in {hold for part in parts for hold in part.group.holds}:
        held = sum(sum(c.values()) for p, c in zip(parts, allocation, strict=True) if hold in p.group.holds)
        if held > hold.at_most:
            wrong.append(f"{held} under {hold}")
    return wrong


def _may_count(part: Part, category: int) -> bool:
    return not part.mask if category < 0 else bool(part.mask >> category & 1)


def shortfalls(parts: Sequence[Part], allocation: Allocation, asked: Asked) -> tuple[int, int, list[int]]:
    """What an allocation leaves short: of the total, of the approved points, and of each category."""
    rows = list(zip(parts, allocation, strict=True))
    total = sum(sum(chosen.values()) for _, chosen in rows)
    approved = sum(sum(chosen.values()) for part, chosen in rows if part.group.approved)
    floors = [max(0, floor - sum(chosen.get(i, 0) for _, chosen in rows)) for i, floor in enumerate(asked.floors)]
    return max(0, asked.total - total), max(0, asked.approved - approved), floors
