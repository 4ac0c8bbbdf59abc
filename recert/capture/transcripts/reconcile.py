"""Hold two records of the same activities against each other: what is in both, only there, only here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from rapidfuzz import fuzz

from recert.capture.transcripts.words import folded
from recert.rules.transcript import Activity, category_text

ALIKE = 88
"""Titles that share so many of a hundred signs, whatever the order of their words, are one course."""
RATHER_ALIKE = 60
"""Titles so much alike are one course where the day, or the approval number, is the same as well."""
DAYS_APART = 45
"""A sponsor may report a course weeks after it was finished."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What one record says and the other says otherwise."""

    field: str
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class Match:
    """One activity in both records."""

    here: Activity
    there: Activity

    @property
    def differences(self) -> tuple[Difference, ...]:
        pairs = {
            "earned_on": (self.here.earned_on.isoformat(), self.there.earned_on.isoformat()),
            "quantity": (f"{self.here.quantity.normalize():f}", f"{self.there.quantity.normalize():f}"),
            "category": (category_text(self.here.category), category_text(self.there.category)),
        }
        return tuple(
            Difference(field, here, there)
            for field, (here, there) in pairs.items()
            if here != there and ((here and there) or field != "category")
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """Every activity of both records, each exactly once."""

    matched: tuple[Match, ...]
    only_here: tuple[Activity, ...]
    only_there: tuple[Activity, ...]


def reconcile(here: Sequence[Activity], there: Sequence[Activity]) -> Reconciled:
    """Pair the activities that fit best, each with one at most; ties go to the earlier in its record."""
    fits = sorted(
        ((-fit, near, i, j) for (i, ours), (j, theirs) in product(enumerate(here), enumerate(there))
         for fit, near in _fits(ours, theirs))
    )  # fmt: skip
    ours: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in fits:
        if i not in ours and j not in taken:
            ours[i] = j
            taken.add(j)
    return Reconciled(
        matched=tuple(Match(here[i], there[j]) for i, j in sorted(ours.items())),
        only_here=tuple(one for i, one in enumerate(here) if i not in ours),
        only_there=tuple(one for j, one in enumerate(there) if j not in taken),
    )


def _fits(ours: Activity, theirs: Activity) -> Iterator[tuple[int, int]]:
    """How well two records fit, and how many days lie between them; nothing where they are two activities."""
    days = abs((ours.earned_on - theirs.earned_on).days)
    if days > DAYS_APART:
        return
    alike = round(fuzz.token_sort_ratio(folded(ours.title), folded(theirs.title)))
    same_number = bool(ours.approval_number) and folded(ours.approval_number) == folded(theirs.approval_number)
    if alike >= ALIKE or (alike >= RATHER_ALIKE and (days == 0 or same_number)):
        yield alike + 20 * (days == 0) + 20 * same_number + 5 * (ours.quantity == theirs.quantity), days
