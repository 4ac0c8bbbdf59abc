"""Choose among the offers that would count: objective after objective, each kept at its best for the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import gcd

import numpy as np

from recert.planning.candidates import Candidate, Found, places_of
from recert.planning.catalog import Whole
from recert.planning.coverage import cover, keep_clashes_apart
from recert.planning.holder import Holder
from recert.planning.needs import needs_of
from recert.planning.offer import Offer
from recert.planning.program import Program
from recert.planning.prune import prune
from recert.planning.search import Search, Weights
from recert.planning.wishes import Wishes
from recert.rules.best import best
from recert.rules.count import Part, asked, parts
from recert.rules.screen import screen

ALONE = ("count", "quality")
"""Objectives never weighed together with others: on their own most offers are alike, and the solver makes one of them."""
AT_ONCE = 24
"""Ids settled in one step when plans tie: each weighs twice the next, well within a float."""
LARGEST = 1 << 34
"""Objectives are weighed together while their sum stays far within what a float tells apart."""


Goal = tuple[str, Whole]
"""An objective and what each offer takes of it."""


@dataclass(frozen=True, slots=True)
class Remaining:
    """What was not proved when time ran out: a plan could be better in this objective, by so much at most."""

    objective: str
    by: int


@dataclass(frozen=True, slots=True)
class Choice:
    """The offers chosen, None where no set meets everything; `proved` is False where the solver ran out of time."""

    chosen: list[Candidate] | None
    proved: bool = True
    remaining: Remaining | None = None


def choose(found: Found, holder: Holder, wishes: Wishes) -> Choice:
    """The best set of candidates in the order of the wishes; ties fall to fewer, better, and the smallest sorted ids."""
    held, wanted = held_by(holder), asked(holder.edition, holder.cycle)
    if not best(held, wanted).gap and not wishes.pinned:
        return Choice([])
    pinned = list(places_of(found, wishes.pinned))
    if not len(found) or len(pinned) < len(wishes.pinned):
        return Choice(None)
    years = found.years
    groups = {worth.group(holder.edition, year) for worth in found.terms.worths[1:] for year in years}
    needs = needs_of(held, tuple(groups), wanted, late=bool(found.late.any()))
    kept = [found.candidate(place) for place in prune(found, needs, wishes, kept=pinned)]
    kept.sort(key=lambda candidate: candidate.offer.id)
    program = Program()
    columns = {program.choice(): candidate for candidate in kept}
    cover(program, held, columns, wanted)
    keep_clashes_apart(program, columns)
    _limit(program, columns, wishes)
    search = Search(program, [column for column, one in columns.items() if one.offer.id in wishes.pinned])
    return settle(search, [one.offer for one in kept], wishes, kept)


def held_by(holder: Holder) -> tuple[Part, ...]:
    """The parts of what the holder has."""
    rows = screen(holder.transcript, edition=holder.edition, cycle=holder.cycle, first_cycle=holder.first_cycle)
    return parts(rows, edition=holder.edition)


def _limit(program: Program, columns: dict[int, Candidate], wishes: Wishes) -> None:
    if wishes.budget is not None:
        program.at_most(wishes.budget, {column: one.offer.price for column, one in columns.items()})
    if wishes.hours is not None:
        program.at_most(wishes.hours, {column: one.offer.hours for column, one in columns.items()})


def settle(search: Search, offers: Sequence[Offer], wishes: Wishes, kept: Sequence[Candidate]) -> Choice:
    """Settle one objective after the other; several at once where the solver must branch.

    The offers are the search's first columns, sorted by id.
    """
    goals = [(name, weights) for name, weights in _objectives(offers, wishes) if weights.any()]
    remaining = None
    while goals and search.goes_on:
        if search.settles(_whole(search, goals[0][1])):
            goals = goals[1:]
            continue
        block = _together(goals, search)
        search.branches(block.weights)
        if search.value is None:
            break
        values = [search.keeps(_whole(search, weights)) for _, weights in goals[: block.count]]
        if not search.proved:
            remaining = Remaining(goals[0][0], max(0, values[0] - block.least_first(search.bound)))
        goals = goals[block.count :]
        if search.only_this(range(len(offers))):
            break
    if search.value is not None and search.proved:
        _smallest_ids(search, len(offers))
    chosen = None if search.value is None else [kept[place] for place in chosen_places(search, len(offers))]
    return Choice(chosen, search.proved, remaining)


def chosen_places(search: Search, count: int) -> list[int]:
    """The places of the offers chosen."""
    assert search.value is not None
    return [int(place) for place in np.flatnonzero(search.value[:count] > 0.5)]


def _objectives(offers: Sequence[Offer], wishes: Wishes) -> list[Goal]:
    amounts = {
        "cost": [offer.price for offer in offers],
        "hours": [offer.hours for offer in offers],
        "travel": [offer.miles for offer in offers],
    }
    goals: list[tuple[str, list[int]]] = [(name, amounts[name]) for name in wishes.order]
    goals += [("count", [1] * len(offers)), ("quality", [-offer.quality for offer in offers])]
    return [(name, np.array(weights, dtype=np.int64)) for name, weights in goals]


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
    may = search.upper[: len(goals[0][1])] > 0
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
    return _Block(_whole(search, total), count, unit, factor)


def _common(amounts: Whole) -> int:
    return gcd(*amounts.tolist()) or 1


def _whole(search: Search, weights: Whole) -> Weights:
    """The weights of the offers, nothing for the other columns."""
    spread = np.zeros(search.width)
    spread[: len(weights)] = weights
    return spread


def _smallest_ids(search: Search, count: int) -> None:
    """Of plans alike so far the one whose sorted ids come first.

    From the first id on: whether any that stand before the plan's next one could be taken in its stead, and which of
    them come first, each weighing all that follow.
    """
    while search.proved and not search.only_this(range(count)):
        places = [int(place) for place in search.open if place < count]
        following = [place for place in places if place in chosen_places(search, count)]
        if not following:
            return
        before = [place for place in places if place < following[0]][:AT_ONCE]
        if not before:
            search.fixes(following[:1])
            continue
        weights = np.zeros(search.width)
        weights[before] = -1.0
        if search.could_be(weights, -1):
            weights[before] = [-(1 << (AT_ONCE - place)) for place in range(1, len(before) + 1)]
            if not search.settles(weights):
                search.branches(weights)
        search.fixes(before)
