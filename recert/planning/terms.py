"""What offers are worth under an edition: points, categories and caps, worked out once for each shape of offer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import reduce
from itertools import product
from operator import or_
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from recert.planning.offer import Offer
from recert.rules.count import Part, hold
from recert.rules.edition import Cap, Edition
from recert.rules.screen import topic_of
from recert.rules.table import Group
from recert.rules.transcript import Share
from recert.rules.treat import treatment

ANY_DAY = date(2000, 1, 1)
BEFORE_CYCLE = -1
"""In place of a year: earned before the cycle begins."""


class Shape(NamedTuple):
    """All that decides what an offer is worth besides the day it is taken."""

    kind: str
    unit: str
    approved_by: frozenset[str]
    category: tuple[Share, ...]
    quantity: Decimal
    minutes: int | None


class Worth(NamedTuple):
    """Points by category mask, in hundredths, whether approved, and the caps that hold them."""

    masks: tuple[int, ...]
    points: tuple[int, ...]
    approved: bool
    caps: tuple[Cap, ...]

    @property
    def union(self) -> int:
        """The categories that any of its parts may count in."""
        return reduce(or_, self.masks, 0)

    def group(self, edition: Edition, year: int) -> Group:
        """The group its points lie in when earned in that year, or before the cycle."""
        holds = {hold(cap, abs(year)) for cap in self.caps}
        if year == BEFORE_CYCLE:
            holds |= {hold(cap) for cap in edition.caps if cap.of.before_cycle}
        return Group(frozenset(holds), self.approved)


class Relations(NamedTuple):
    """How offers of several kinds stand to each other: [a, b] says what one of kind a is in the stead of one of kind b.

    The last kind is that of offers worth nothing, for which any stands.
    """

    stands: NDArray[np.bool_]
    adds: NDArray[np.int64]
    """[a, 0, b]: what it brings to each part of it, where it stands for it; [a, 1, b]: under the very same caps."""


NOTHING = Worth((), (), False, ())
KEPT = 16
"""So many sets of kinds are remembered."""
NO_END = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Terms:
    """An edition's reading of a catalogue, row by row."""

    edition: Edition
    worths: tuple[Worth, ...]
    """Each worth once; the first is nothing at all."""
    worth: NDArray[np.int64]
    """Each row's place among the worths."""
    until: NDArray[np.int64]
    """The last day on which a row's kind is accepted."""
    topics: tuple[str, ...]
    topic: NDArray[np.int64]
    """The topic of a training that counts once in so many months; -1 for anything else."""
    by_year: bool
    """Whether some cap holds each calendar year of its own."""
    caps: NDArray[np.int64]
    """The caps of each worth, as bits."""
    substitutes: NDArray[np.int64]
    """[a, b]: what an offer of worth a brings to each part of one of worth b in its stead; 0 where it cannot."""
    _parts: dict[tuple[int, int], tuple[Part, ...]] = field(default_factory=dict)
    _relations: dict[bytes, Relations] = field(default_factory=dict)

    @classmethod
    def under(
        cls, edition: Edition, shapes: Mapping[Shape, int], shape: NDArray[np.int64], offers: Sequence[Offer]
    ) -> Terms:
        """Read every shape once, and every title where trainings of one topic count once."""
        samples = dict(zip(reversed(shape.tolist()), reversed(offers), strict=True))
        read = [_read(samples[number], edition) for number in range(len(shapes))]
        worths = {NOTHING: 0}
        numbers = [worths.setdefault(worth, len(worths)) for worth, _ in read]
        rule = edition.recurring
        topics = tuple(rule.topics) if rule else ()
        return cls(
            edition=edition,
            worths=tuple(worths),
            worth=np.array(numbers, dtype=np.int64)[shape] if numbers else np.zeros(0, dtype=np.int64),
            until=np.array([until for _, until in read], dtype=np.int64)[shape],
            topics=topics,
            topic=np.fromiter(_topics(offers, edition, topics), dtype=np.int64, count=len(offers)),
            by_year=any(cap.of.per_year for cap in edition.caps),
            caps=_caps(tuple(worths), edition),
            substitutes=_substitutes(tuple(worths), edition),
        )

    def parts(self, worth: int, year: int) -> tuple[Part, ...]:
        """The parts of the points of one worth in that year: 0 where no cap asks for it, `BEFORE_CYCLE` before the cycle."""
        key = worth, year
        if key not in self._parts:
            known = self.worths[worth]
            group = known.group(self.edition, year)
            self._parts[key] = tuple(
                Part(-1, mask, points, group) for mask, points in zip(known.masks, known.points, strict=True)
            )
        return self._parts[key]

    def relations(self, worths: NDArray[np.int64], years: NDArray[np.int64], late: NDArray[np.bool_]) -> Relations:
        """What kinds, each a worth taken in a year, late or not, are to each other; holders mostly meet the same ones."""
        key = worths.tobytes() + years.tobytes() + late.tobytes()
        if key not in self._relations:
            if len(self._relations) >= KEPT:
                self._relations.pop(next(iter(self._relations)))
            self._relations[key] = self._related(worths, years, late)
        return self._relations[key]

    def _related(self, worths: NDArray[np.int64], years: NDArray[np.int64], late: NDArray[np.bool_]) -> Relations:
        brings, caps = self.substitutes[np.ix_(worths, worths)], self.caps[worths]
        free = (caps == 0) & (years != BEFORE_CYCLE)
        same_year = years[:, None] == years[None, :]
        brings = np.where((same_year | free[:, None]) & (late[None, :] | ~late[:, None]), brings, 0)
        same_caps = (caps[:, None] == caps[None, :]) & same_year
        adds = np.pad(np.stack([brings, np.where(same_caps, brings, 0)], axis=1), ((0, 1), (0, 0), (0, 1)))
        stands = adds[:, 0] > 0
        stands[:, -1] = True
        return Relations(stands, adds)


