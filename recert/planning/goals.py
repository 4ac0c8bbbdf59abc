"""Settle one objective after the other, several at once where the solver must branch; and then the ties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import gcd

import numpy as np

from recert.planning.catalog import Whole
from recert.planning.search import NEAR, Search, Weights
from recert.planning.ties import smallest_ids

ALONE = ("count", "quality")
"""Objectives never weighed together with others: on their own most offers are alike, and the solver makes one of them."""
LARGEST = 1 << 22
"""Objectives are weighed together while their sum stays far within what the solver tells apart: it takes whole numbers
for whole up to a ten-millionth."""

Goal = tuple[str, Whole]
"""An objective and what each column takes of it."""


@dataclass(frozen=True, slots=True)
class Remaining:
    """What was not proved when time ran out: a plan could be better in this objective, by so much at most."""

    objective: str
    by: int


def settle(
    search: Search, goals: Sequence[Goal], named: Sequence[int], beat: Sequence[int] | None = None
) -> Remaining | None:
    """Settle the goals in their order, then the smallest sorted list of the named columns, which are sorted by id.

    Gives up, and leaves no value, once no choice can come before or beside the sums to beat.
    """
    done, remaining = 0, None
    while done < len(goals) and search.goes_on:
        name, weights = goals[done]
        if not weights[search.open].any():  # settled before, or by what is pinned
            done += 1
        elif search.settles(weights.astype(float)):
            done += 1
            if not search.proved and search.value is not None:
                remaining = Remaining(name, _at_most(weights, search))
        elif beat is not None and _beaten(search, goals[:done], beat):
            search.gives_up()
        else:
            count, remaining = _branched(search, goals[done:])
            done += count
            if search.value is None or search.only_this(named):
                break
        if beat is not None and search.value is not None and sums_of(search, goals[:done]) > [*beat[:done]]:
            search.gives_up()
    if (
        search.value is None and search.goes_on
    ):  # no goal leaves a choice: whether what is pinned suffices is open still
        search.takes_what_is_settled()
    if search.value is not None and search.proved:
        smallest_ids(search, named)
    return remaining


def _branched(search: Search, goals: Sequence[Goal]) -> tuple[int, Remaining | None]:
    """Settle the first of the goals, and as many that follow as can be weighed with it; how many, and what is not proved."""
    block = _together(goals, search)
    search.branches(block.weights)
    if search.value is None:
        return block.count, None
    values = [search.keeps(weights.astype(float)) for _, weights in goals[: block.count]]
    least = block.least_first(search.bound)
    return block.count, None if search.proved else Remaining(goals[0][0], max(0, values[0] - least))


def _beaten(search: Search, done: Sequence[Goal], beat: Sequence[int]) -> bool:
    """Whether the sums to beat, equal so far, are sure to be less in the goal that was relaxed last."""
    least = beat[len(done)]
    return search.relaxed > least + NEAR * max(1, abs(least)) and sums_of(search, done) == [*beat[: len(done)]]


def sums_of(search: Search, goals: Sequence[Goal]) -> list[int]:
    """What the best choice so far comes to."""
    return [search.sum_of(weights) if weights.any() else 0 for _, weights in goals]


@dataclass(frozen=True, slots=True)
class _Block:
    """Several objectives as one sum of weights, the first weighing more than all that follow can amount to."""

    weights: Weights
    count: int
    unit: int
    """What the first objective's amounts were divided by."""
    factor: int

    def least_first(self, bound: int) -> int:
        """The least the first objective can be when the whole sum is at least the bound."""
        return self.unit * (bound // self.factor)


def _together(goals: Sequence[Goal], search: Search) -> _Block:
    """The first objective with as many of those that follow as can be weighed together exactly."""
    may = search.upper > 0
    first = np.where(may, goals[0][1], 0)
    unit = _common(first)
    total, factor, count = first // unit, 1, 1
    size = abs(search.relaxed) / unit + 1
    for name, goal in goals[1:]:
        more = np.where(may, goal, 0)
        more //= _common(more)
        above = int(np.abs(more).sum()) + 1
        if goals[0][0] in ALONE or name in ALONE or size * factor * above > LARGEST:
            break
        total, factor, count = total * above + more, factor * above, count + 1
    return _Block(total.astype(float), count, unit, factor)


def _common(amounts: Whole) -> int:
    return gcd(*amounts.tolist()) or 1


def _at_most(weights: Whole, search: Search) -> int:
    """How much less than now the weights could ever add up to."""
    assert search.value is not None
    return int(weights @ search.value.astype(np.int64)) - int(np.minimum(weights, 0).sum())
