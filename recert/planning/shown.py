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
    model: Model
    pinned: Places
    """The columns that the bound takes for pinned already."""

    def once_pinned(self, model: Model, weights: Whole, pinned: Places) -> Bound | None:
        """The bound over a model's offers; None where prices vary, or nothing was there like one of the pinned."""
        if model.paying.ways:
            return None
        before = self._columns_before(model)
        reduced, saves = (np.where(before >= 0, one[before], 0.0) for one in (self.bound.reduced, self.bound.saves))
        least = self.bound.least
        for column in pinned[~np.isin(before[pinned], self.pinned)].tolist():
            if before[column] < 0:
                saved = self._saved(model.kinds[column])
                if saved is None:
                    return None
                reduced[column] = weights[column] - saved
            least += max(0.0, float(reduced[column]))
        return Bound(least, reduced, saves)

    def _columns_before(self, model: Model) -> Places:
        """The column that each offer of a model was; -1 where it was not there."""
        known = self.model.places
        order = np.argsort(known)
        there = order[np.minimum(np.searchsorted(known, model.places, sorter=order), len(known) - 1)]
        return np.where(known[there] == model.places, there, -1)

    def _saved(self, kind: Places) -> float | None:
        """What an offer of a kind saves at most; None where there was none of it."""
        if np.all(kind < 0):
            return 0.0
        alike = np.flatnonzero((self.model.kinds == kind).all(axis=1))
        return float(self.bound.saves[alike[0]]) if len(alike) else None
