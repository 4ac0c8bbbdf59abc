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

from recert.planning.candidates import Found
from recert.planning.catalog import Flags, Whole
from recert.planning.kinds import Kinds, kinds_of
from recert.planning.needs import Needs
from recert.planning.wishes import Wishes

STEP = 2048
"""So many offers are looked at together."""
LEVELS = 16
"""Amounts of what is limited are told apart so finely."""


def prune(found: Found, needs: Needs, wishes: Wishes, *, kept: Iterable[int] = ()) -> list[int]:
    """The places of the candidates that a best plan may need, in the order of the objectives; `kept` ones stay."""
    if not len(found):
        return []
    sieve = _Sieve(kinds_of(found, needs), _levels(found, wishes))
    exclusive = exclusive_places(found, wishes)
    passed = [place for place in _open(_order(found, wishes), sieve) if sieve.takes(place, exclusive[place])]
    chosen = _one_of_each(passed, found, sieve)
    return [*chosen, *sorted(set(kept) - set(chosen))]


class _Levels(NamedTuple):
    """How much each candidate takes of two limited things, in steps: `tested` rounds down, `stands` rounds up.

    An offer stands only for those whose tested levels are at least the ones from which it stands.
    """

    tested: tuple[Whole, Whole]
    stands: tuple[Whole, Whole]
    counts: tuple[int, int]


class _Sieve:
    """What the offers taken so far bring to every kind, and under the same caps, at every level of what is limited."""

    def __init__(self, kinds: Kinds, levels: _Levels) -> None:
        self.kinds, self.levels, self.count = kinds, levels, len(kinds.enough)
        self.cell = (levels.tested[0] * levels.counts[1] + levels.tested[1]) * self.count + kinds.of_place
        self.adds = np.concatenate([kinds.brings, kinds.brings * kinds.same_caps], axis=1)
        self.most = np.concatenate([kinds.enough, kinds.fills])
        self.brought = np.zeros((*levels.counts, 2 * self.count), dtype=np.int64)
        self.open = np.empty(self.brought.size // 2, dtype=bool)
        self._close()

    def takes(self, place: int, exclusive: bool) -> bool:
        """Whether the offer may be needed; if so, what it brings stands for others to come."""
        if not self.open[self.cell[place]]:
            return False
        if not exclusive:
            first, second = self.levels.stands
            self.brought[first[place] :, second[place] :] += self.adds[self.kinds.of_place[place]]
            self._close()
        return True

    def _close(self) -> None:
        lacking = self.brought < self.most
        np.logical_and(
            lacking[..., : self.count], lacking[..., self.count :], out=self.open.reshape(*self.levels.counts, -1)
        )


def _open(order: Whole, sieve: _Sieve) -> Iterator[int]:
    """The offers in order, past those whose kind needs no more."""
    for start in range(0, len(order), STEP):
        step = order[start : start + STEP]
        yield from step[sieve.open[sieve.cell[step]]].tolist()
        if not sieve.open.any():
            return


def _order(found: Found, wishes: Wishes) -> Whole:
    """The candidates' places in the order of the plan's objectives, then by id."""
    by_row, ties = found.catalog.order(wishes.least)
    place = np.full(len(found.catalog), -1, dtype=np.int64)
    place[found.rows] = np.arange(len(found))
    order = place[by_row]
    order = order[order >= 0]
    if not found.miles.any():
        return order
    tie, miles = ties[found.rows][order], found.miles[order] - found.miles.min()
    key = miles * (int(tie.max()) + 1) + tie if wishes.least == "travel" else tie * (int(miles.max()) + 1) + miles
    return order[np.argsort(key, kind="stable")]


def _levels(found: Found, wishes: Wishes) -> _Levels:
    """What is limited, where the order itself does not see to it."""
    nothing = np.zeros(len(found), dtype=np.int64)
    price = found.catalog.price[found.rows] if wishes.budget is not None and wishes.least != "cost" else nothing
    by_hours = wishes.hours is not None or wishes.hours_a_month is not None
    hours = found.catalog.hours[found.rows] if by_hours and wishes.least != "hours" else nothing
    (tested_a, stands_a, count_a), (tested_b, stands_b, count_b) = _stepped(price), _stepped(hours)
    return _Levels((tested_a, tested_b), (stands_a, stands_b), (count_a, count_b))


def _stepped(amounts: Whole) -> tuple[Whole, Whole, int]:
    if not amounts.any():
        return amounts, amounts, 1
    steps = np.unique(amounts)
    if len(steps) > LEVELS:
        steps = steps[np.linspace(0, len(steps) - 1, LEVELS).astype(np.int64)]
    return np.searchsorted(steps, amounts, "right") - 1, np.searchsorted(steps, amounts, "left"), len(steps)


def exclusive_places(found: Found, wishes: Wishes) -> Flags:
    """Whether taking one forbids others, or fills a month that others do not."""
    exclusive: Flags = (found.rival >= 0) | (found.topic >= 0) | found.catalog.live[found.rows]
    return exclusive | found.dated if wishes.hours_a_month is not None else exclusive


def _one_of_each(passed: Sequence[int], found: Found, sieve: _Sieve) -> list[int]:
    """Without those that share all that excludes them with one at least as good that came before."""
    catalog = found.catalog
    kept, chosen = defaultdict[object, list[int]](list), list[int]()
    for place in passed:
        row, rival, topic = found.rows[place], found.rival[place], found.topic[place]
        if rival < 0 and topic < 0 and not catalog.live[row]:
            chosen.append(place)
            continue
        days = (catalog.starts[row], catalog.ends[row]) if catalog.live[row] else found.days[place]
        alike = kept[rival, topic, days]
        if not any(_stands_for(other, place, sieve) for other in alike):
            alike.append(place)
            chosen.append(place)
    return chosen


def _stands_for(other: int, place: int, sieve: _Sieve) -> bool:
    kinds, levels = sieve.kinds, sieve.levels
    frugal = all(s[other] <= t[place] for s, t in zip(levels.stands, levels.tested, strict=True))
    return frugal and bool(kinds.brings[kinds.of_place[other], kinds.of_place[place]])
