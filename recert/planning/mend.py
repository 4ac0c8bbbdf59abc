"""Mend the plan before: take in what is pinned, then drop and exchange what that makes needless.

What comes out keeps every row, and is mostly the best there is already: the search has only to prove it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from recert.planning.program import Numbers, Places
from recert.planning.search import NEAR, Search

STEPS = 20
"""So many exchanges at most."""
MANY = 30_000
"""So many exchanges are weighed against each other in a step; the search is quicker than to weigh more."""


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """A program without amounts: what columns weigh on rows that ask for at least so much. A last column is none at all."""

    weighs: Numbers
    least: Numbers
    asks: int
    """So many rows, the first ones, ask for points; others only say what does not go together."""
    goals: Numbers
    deciding: int
    """The first goal in which choices differ."""
    bound: float
    """No choice comes to less in it."""

    @property
    def kinds(self) -> Numbers:
        """A number to each column: the same to those that bring the same, and take the same of the goal that decides."""
        told = np.concatenate([self.weighs[: self.asks], self.goals[[self.deciding]]])
        number: Numbers = np.random.default_rng(1).random(len(told)) @ told
        return number

    @property
    def order(self) -> Places:
        """The columns in the order of the goals."""
        return np.lexsort(self.goals[::-1])

    def room(self, value: Numbers) -> Numbers:
        """By how much a choice keeps each row."""
        room: Numbers = self.weighs @ value - self.least + NEAR
        return room


def ground_of(search: Search, value: Numbers, goals: Sequence[Places], *, deciding: int, bound: float) -> Ground | None:
    """The program around a choice; None where it is not one that a choice can be mended in."""
    rows = _without_amounts(search, value)
    if rows is None:
        return None
    weighs, least, most = rows
    asks, holds = least > -np.inf, most < np.inf
    return Ground(
        np.concatenate([weighs[asks], -weighs[holds]]),
        np.concatenate([least[asks], -most[holds]]),
        int(np.count_nonzero(asks)),
        np.pad(np.array(goals, dtype=float), ((0, 0), (0, 1))),
        deciding,
        bound,
    )


def _without_amounts(search: Search, value: Numbers) -> tuple[Numbers, Numbers, Numbers] | None:
    """The rows while each amount stays what holds it in a choice: what is brought, or its cap; None where more hold it."""
    rows, upper = search.entries, search.upper
    dense, least, most = np.zeros((len(rows.least), len(value))), rows.least.copy(), rows.most.copy()
    dense[rows.row, rows.column] = rows.weight
    for amount in np.flatnonzero(~search.whole).tolist():
        bounding = np.flatnonzero((dense[:, amount] > 0) & (most < np.inf))
        if len(bounding) != 1:
            return None
        row, each = int(bounding[0]), dense[:, amount].copy()
        dense[:, amount] = each[row] = 0
        room = most[row] - upper[amount]
        if most[row] - dense[row] @ value <= upper[amount]:
            dense -= np.outer(each, dense[row])
            least, most = least - each * most[row], most - each * most[row]
            least[row], most[row] = room, np.inf
        else:
            least, most = least - each * upper[amount], most - each * upper[amount]
            most[row] = room
    return dense, least, most


def mended(ground: Ground, value: Numbers, free: NDArray[np.bool_]) -> Numbers:
    """A choice made better for as long as dropping one column or two, and taking up to one for them, helps."""
    order, kinds = ground.order, ground.kinds
    order = order[free[order]]
    for _ in range(STEPS):
        others = _firsts(order[value[order] == 0], kinds)
        drops = _drops(order[value[order] > 0][::-1], kinds, most=MANY // len(others))
        change = _better(ground, value, drops, others)
        if change is None:
            break
        value = value.copy()
        value[drops[change[0]]] = 0
        value[others[change[1]]] = 1
        value[-1] = 0
    return value


def _firsts(columns: Places, kinds: Numbers) -> Places:
    """None at all, and the first column of each kind."""
    _, first = np.unique(kinds[columns], return_index=True)
    return np.append(columns[first], len(kinds) - 1)


def _drops(columns: Places, kinds: Numbers, *, most: int) -> Places:
    """One or two columns, the first ones of each kind; only one where pairs were more than so many."""
    known = dict[float, list[int]]()
    for column, kind in zip(columns.tolist(), np.round(kinds[columns], 6).tolist(), strict=True):
        known.setdefault(kind, []).append(column)
    single = [(one[0], len(kinds) - 1) for one in known.values()]
    twice = [one for kind in known.values() for one in kind[:2]]
    pairs = combinations(twice, 2) if len(twice) ** 2 <= 2 * most else ()
    return np.array([*single, *pairs], dtype=np.int64).reshape(-1, 2)


def _better(ground: Ground, value: Numbers, drops: Places, others: Places) -> tuple[int, int] | None:
    """The places of what to drop and what to take instead, where that keeps every row and is better: the best there is."""
    less, more = ground.goals[:, drops].sum(axis=2), ground.goals[:, others]
    loses, brings, room = ground.weighs[:, drops].sum(axis=2), ground.weighs[:, others], ground.room(value)
    decides = more[ground.deciding] - less[ground.deciding][:, None]
    lowest = ground.bound - ground.goals[ground.deciding] @ value - 1
    drop, add = np.nonzero((decides <= 0) & (decides >= lowest))
    for row in range(len(room)):
        holds = room[row] - loses[row, drop] + brings[row, add] >= 0
        drop, add = drop[holds], add[holds]
    change = np.pad(more[:, add] - less[:, drop], ((0, 0), (0, 1)))  # the last is to leave all as it is
    best = np.arange(len(drop) + 1)
    for goal in change:
        best = best[goal[best] == goal[best].min()]
    return None if best[-1] == len(drop) else (int(drop[best[0]]), int(add[best[0]]))
