"""Begin a search with what is known: a choice to beat, what the search before showed, and the plan before, mended."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from recert.planning.bounds import Bound, bound_of
from recert.planning.goals import Goal, sums_of
from recert.planning.mend import ground_of, mended
from recert.planning.program import Places
from recert.planning.search import NEAR, Search


def first_open(goals: Sequence[Goal], settled: Places) -> int | None:
    """The first goal in which choices differ: those before it are settled with these columns."""
    for place, (_, weights) in enumerate(goals):
        if np.delete(weights, settled).any():
            return place
    return None


def hopeless(bound: Bound, goals: Sequence[Goal], done: int, pinned: Places, beat: Sequence[int]) -> bool:
    """Whether a bound of the first goal that is open shows that no choice can come before the sums to beat."""
    before = [int(weights[pinned].sum()) for _, weights in goals[:done]]
    return before == [*beat[:done]] and bound.least > beat[done] + NEAR * max(1, abs(beat[done]))


def begin(
    search: Search,
    goals: Sequence[Goal],
    done: int,
    *,
    beat: Sequence[int] | None,
    bound: Bound | None,
    ours: Places | None,
) -> None:
    """Leave out of a search what cannot be in a choice as good as those known; give up where nothing can.

    The goals are done up to the first in which choices differ, and of that one a bound may be known.
    """
    if beat is None and ours is None:
        return
    weights = goals[done][1]
    bound = bound or bound_of(search.entries, search.lower, search.upper, weights.astype(float))
    search.shown = bound
    if beat is not None and sums_of(search, goals[:done]) == [*beat[:done]]:
        search.sifts(bound, beat[done])
    if ours is not None and search.goes_on:
        _mends(search, goals, done, bound, ours)


def _mends(search: Search, goals: Sequence[Goal], done: int, bound: Bound, ours: Places) -> None:
    """Start from the plan before, mended, where it goes together with what is pinned."""
    value = np.append(search.lower, 0)
    value[ours] = 1
    ground = ground_of(search, value, [weights for _, weights in goals], deciding=done, bound=bound.least)
    if ground is None or np.any(ground.room(value) < 0):
        return
    search.value = value[:-1]
    search.sifts(bound, search.sum_of(goals[done][1]))
    free = np.append(search.whole & (search.lower < search.upper), False)
    search.value = mended(ground, value, free)[:-1]
    search.sifts(bound, search.sum_of(goals[done][1]))
