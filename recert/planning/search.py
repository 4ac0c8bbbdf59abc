"""Search a program's best choice, objective after objective, each proved and kept for the next.

Every objective is first relaxed: offers may be divided. Where a choice known already comes as low, or the relaxed answer
divides none, that is the best, and the offers whose reduced cost rules them out are settled for good. Elsewhere the
solver branches, over those offers alone that are not ruled out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from highspy import Highs, HighsModelStatus, kHighsInf
from numpy.typing import NDArray

from recert.planning.bounds import Bound
from recert.planning.program import Places, Program
from recert.planning.rest import Rest, narrowed, rest_of
from recert.planning.solver import AGAIN, BRANCHED, FEASIBLE, RELAXED, SETTLED, SMALL, Options, solver

Weights = NDArray[np.float64]
"""A number to each column."""

FEW = 80
"""So many offers are solved at once; of more, those with the smallest reduced costs come first."""
SEVERAL = 400
"""So many are solved at once where a choice is known already, for the reduced costs that it rules out stay out."""
PATIENCE = 5.0
"""Seconds a whole search may take before the best plan so far is given with what remains unproved."""
NEAR = 1e-6
HALF = 0.5
ENOUGH = 0.9
"""Sums of whole weights that lie less than this apart are one."""


class _Relaxed(NamedTuple):
    bound: float
    reduced: Weights
    value: Weights
    error: float
    """So far the numbers may be off. Sums of weights are whole, so up to a half it tells them apart still."""


class Search:
    """A program in the solver, with what has been settled so far."""

    def __init__(self, program: Program, pinned: Sequence[int] | Places = (), patience: float = PATIENCE) -> None:
        self.entries = program.entries()
        self.width = len(program.upper)
        self.whole = np.array(program.whole, dtype=bool)
        self.lower, self.upper = np.zeros(self.width), np.array(program.upper, dtype=float)
        self.lower[np.asarray(pinned, dtype=np.int64)] = 1
        self.spent = 0.0
        """Seconds spent in solvers that are done with."""
        self.solver: Highs | None = None
        """The solver of the relaxation, which goes on from objective to objective."""
        self.rest: Rest | None = None
        """What it holds; None while it is to be told anew."""
        self.ends = patience
        self.proved = True
        self.feasible = True
        """Whether a choice may still be found."""
        self.value: Weights | None = None
        """The best choice so far."""
        self.shown: Bound | None = None
        """The first bound, before anything was settled."""
        self.last: tuple[Weights, _Relaxed] | None = None
        """The last relaxation, by what it minimized, while nothing has been settled since."""
        self.relaxed = 0.0
        """The answer of the last relaxation."""
        self.inner = 0.0
        """What the last branching proved that no choice it looked at can lie below."""
        self.bound = 0
        """Where time ran out, the sum of weights below which no choice can lie."""

    def settles(self, weights: Weights) -> bool:
        """Whether relaxing alone finds the least sum of these weights, or shows that it is known; it is kept from now on.

        A program that cannot be met even so leaves no value.
        """
        if self._spares(weights):
            return True
        relaxed = self._relaxed(weights)
        if relaxed is None:
            self._lost()
            return True
        over = 0.0 if self.value is None else max(0.0, self._sum(weights) - relaxed.bound)
        if self.value is None or over >= ENOUGH - SMALL * abs(relaxed.bound):
            if not self._is_whole(relaxed.value):
                return False
            self.value, over = np.round(relaxed.value), 0.0
        self._settle(relaxed, over)
        self.keeps(weights)
        return True

    def _spares(self, weights: Weights) -> bool:
        """Whether the best choice so far takes nothing open of these weights; then neither does any from now on."""
        open_weights = np.where(self.lower < self.upper, weights, 0)
        if self.value is None or np.any(open_weights < 0) or np.any(open_weights * (self.value - self.lower) > HALF):
            return False
        self.upper = np.where(open_weights > 0, self.lower, self.upper)
        self._narrows()
        return True

    def branches(self, weights: Weights) -> int | None:
        """The least sum of whole weights by branching, for the caller to keep; None where no choice meets all.

        With an offer that stands at reduced cost d, no choice costs less than the relaxation and d together: it looks
        over the offers of small reduced cost, and over more while the best found does not rule the others out.
        """
        relaxed = self._relaxed(weights)
        if relaxed is None:
            self._lost()
            return None
        distance = np.sort(np.abs(relaxed.reduced[self.open]))
        known = None if self.value is None else self._sum(weights)
        most = float(distance[-1]) if known is None else max(0.0, known - relaxed.bound)
        if known is not None and most < ENOUGH - SMALL * abs(known):
            self._settle(relaxed, most)
            return known
        margin = min(most, float(distance[min(FEW, len(distance) - 1)]))
        if known is not None and np.searchsorted(distance, most, "right") <= SEVERAL:
            margin = most
        lower, upper, best = self.lower, self.upper, self.value
        while True:
            self.lower, self.upper = lower, upper
            self._shut(relaxed.reduced, margin + relaxed.error)
            found = self._solved(weights)
            if known is not None and best is not None and (found is None or found > known):
                self.value, found = best, known
            over = most if found is None else max(0.0, found - relaxed.bound)
            if not self.proved or over - margin < ENOUGH or margin >= most:
                break
            further = float(distance[min(SEVERAL, len(distance) - 1)])
            wider = 4 * margin + 1 if found is None else over
            margin = min(most, further if margin < further < wider else wider)
        if found is None and self.proved:
            found = self._solved(weights, (AGAIN,))
            over = most if found is None else max(0.0, found - relaxed.bound)
        self.lower, self.upper = lower, upper
        if found is None:
            self.value, self.feasible = None, False
            return None
        self.bound = found if self.proved else min(found, self._proven(relaxed.bound, margin))
        self._settle(relaxed, over)
        return found

    def takes(self, column: int) -> bool:
        """Whether the best choice so far takes a column."""
        return self.times(column) > 0

    def times(self, column: int) -> int:
        """How often the best choice so far takes a column."""
        assert self.value is not None
        return round(float(self.value[column]))

    def taken(self, columns: Places) -> Places:
        """Those of the columns that the best choice so far takes."""
        assert self.value is not None
        taken: Places = columns[self.value[columns] > HALF]
        return taken

    def sum_of(self, weights: Places) -> int:
        """What whole columns of the best choice so far add up to."""
        return self._sum(weights.astype(float))

    def sifts(self, bound: Bound, most: int) -> None:
        """Look only for choices whose sum is at most so much, by what a bound of it shows; give up if there are none."""
        margin, error = most - bound.least, NEAR * max(1.0, abs(most))
        if margin < -error:
            self.gives_up()
        else:
            reduced = np.pad(bound.reduced, (0, self.width - len(bound.reduced)))  # of amounts it may say nothing
            self._shut(reduced, max(margin, 0.0) + error)

    def takes_what_is_settled(self) -> None:
        """Where no choice is left, what is settled is it, if it meets all."""
        rows = self.entries
        if np.any(self.lower < self.upper):  # amounts that no goal weighs
            nothing = np.zeros(self.width)
            if not self.settles(nothing):
                self.branches(nothing)
            return
        sums = np.bincount(rows.row, rows.weight * self.lower[rows.column], minlength=len(rows.least))
        if np.all((sums > rows.least - NEAR) & (sums < rows.most + NEAR)):
            self.value = self.lower.copy()
        else:
            self.gives_up()

    def gives_up(self) -> None:
        """Look for no choice any longer."""
        self.value, self.feasible = None, False

    @property
    def seconds(self) -> float:
        """What solving has taken so far."""
        return self.spent + (float(self.solver.getRunTime()) if self.solver else 0.0)

    @property
    def goes_on(self) -> bool:
        """Whether there is time left, and a choice to be found."""
        return self.proved and self.feasible

    @property
    def open(self) -> NDArray[np.int64]:
        """The whole columns that are not settled."""
        return np.flatnonzero(self.whole & (self.lower < self.upper))

    def only_this(self, among: Sequence[int]) -> bool:
        """Whether relaxing already shows that no choice takes other columns than the one found, nor only some of them.

        While many are open it hardly ever does, and is not asked.
        """
        assert self.value is not None
        if len(self.open) > FEW:
            return False
        taken = self.value[among] > HALF
        change = np.zeros(self.width)
        change[among] = np.where(taken, 1.0, -1.0)
        relaxed = self._relaxed(change)
        return relaxed is not None and relaxed.bound - int(taken.sum()) > NEAR - 1

    def _lost(self) -> None:
        """Nothing meets all; or, where a choice is known already, time ran out before anything better was found."""
        if self.value is None:
            self.feasible = False
        else:
            self.proved = False

    def fixes(self, columns: Sequence[int]) -> None:
        """Keep these columns as they are in the best choice so far."""
        assert self.value is not None
        self.lower, self.upper = self.lower.copy(), self.upper.copy()
        self.lower[columns] = self.upper[columns] = self.value[columns]
        self._narrows()

    def _proven(self, relaxed: float, margin: float) -> int:
        """After time has run out: no choice costs less, whether it takes what was looked at or what was not."""
        return int(np.ceil(max(relaxed, min(self.inner, relaxed + margin)) - NEAR * max(1.0, abs(relaxed) * NEAR)))

    def keeps(self, weights: Weights) -> int:
        """The sum of these weights in the best choice so far, and no more from now on."""
        most = self._sum(weights)
        self.entries = self.entries.and_at_most(most + HALF, weights)
        self.last = None
        if self.rest is not None:
            index = np.flatnonzero(weights[self.inside]).astype(np.int32)
            within = most + HALF - self._settled(weights)
            self.lp.addRow(-kHighsInf, within, len(index), index, weights[self.inside][index])
        return most

    def _sum(self, weights: Weights) -> int:
        value = self.lower if self.value is None else self.value
        return round(float(weights[self.whole] @ value[self.whole]))

    def _settle(self, relaxed: _Relaxed, margin: float) -> None:
        """Do for good what the reduced costs allow."""
        self._shut(relaxed.reduced, margin + relaxed.error)
        self._narrows()

    def _shut(self, reduced: Weights, most: float) -> None:
        """Leave out what would cost more than that, and keep what would cost more to leave out."""
        single = self.whole & (self.upper - self.lower <= 1)
        self.upper = np.where(single & (reduced > most), self.lower, self.upper)
        self.lower = np.where(single & (reduced < -most), self.upper, self.lower)

    def _narrows(self) -> None:
        """Tell the relaxation what is settled; where little is left of it, it is started anew with that."""
        self.last = None
        if self.rest is None:
            return
        if 2 * np.count_nonzero(self.lower < self.upper) < len(self.inside) > 1:
            self.rest = None
            return
        inside = self.inside
        self.lp.changeColsBounds(
            len(inside), np.arange(len(inside), dtype=np.int32), self.lower[inside], self.upper[inside]
        )

    def _brancher(self, options: Options, weights: Weights) -> tuple[Highs, Rest]:
        """A solver with the columns that are open; those alike are one."""
        highs = solver(options)
        entries = narrowed(self.entries, self.lower, self.upper)
        rest = rest_of(entries, self.lower, self.upper, self.whole, weights)
        rest.passes_to(highs, weights)
        return highs, rest

    @property
    def lp(self) -> Highs:
        """The solver of the relaxation, with the columns that are open: what it leaves out is settled for good."""
        if self.solver is None:
            self.solver = solver(RELAXED)
        if self.rest is None:
            self.entries = narrowed(self.entries, self.lower, self.upper)
            self.rest = rest_of(self.entries, self.lower, self.upper, self.whole)
            self.solver.clearModel()
            self.rest.passes_to(self.solver)
        return self.solver

    @property
    def inside(self) -> NDArray[np.int64]:
        """The columns in the relaxation."""
        assert self.rest is not None
        return self.rest.inside

    def _settled(self, weights: Weights) -> float:
        """What the columns outside the relaxation add up to."""
        return float(weights @ self.lower) - float(weights[self.inside] @ self.lower[self.inside])

    def _relaxed(self, weights: Weights) -> _Relaxed | None:
        """The answer when offers may be divided; None where there is none even so."""
        may = np.where(self.upper > 0, weights, 0)
        if self.last is not None and np.array_equal(self.last[0], may):
            return self.last[1]
        lp = self.lp
        inside = self.inside
        lp.changeColsCost(len(inside), np.arange(len(inside), dtype=np.int32), weights[inside])
        if self._run(lp) != HighsModelStatus.kOptimal:
            return None
        solution = lp.getSolution()
        self.relaxed = float(lp.getInfo().objective_function_value) + self._settled(weights)
        reduced, value = np.zeros(self.width), self.lower.copy()
        reduced[inside], value[inside] = solution.col_dual, solution.col_value
        if self.shown is None:
            self.shown = Bound(self.relaxed, reduced, self._saves(np.array(solution.row_dual)))
        error = min(HALF, NEAR * max(1.0, float(np.abs(weights).max())))
        answer = _Relaxed(self.relaxed, reduced, value, error)
        self.last = may, answer
        return answer

    def _saves(self, prices: Weights) -> Weights:
        """What each column saves at most by what it brings to the rows, at these prices."""
        rows = self.entries
        brought = np.maximum(0, prices[rows.row] * rows.weight)
        return np.bincount(rows.column, brought, minlength=self.width).astype(float)

    def _is_whole(self, value: Weights) -> bool:
        return bool(np.all(np.abs(value - np.round(value))[self.whole] < NEAR))

    def _solved(self, weights: Weights, ways: Sequence[Options] = (BRANCHED, AGAIN)) -> int | None:
        """Branch; the sum of the weights of the best choice found. The first way whose answer is sound is believed."""
        for options in ways:
            highs, rest = self._brancher(options, weights)
            status = self._run(highs)
            self.spent += float(highs.getRunTime())
            settled = float(weights @ self.lower) - float(weights[rest.inside] @ self.lower[rest.inside])
            self.inner = float(highs.getInfo().mip_dual_bound) + settled
            value = None
            if highs.getInfo().primal_solution_status == FEASIBLE:
                value = self.lower.copy()
                value[rest.inside] = rest.spread(np.round(np.array(highs.getSolution().col_value)), self.upper)
            if status not in SETTLED or self._sound(value, weights):
                break
        else:
            self.proved = False
        if value is None:
            return None
        self.value = value
        return self._sum(weights)

    def _sound(self, value: Weights | None, weights: Weights) -> bool:
        """Whether a best choice keeps all rows of offers and is proved; none at all must not be said where one is known."""
        if value is None:
            known = self.value
            return known is None or bool(np.any(((known < self.lower) | (known > self.upper))[self.whole]))
        rows, count = self.entries, len(self.entries.least)
        sums = np.bincount(rows.row, rows.weight * value[rows.column], minlength=count)
        divided = np.bincount(rows.row, ~self.whole[rows.column], minlength=count) > 0
        kept = (sums > rows.least - NEAR) & (sums < rows.most + NEAR)
        return bool(np.all(kept | divided)) and float(weights @ value) - self.inner < ENOUGH

    def _run(self, highs: Highs) -> HighsModelStatus:
        """Solve within the time that is left."""
        highs.setOptionValue("time_limit", max(self.ends - self.spent, highs.getRunTime() + 0.01))
        highs.run()
        status = highs.getModelStatus()
        if status not in SETTLED and status != HighsModelStatus.kTimeLimit:  # a start from where it was can mislead it
            highs.clearSolver()
            highs.run()
            status = highs.getModelStatus()
        self.proved &= status in SETTLED
        return status
