"""What a search showed of a route, and what that says where more offers are pinned: a bound without a look at any row.

What is pinned besides takes of a goal what it takes, and saves no more of it than an offer of its kind that was there:
to whatever is asked both bring the same. What it may forbid besides only makes a plan dearer.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from recert.planning.bounds import Bound
from recert.planning.catalog import Whole
from recert.planning.model import Model
from recert.planning.program import Places


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """A bound of the first goal in which a plan by a route may differ, offer by offer."""

    goal: int
    bound: Bound
    places: Places
    kinds: Places
    pinned: Places
    """The places of what the bound takes for pinned already."""

    @classmethod
    def of(cls, goal: int, bound: Bound, model: Model, pinned: Places) -> Shown:
        """What a bound over a model's columns says of its offers."""
        count = len(model.places)
        known = Bound(bound.least, bound.reduced[:count], bound.saves[:count])
        return cls(goal, known, model.places, model.kinds, model.places[pinned])

    def once_pinned(self, model: Model, weights: Whole, pinned: Places) -> Bound | None:
        """The bound over a model's offers; None where prices vary, or nothing was there like one of the pinned."""
        if model.paying.ways:
            return None
        order = np.argsort(self.places)
        there = order[np.minimum(np.searchsorted(self.places, model.places, sorter=order), len(order) - 1)]
        known = self.places[there] == model.places
        reduced = np.where(known, self.bound.reduced[there], 0.0)
        least, kinds = self.bound.least, model.kinds
        for column in pinned[~np.isin(model.places[pinned], self.pinned)].tolist():
            if not known[column]:
                saves = self._saves(kinds[column])
                if saves is None:
                    return None
                reduced[column] = weights[column] - saves
            least += max(0.0, float(reduced[column]))
        return Bound(least, reduced, np.where(known, self.bound.saves[there], 0.0))

    def _saves(self, kind: Places) -> float | None:
        """What an offer of a kind saves at most; None where there was none of it."""
        if np.all(kind < 0):
            return 0.0
        alike = np.flatnonzero((self.kinds == kind).all(axis=1))
        return float(self.bound.saves[alike[0]]) if len(alike) else None
