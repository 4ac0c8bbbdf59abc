"""Of plans alike in every objective, settle for the one whose sorted ids come first.

From the first id on, so many ids at once that each can weigh more than all that follow it. An id that is refused
closes every later offer that it could stand for, by the rows of the program: were such a one in a best plan, the refused
one could take its place, and would have come first.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from recert.planning.program import Places
from recert.planning.search import Search

AT_ONCE = 20
"""Ids settled in one step: each weighs twice the next, well within what the solver tells apart."""


def smallest_ids(search: Search, named: Sequence[int]) -> None:
    """Settle the smallest sorted list of the named columns, which are sorted by id."""
    while search.proved and not search.only_this(named):
        free = set(search.open.tolist())
        places = [place for place in named if place in free]
        if not any(map(search.takes, places)):
            return
        first, later = places[:AT_ONCE], np.array(places[AT_ONCE:], dtype=np.int64)
        weights = np.zeros(search.width)
        weights[first] = [-(1 << (AT_ONCE - place)) for place in range(1, len(first) + 1)]
        if not search.settles(weights):
            search.branches(weights)
        refused = [place for place in first if not search.takes(place)]
        search.fixes([*first, *_spare(search, refused, later)])


def _spare(search: Search, refused: Sequence[int], later: Places) -> list[int]:
    """The later columns that weigh on each row at least as much as some refused one."""
    weighs, spare = search.entries.burden(np.append(later, np.array(refused, dtype=np.int64))), []
    for place in range(len(later), len(later) + len(refused)):
        if not len(later):
            break
        beaten = np.all(weighs[:, [place]] <= weighs[:, : len(later)], axis=0)
        spare += later[beaten].tolist()
    return spare
