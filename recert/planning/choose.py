"""Choose among the offers that would count, by every route an application can take; the better one is the choice.

A holder whose outside credit is sent in can take nothing that ends too late for its review; one who sends none can
count only what is approved. Each of these routes is a program of its own, which is far tighter than one that leaves the
route open. The route that sends everything in comes first: another is given up as soon as it cannot come before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product

import numpy as np

from recert.planning.begin import begin, first_open, hopeless
from recert.planning.field import Field
from recert.planning.goals import Goal, Remaining, settle, sums_of
from recert.planning.holder import Holder, parts_of
from recert.planning.model import Model, Pick, Routes
from recert.planning.months import months_left
from recert.planning.needs import Needs, needs_of
from recert.planning.offer import Offer
from recert.planning.program import Places
from recert.planning.prune import prune
from recert.planning.search import PATIENCE, Search
from recert.planning.shown import Shown
from recert.planning.wishes import Wishes
from recert.rules.best import best
from recert.rules.count import Part, asked


@dataclass(frozen=True, slots=True)
class Bought:
    """A purchase that makes offers cheaper, for so many months (1 where it is paid once), and what it costs."""

    offer: Offer
    months: int
    cost: int


@dataclass(frozen=True, slots=True)
class Choice:
    """The offers chosen, None where no set meets everything; `proved` is False where the solver ran out of time."""

    chosen: list[Pick] | None
    proved: bool = True
    remaining: Remaining | None = None
    bought: tuple[Bought, ...] = ()
    places: Places | None = field(default=None, compare=False)
    """What pruning left to choose from."""
    sums: tuple[int, ...] = ()
    """What it comes to in each objective."""
    shown: Mapping[Routes, Shown] = field(default_factory=dict, compare=False)
    """What the search of each route showed of it."""

    @property
    def ids(self) -> list[str]:
        """The sorted ids of all that is taken or bought."""
        return sorted([*ids_of(self.chosen or ()), *(one.offer.id for one in self.bought)])


def choose(known: Field, wishes: Wishes, *, patience: float = PATIENCE, before: Choice | None = None) -> Choice:
    """The best set of offers in the order of the wishes; ties fall to fewer, better, and the smallest sorted ids.

    `before` is a choice with fewer pinned and all else the same: what pruning left then still holds.
    """
    holders = [found.holder for found in known.founds]
    held = [held_by(holder) for holder in holders]
    if not wishes.pinned and not any(map(_gap, held, holders)):
        return Choice([])
    pinned = np.array(sorted(known.places(wishes.pinned)), dtype=np.int64)
    if not len(known) or len(pinned) < len(wishes.pinned):
        return Choice(None)
    kept = before.places if before else None
    if kept is None:
        needs = [_needs(known, side, held[side], wishes) for side in range(len(holders))]
        kept = np.array(prune(known, needs, wishes), dtype=np.int64)
    kept = np.append(kept, pinned[~np.isin(pinned, kept)])
    choosing = _Choosing(held, pinned, before or Choice(None), patience)
    for reviewed in _routes(known, wishes, kept):
        if (useful := _useful(known, kept, pinned, reviewed)) is not None:
            choosing.tries(Model(known, wishes, useful, reviewed))
    return replace(choosing.best, places=kept, shown=choosing.shown)


class _Choosing:
    """The best choice so far, route after route, and the time that is left."""

    def __init__(self, held: Sequence[Sequence[Part]], pinned: Places, before: Choice, patience: float) -> None:
        self.held, self.pinned, self.before, self.patience = held, pinned, before, patience
        self.best = Choice(None)
        self.shown: dict[Routes, Shown] = {}

    def tries(self, model: Model) -> None:
        """The best by one route, if it comes before what is known."""
        beat = self.best.sums if self.best.chosen is not None else None
        pinned = np.flatnonzero(np.isin(model.places, self.pinned))
        goals, shown, bound = model.goals(), self.before.shown.get(model.reviewed), None
        done = first_open(goals, pinned)
        if done is not None and shown is not None and shown.goal == done:
            bound = shown.once_pinned(model, goals[done][1], pinned)
            if bound is not None and beat is not None and hopeless(bound, goals, done, pinned, beat):
                return
        model.ask(self.held)
        goals, search = model.goals(), Search(model.program, pinned, self.patience)
        if done is not None:
            ours = model.taking(self.before.chosen) if self.before.chosen else None
            begin(search, goals, done, beat=beat, bound=bound, ours=ours)
        remaining = settle(search, goals, model.named, beat)
        if done is not None and search.shown is not None:
            self.shown[model.reviewed] = Shown(done, search.shown, model, pinned)
        self.patience = max(0.0, self.patience - search.seconds)
        self._weighs(model, search, goals, remaining)

    def _weighs(self, model: Model, search: Search, goals: Sequence[Goal], remaining: Remaining | None) -> None:
        """Keep what was known, or what was found."""
        known = self.best
        if search.value is None:
            unproved = None if search.proved else Remaining(goals[0][0], known.sums[0] if known.sums else 0)
            proved = known.proved and search.proved
            self.best = replace(known, proved=proved, remaining=known.remaining or unproved)
            return
        bought = [Bought(one, months, months * one.price) for one, months in model.paying.bought(search)]
        found = Choice(
            list(model.picks(search)),
            known.proved and search.proved,
            remaining or known.remaining,
            tuple(bought),
            sums=tuple(sums_of(search, goals)),
        )
        if known.chosen is None or (found.sums, found.ids) < (known.sums, known.ids):
            self.best = found
        else:
            self.best = replace(known, proved=found.proved, remaining=found.remaining)


def held_by(holder: Holder) -> tuple[Part, ...]:
    """The parts of what the holder has."""
    return parts_of(holder, holder.transcript)


def _gap(held: Sequence[Part], holder: Holder) -> int:
    return best(held, asked(holder.edition, holder.cycle)).gap


def _needs(known: Field, side: int, held: Sequence[Part], wishes: Wishes) -> Needs:
    found = known.founds[side]
    holder, years = found.holder, np.unique(found.year).tolist() if found.year.any() else [0]
    groups = {worth.group(holder.edition, year) for worth in found.terms.worths[1:] for year in years}
    late = bool(found.late.any()) or _months_differ(holder, wishes)
    return needs_of(held, tuple(groups), asked(holder.edition, holder.cycle), late=late)


def _months_differ(holder: Holder, wishes: Wishes) -> bool:
    """Whether a plan that need not be reviewed has more months to work in."""
    return wishes.hours_a_month is not None and months_left(holder, approved=True) != months_left(
        holder, approved=False
    )


def _routes(known: Field, wishes: Wishes, places: Places) -> Iterator[Routes]:
    """The routes that differ: outside credit need not be left out where nothing is to be had for it."""
    ways = []
    for found, among in zip(known.founds, known.among, strict=True):
        mine = among[places]
        differ = bool(found.late[mine[mine >= 0]].any()) or _months_differ(found.holder, wishes)
        ways.append((True, False) if differ else (True,))
    return product(*ways)


def _useful(known: Field, kept: Places, pinned: Places, reviewed: Routes) -> Places | None:
    """The offers that a plan by these routes can take, and that count for somebody; None where it cannot take a pinned one."""
    chosen = np.isin(kept, pinned)
    may, counts = np.ones(len(kept), dtype=bool), chosen.copy()
    for found, among, sent in zip(known.founds, known.among, reviewed, strict=True):
        mine = among[kept]
        helps = mine >= 0
        if sent:
            may[helps] &= ~found.late[mine[helps]]
            counts |= helps
        else:
            counts[helps] |= found.approved(mine[helps])
    if not may[chosen].all():
        return None
    useful: Places = kept[may & counts]
    return useful


def ids_of(picks: Iterable[Pick]) -> frozenset[str]:
    """The ids of what is chosen."""
    return frozenset(pick.offer.id for pick in picks)
