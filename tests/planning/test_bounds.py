"""Bounds by one row, and choices mended: on small programs, against every choice there is."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from recert.planning.bounds import bound_of
from recert.planning.mend import ground_of, mended
from recert.planning.program import Numbers, Program
from recert.planning.search import Search

WIDTH = 8


def drawn(seed: int) -> tuple[Search, list[Numbers]]:
    """Two rows that ask for points, one of them counted up to a cap, one that forbids, and two goals."""
    chance, program = np.random.default_rng(seed), Program()
    columns = program.choices(WIDTH)
    program.holds((6, np.inf), columns, chance.integers(0, 5, WIDTH))
    counted = program.amount(4)
    points = chance.integers(0, 3, WIDTH)
    program.holds((-np.inf, 0), np.append(columns, counted), np.append(-points, 1))
    program.holds((5, np.inf), np.append(columns[:4], counted), np.append(chance.integers(0, 4, 4), 1))
    program.one_of(columns[2:4])
    return Search(program, [int(chance.integers(WIDTH))]), [
        np.append(chance.integers(0, 9, WIDTH), 0) for _ in range(2)
    ]


def kept(search: Search, value: Numbers) -> bool:
    """Whether a choice keeps every row when as much is counted as may be."""
    rows, dense = search.entries, np.zeros((4, WIDTH + 1))
    dense[rows.row, rows.column] = rows.weight
    counted = min(4, -dense[1, :WIDTH] @ value[:WIDTH])
    sums = dense @ np.append(value[:WIDTH], counted)
    return bool(np.all(sums >= rows.least) and np.all(sums <= rows.most) and np.all(value >= search.lower))


def choices(search: Search) -> list[Numbers]:
    every = (np.array([*taken, 0.0]) for taken in product((0.0, 1.0), repeat=WIDTH))
    return [value for value in every if kept(search, value)]


@pytest.mark.parametrize("seed", range(40))
def test_no_choice_lies_below_the_bound_and_its_reduced_costs(seed: int) -> None:
    search, (weights, _) = drawn(seed)
    bound = bound_of(search.entries, search.lower, search.upper, weights.astype(float))
    dearer, cheaper = np.maximum(bound.reduced, 0)[:WIDTH], np.minimum(bound.reduced, 0)[:WIDTH]
    for value in choices(search):
        beyond = dearer @ (value - search.lower)[:WIDTH] - cheaper @ (search.upper - value)[:WIDTH]
        assert weights @ value >= bound.least + beyond - 1e-6


@pytest.mark.parametrize("seed", range(40))
def test_a_mended_choice_keeps_every_row_and_is_no_worse(seed: int) -> None:
    search, goals = drawn(seed)
    bound = bound_of(search.entries, search.lower, search.upper, goals[0].astype(float))
    free = np.append(search.whole & (search.lower < search.upper), False)
    for value in choices(search):
        start = np.append(value, 0)
        ground = ground_of(search, start, goals, deciding=0, bound=bound.least)
        assert ground is not None
        found = mended(ground, start, free)[:-1]
        assert kept(search, found)
        assert tuple(goal @ found for goal in goals) <= tuple(goal @ value for goal in goals)
