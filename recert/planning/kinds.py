"""Which kinds of offers do whatever another kind does, and how much of each kind could be needed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from recert.planning.candidates import Found
from recert.planning.catalog import Flags, Whole
from recert.planning.needs import Needs
from recert.planning.terms import BEFORE_CYCLE, Terms


@dataclass(frozen=True, slots=True, eq=False)
class Kinds:
    """Offers alike in worth, in the year that caps ask for, and in being late."""

    of_place: Whole
    """Each candidate's kind."""
    brings: Whole
    """[a, b]: what an offer of kind a brings to each part of one of kind b in its stead; 0 where it cannot."""
    same_caps: Flags
    """[a, b]: whether both lie under the same caps."""
    enough: Whole
    fills: Whole


def kinds_of(found: Found, needs: Needs) -> Kinds:
    """Sort the candidates by kind."""
    terms, worth = found.terms, found.terms.worth[found.rows]
    years = _years(found)
    known, of_place = _numbered(worth, years, found.late, len(terms.worths))
    worths, year, late = worth[known], years[known], found.late[known]
    stands = terms.substitutes[np.ix_(worths, worths)]
    free = np.array([not terms.worths[one].caps for one in worths]) & (year != BEFORE_CYCLE)
    same_year = year[:, None] == year[None, :]
    stands = np.where((same_year | free[:, None]) & (late[None, :] | ~late[:, None]), stands, 0)
    caps = terms.caps[worths]
    enough, fills = _thresholds(terms, worths, year, needs)
    return Kinds(of_place, stands, (caps[:, None] == caps[None, :]) & same_year, enough, fills)


def _years(found: Found) -> Whole:
    """The year that tells caps apart, `BEFORE_CYCLE` for what is earned before the cycle; else 0."""
    years = np.zeros(len(found), dtype=np.int64)
    if found.terms.by_year:
        years = found.days.astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64)
    years[found.days < found.holder.cycle.starts.toordinal()] = BEFORE_CYCLE
    return years


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
    enough, fills = zip(*found, strict=True)
    return np.array(enough, dtype=np.int64), np.array(fills, dtype=np.int64)
