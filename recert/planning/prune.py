"""Leave out offers that no best plan needs: enough offers at least as good come before them.

Offers are taken in the order of the plan's objectives. One is left out when offers before it that are at least as good
bring together, to each of its parts, as much as could ever be needed of them, or as much as its caps can still hold.
At least as good: their points may count wherever its points may, under no further cap, no later, and they take no more
of what is limited. Were it in a best plan, one of those that is not could take its place and come no worse; were all
of them in the plan, it would add nothing. Offers that exclude others stand for nothing but those that share all that
excludes them, and there one is enough: where one is taken the others are not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from recert.planning.catalog import Flags, Whole
from recert.planning.field import Field
from recert.planning.kinds import Kinds, kinds_of
from recert.planning.needs import Needs
from recert.planning.wishes import Wishes

STEP, FEW = 2048, 64
"""So many offers are looked at together: those of kinds that lack nothing go at once, of the others a few at a time."""
LEVELS = 16
"""Amounts of what is limited are told apart so finely."""


def prune(field: Field, needs: Sequence[Needs], wishes: Wishes) -> list[int]:
    """The places of the offers that a best plan may need, in the order of the objectives."""
    if not len(field):
        return []
    sieve = _Sieve(kinds_of(field, needs), _levels(field, wishes), exclusive_places(field, wishes))
    return _one_of_each(sieve.passed(_order(field, wishes)), field, sieve)


class _Levels(NamedTuple):
    """How much each candidate takes of two limited things, in steps: `tested` rounds down, `stands` rounds up.

    An offer stands only for those whose tested levels are at least the ones from which it stands.
    """

    tested: tuple[Whole, Whole]
    stands: tuple[Whole, Whole]
    counts: tuple[int, int]


class _Sieve:
    """What is still lacking of every kind, and under the same caps, at every level of what is limited."""

    def __init__(self, kinds: Kinds, levels: _Levels, exclusive: Flags) -> None:
        self.kinds, self.levels, self.exclusive = kinds, levels, exclusive
        self.adds = list(kinds.adds)
        self.lacking = np.empty((*levels.counts, *kinds.most.shape), dtype=np.int64)
        self.lacking[...] = kinds.most

    def passed(self, order: Whole) -> Iterator[int]:
        """The offers that may be needed. What each brings is no longer lacking for those to come."""
        for start in range(0, len(order), STEP):
            left = self._open(order[start : start + STEP])
            while len(left):
                yield from self._taken(left[:FEW])
                left = self._open(left[FEW:])
            if not self._lacks().any():
                return

    def _open(self, places: Whole) -> Whole:
        first, second = self.levels.tested
        still: Whole = places[self._lacks()[first[places], second[places], self.kinds.of_place[places]]]
        return still

    def _lacks(self) -> Flags:
        """[level, level, kind]: whether some holder lacks something of it that its caps still hold."""
        lacks: Flags = np.any(np.all(self.lacking > 0, axis=3), axis=2)
        return lacks

    def _taken(self, places: Whole) -> Iterator[int]:
        columns = (places, self.kinds.of_place[places], self.exclusive[places])
        levels = (level[places] for level in (*self.levels.tested, *self.levels.stands))
        lacking, adds, alone = self.lacking, self.adds, self.lacking[0, 0] if self.levels.counts == (1, 1) else None
        for place, kind, exclusive, tested, also, stands, further in zip(
            *(column.tolist() for column in (*columns, *levels)), strict=True
        ):
            here = lacking[tested, also] if alone is None else alone
            if _needed(here[:, :, kind].tolist()):
                yield place
                if not exclusive:
                    below = lacking[stands:, further:] if alone is None else alone
                    below -= adds[kind]


def _needed(lacking: Sequence[tuple[int, int]]) -> bool:
    """Whether some holder lacks something that the caps still hold."""
    return any(least > 0 and most > 0 for least, most in lacking)


def _order(field: Field, wishes: Wishes) -> Whole:
    """The offers' places in the order of the plan's objectives, then by id."""
    catalog, miles = field.catalog, field.miles
    if not catalog.simple:
        by = {"cost": field.price, "hours": field.hours, "travel": miles}
        keys = (catalog.by_id[field.rows], -catalog.quality[field.rows], *(by[one] for one in reversed(wishes.order)))
        return np.lexsort(keys)
    by_row, ties = catalog.order(wishes.least)
    place = np.full(len(catalog), -1, dtype=np.int64)
    place[field.rows] = np.arange(len(field))
    order = place[by_row]
    known = order >= 0
    order, tie = order[known], ties[known]
    if not miles.any():
        return order
    far = miles[order] - miles.min()
    key = far * (int(tie.max()) + 1) + tie if wishes.least == "travel" else tie * (int(far.max()) + 1) + far
    return order[np.argsort(key, kind="stable")]


def _levels(field: Field, wishes: Wishes) -> _Levels:
    """What is limited, where the order itself does not see to it."""
    nothing = np.zeros(len(field), dtype=np.int64)
    price = field.price if wishes.budget is not None and wishes.least != "cost" else nothing
    by_hours = wishes.hours is not None or wishes.hours_a_month is not None
    hours = field.hours if by_hours and wishes.least != "hours" else nothing
    (tested_a, stands_a, count_a), (tested_b, stands_b, count_b) = _stepped(price), _stepped(hours)
    return _Levels((tested_a, tested_b), (stands_a, stands_b), (count_a, count_b))


def _stepped(amounts: Whole) -> tuple[Whole, Whole, int]:
    if not amounts.any():
        return amounts, amounts, 1
    steps = np.unique(amounts)
    if len(steps) > LEVELS:
        steps = steps[np.linspace(0, len(steps) - 1, LEVELS).astype(np.int64)]
    return np.searchsorted(steps, amounts, "right") - 1, np.searchsorted(steps, amounts, "left"), len(steps)


def exclusive_places(field: Field, wishes: Wishes) -> Flags:
    """Whether taking one forbids others, or fills a month that others do not."""
    exclusive = field.catalog.live[field.rows] | field.any_of(
        [(one.rival >= 0) | (one.topic >= 0) for one in field.founds]
    )
    if wishes.hours_a_month is not None:
        exclusive |= field.any_of([found.dated for found in field.founds])
    return exclusive


def _one_of_each(passed: Iterable[int], field: Field, sieve: _Sieve) -> list[int]:
    """Without those that share all that excludes them with one at least as good that came before."""
    kept, chosen = defaultdict[object, list[int]](list), list[int]()
    for place in passed:
        if sieve.exclusive[place] and (shared := _shared(field, place)) is not None:
            if any(_stands_for(other, place, sieve) for other in kept[shared]):
                continue
            kept[shared].append(place)
        chosen.append(place)
    return chosen


def _shared(field: Field, place: int) -> object:
    """All that excludes an offer from being taken with others; None where nothing does."""
    row, catalog = field.rows[place], field.catalog
    days = (int(catalog.starts[row]), int(catalog.ends[row])) if catalog.live[row] else None
    keys = []
    for found, among in zip(field.founds, field.among, strict=True):
        one = among[place]
        keys.append((int(found.rival[one]), int(found.topic[one]), int(found.days[one])) if one >= 0 else (-1, -1, -1))
    if days is None and all(rival < 0 and topic < 0 for rival, topic, _ in keys):
        return None
    return days, tuple(keys)


def _stands_for(other: int, place: int, sieve: _Sieve) -> bool:
    kinds, levels = sieve.kinds, sieve.levels
    frugal = all(s[other] <= t[place] for s, t in zip(levels.stands, levels.tested, strict=True))
    return frugal and bool(kinds.stands[kinds.of_place[other], kinds.of_place[place]])
