"""Which kinds of offers do whatever another kind does, and how much of each kind could be needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from recert.planning.candidates import Found
from recert.planning.catalog import Flags, Whole
from recert.planning.field import Field
from recert.planning.needs import Needs
from recert.planning.terms import Relations, Terms


@dataclass(frozen=True, slots=True, eq=False)
class Kinds:
    """Offers alike in worth, in the year that caps ask for, in being late, and in how their price varies."""

    of_place: Whole
    """Each offer's kind."""
    stands: Flags
    """[a, b]: whether an offer of kind a does whatever one of kind b does."""
    adds: Whole
    """[a, holder, 0, b]: what an offer of kind a brings to each part of kind b that it stands for; 1: under the same caps."""
    most: Whole
    """[holder, 0, b]: so much of kind b, no more, could be needed; 1: and under the same caps."""


@dataclass(frozen=True, slots=True, eq=False)
class _Own:
    """The kinds of one holder; the last is that of offers that do not help them."""

    of_place: Whole
    relations: Relations
    most: Whole


def kinds_of(field: Field, needs: Sequence[Needs]) -> Kinds:
    """Sort the offers by kind: that of every holder, and the tariff's."""
    own = [_own(found, need, among) for found, need, among in zip(field.founds, needs, field.among, strict=True)]
    if len(own) == 1 and field.catalog.simple:
        [only] = own
        return Kinds(only.of_place, only.relations.stands, only.relations.adds[:, None], only.most[None])
    varies = field.tariff.varies[field.rows]
    key = varies
    for one in own:
        key = key * len(one.relations.stands) + one.of_place
    _, sample, of_place = np.unique(key, return_index=True, return_inverse=True)
    kinds, prices = [one.of_place[sample] for one in own], varies[sample]
    stands = (prices[:, None] == 0) | (prices[:, None] == prices[None, :])
    for one, kind in zip(own, kinds, strict=True):
        stands &= one.relations.stands[np.ix_(kind, kind)]
    adds = [one.relations.adds[kind][:, :, kind] * stands[:, None] for one, kind in zip(own, kinds, strict=True)]
    most = [one.most[:, kind] for one, kind in zip(own, kinds, strict=True)]
    return Kinds(of_place, stands, np.stack(adds, axis=1), np.stack(most))


def _own(found: Found, needs: Needs, among: Whole) -> _Own:
    terms, worth = found.terms, found.terms.worth[found.rows]
    known, number = _numbered(worth, found.year, found.late, len(terms.worths))
    worths, years = worth[known], found.year[known]
    return _Own(
        of_place=number if len(among) == len(number) else np.where(among >= 0, np.append(number, 0)[among], len(known)),
        relations=terms.relations(worths, years, found.late[known]),
        most=np.pad(np.stack(_thresholds(terms, worths, years, needs)), ((0, 0), (0, 1))),
    )


def _numbered(worth: Whole, years: Whole, late: Flags, worths: int) -> tuple[Whole, Whole]:
    """One candidate of each kind, and each candidate's kind."""
    known_years = sorted(set(years.tolist())) if years.any() else [0]
    year = np.searchsorted(known_years, years) if len(known_years) > 1 else 0
    key = (year * worths + worth) * 2 + late
    sample = np.full(len(known_years) * worths * 2, -1, dtype=np.int64)
    sample[key[::-1]] = np.arange(len(key))[::-1]
    present = np.flatnonzero(sample >= 0)
    number = np.empty_like(sample)
    number[present] = np.arange(len(present))
    return sample[present], number[key]


def _thresholds(terms: Terms, worths: Whole, years: Whole, needs: Needs) -> tuple[Whole, Whole]:
    known: dict[object, tuple[int, int]] = {}
    found = []
    for one, year in zip(worths.tolist(), years.tolist(), strict=True):
        worth = terms.worths[one]
        key = worth.union, worth.approved, worth.caps, year
        if key not in known:
            group = worth.group(terms.edition, year)
            known[key] = needs.enough(worth.union, group), needs.fills(worth.union, group)
        found.append(known[key])
    enough, fills = zip(*found, strict=True) if found else ((), ())
    return np.array(enough, dtype=np.int64), np.array(fills, dtype=np.int64)
