"""Met or not, and the gap, without the explanation: the quick answer for plans, what-ifs and thousands of transcripts.

It reads the same treatments and the same table as `evaluate`; a test holds the two to one answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product

from recert.rules.best import best
from recert.rules.count import asked, hold, in_order, parts
from recert.rules.edition import Edition
from recert.rules.screen import screen
from recert.rules.table import Asked, Group, Table, exact_by_table, table
from recert.rules.transcript import FINE, KINDS, UNITS, Activity, Trait, trait_of
from recert.rules.treat import Treatment, treatment
from recert.rules.verdict import Span


@dataclass(frozen=True, slots=True)
class Measure:
    """The gap in hundredths; `known` is False where a number that nobody knows might ask for more."""

    gap: int
    known: bool

    @property
    def met(self) -> bool:
        return not self.gap and self.known


def measure(transcript: Sequence[Activity], *, edition: Edition, cycle: Span, first_cycle: bool = False) -> Measure:
    """The gap of a transcript, by sums over cells where the edition allows it, else by the full way."""
    known, columns = _prepared(edition, cycle)
    if columns is not None and not (first_cycle and edition.pre_earned):
        return Measure(columns.table.gap(columns.sums(transcript, cycle)), known)
    counted = parts(screen(transcript, edition=edition, cycle=cycle, first_cycle=first_cycle), edition=edition)
    return Measure(best(counted, asked(edition, cycle)).gap, known)


@lru_cache(maxsize=4096)
def _prepared(edition: Edition, cycle: Span) -> tuple[bool, _Columns | None]:
    """Whether every number asked is known, and the columns to sum in where the edition allows it."""
    known = all(one.needed is not None for one in edition.requirements)
    return known, _columns(edition, asked(edition, cycle)) if _plain(edition) else None


@lru_cache(maxsize=256)
def _plain(edition: Edition) -> bool:
    """Whether an activity's place depends on its traits alone."""
    by_year = any(cap.of.per_year for cap in edition.caps)
    until = any(rule.until for rule in edition.kinds)
    return exact_by_table(_groups(edition)) and not (by_year or until or edition.repeats or edition.recurring)


def _groups(edition: Edition) -> tuple[Group, ...]:
    """Every group the edition's rules can make, before-cycle caps apart."""
    approvers = {frozenset[str](), frozenset({edition.approver.id} if edition.approver else ())}
    traits = (trait_of(kind, unit, by, "", None) for kind, unit, by in product(KINDS, UNITS, approvers))
    return in_order(_group(treatment(edition, trait)) for trait in traits)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an activity's points go: one cell, or several when it is split; rate 0 when it counts for nothing."""

    rate: int
    minimum: int
    cell: int
    split: Treatment | None
    offset: int


@dataclass(frozen=True, slots=True)
class _Columns:
    """An edition's table over every group its rules can make, and the place of each trait in it."""

    edition: Edition
    table: Table
    places: dict[Trait, _Place] = field(default_factory=dict)

    def sums(self, transcript: Sequence[Activity], cycle: Span) -> list[int]:
        """The points in each cell."""
        sums = [0] * (len(self.table.groups) * self.table.masks)
        seen: set[str] = set()
        starts, ends, places = cycle.starts, cycle.ends, self.places
        for activity in transcript:
            if not starts <= activity.earned_on <= ends:
                continue
            place = places.get(activity.trait) or self._place(activity.trait)
            length = activity.fine_length
            if not place.rate or (length is not None and length < place.minimum):
                continue
            same, certificate = activity.same_as, activity.certificate
            if same in seen or certificate in seen:
                continue
            if same:
                seen.add(same)
            if certificate:
                seen.add(certificate)
            points = (activity.fine_quantity * place.rate + FINE // 2) // FINE
            if place.split is None:
                sums[place.cell] += points
            else:
                for mask, share in place.split.parts(points):
                    sums[place.offset + mask] += share
        return sums

    def _place(self, trait: Trait) -> _Place:
        how = treatment(self.edition, trait)
        offset = self.table.groups.index(_group(how)) * self.table.masks
        place = _Place(
            rate=0 if how.refusals else how.rate,
            minimum=how.minimum,
            cell=offset + how.masks[0],
            split=how if how.amounts else None,
            offset=offset,
        )
        self.places[trait] = place
        return place


def _group(how: Treatment) -> Group:
    return Group(frozenset(hold(cap) for cap in how.caps), how.approved)


@lru_cache(maxsize=1024)
def _columns(edition: Edition, wanted: Asked) -> _Columns:
    return _Columns(edition, table(wanted, _groups(edition)))