def _read(offer: Offer, edition: Edition) -> tuple[Worth, int]:
    """The worth of an offer whatever its day, and until when its kind is accepted."""
    activity = offer.taken_on(ANY_DAY)
    how = treatment(edition, activity.trait)
    until = how.until.toordinal() if how.until else NO_END
    short = how.minimum and activity.fine_length is not None and activity.fine_length < how.minimum
    points = how.points(activity)
    if how.refusals or short or not points:
        return NOTHING, until
    merged: dict[int, int] = {}
    for mask, share in how.parts(points):
        if share:
            merged[mask] = merged.get(mask, 0) + share
    masks = tuple(sorted(merged))
    return Worth(masks, tuple(merged[mask] for mask in masks), how.approved, how.caps), until


def _caps(worths: Sequence[Worth], edition: Edition) -> NDArray[np.int64]:
    return np.array([sum(1 << edition.caps.index(cap) for cap in worth.caps) for worth in worths], dtype=np.int64)


def _substitutes(worths: Sequence[Worth], edition: Edition) -> NDArray[np.int64]:
    """Points that may count in all the categories, under no further cap, as much approved, and at least as many.

    One whole stands for any; a split only for one split over the same categories, by its smallest part.
    """
    whole = np.array([len(worth.masks) == 1 for worth in worths])
    union = np.array([worth.union for worth in worths])
    points = np.array([sum(worth.points) for worth in worths], dtype=np.int64)
    approved, caps = np.array([worth.approved for worth in worths]), _caps(worths, edition)
    no_worse = (caps[:, None] & ~caps[None, :] == 0) & (approved[:, None] | ~approved[None, :])
    wider = whole[:, None] & (union[None, :] & ~union[:, None] == 0) & (points[:, None] >= points[None, :])
    brings = np.where(no_worse & wider, points[:, None], 0)
    split = [place for place in np.flatnonzero(~whole).tolist() if worths[place].masks]
    for a, b in product(split, split):
        mine, theirs = worths[a], worths[b]
        if no_worse[a, b] and mine.masks == theirs.masks:
            enough = all(p >= q for p, q in zip(mine.points, theirs.points, strict=True))
            brings[a, b] = min(mine.points) if enough else 0
    return brings


def _topics(offers: Sequence[Offer], edition: Edition, topics: Sequence[str]) -> Iterable[int]:
    rule = edition.recurring
    if rule is None:
        return (-1 for _ in offers)
    numbers: dict[str | None, int] = {None: -1, **{topic: place for place, topic in enumerate(topics)}}
    return (numbers[topic_of(offer.taken_on(ANY_DAY), rule) if offer.kind in rule.kinds else None] for offer in offers)
