"""Turn screened activities into parts: points with one set of categories, under known caps, in order of priority."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from recert.rules.edition import Cap, Edition, Requirement
from recert.rules.screen import Screened
from recert.rules.table import Asked, Group, Hold
from recert.rules.verdict import Span


@dataclass(frozen=True, slots=True)
class Part:
    """Points of one activity that may count in the same categories. `row` is the activity's place in the file."""

    row: int
    mask: int
    points: int
    group: Group


def parts(screened: Sequence[Screened], *, edition: Edition) -> tuple[Part, ...]:
    """The parts of every activity that counts, earlier-earned first, then in file order."""
    rows = [row for row, one in enumerate(screened) if one.counts and one.points]
    rows.sort(key=lambda row: screened[row].activity.earned_on)
    return tuple(part for row in rows for part in parts_of(row, screened[row], edition))


def parts_of(row: int, one: Screened, edition: Edition) -> Iterator[Part]:
    """The parts of one activity, under the caps that hold it."""
    group = Group(frozenset(_holds(one, edition)), one.treatment.approved)
    for mask, points in one.treatment.parts(one.points):
        if points:
            yield Part(row, mask, points, group)


def _holds(one: Screened, edition: Edition) -> Iterator[Hold]:
    for cap in one.treatment.caps:
        yield hold(cap, one.activity.earned_on.year)
    if one.early:
        yield from (hold(cap) for cap in edition.caps if cap.of.before_cycle)


def hold(cap: Cap, year: int | None = None) -> Hold:
    """The cap as it holds points: one for each calendar year where it is counted by the year."""
    return Hold(f"{cap.about} {year}" if cap.of.per_year else cap.about, cap.at_most)


def without_slack(counted: Iterable[Part]) -> tuple[Part, ...]:
    """The same parts without the caps that cannot bind, because less than their limit lies under them."""
    known = tuple(counted)
    under: Counter[Hold] = Counter()
    for part in known:
        for one in part.group.holds:
            under[one] += part.points
    binding = frozenset(one for one, points in under.items() if points > one.at_most)
    if len(binding) == len(under):
        return known
    return tuple(part if part.group.holds <= binding else _bound_by(part, binding) for part in known)


def _bound_by(part: Part, binding: frozenset[Hold]) -> Part:
    return Part(part.row, part.mask, part.points, Group(part.group.holds & binding, part.group.approved))


def groups_of(counted: Iterable[Part]) -> tuple[Group, ...]:
    """The groups the parts lie in."""
    return in_order(part.group for part in counted)


def in_order(groups: Iterable[Group]) -> tuple[Group, ...]:
    """Each group once, in an order that does not depend on where it came from."""
    return tuple(sorted(set(groups), key=lambda group: (sorted(one.name for one in group.holds), group.approved)))


def cells(counted: Iterable[Part], groups: tuple[Group, ...], masks: int) -> list[int]:
    """The points in each cell of a table."""
    place = {group: i * masks for i, group in enumerate(groups)}
    sums = [0] * (len(groups) * masks)
    for part in counted:
        sums[place[part.group] + part.mask] += part.points
    return sums


@lru_cache(maxsize=4096)
def asked(edition: Edition, cycle: Span) -> Asked:
    """What the edition asks of a cycle; a number nobody knows asks nothing here and is said in the findings."""
    needed = {one.about: one.needed or 0 for one in requirements(edition, cycle)}
    floors = tuple(needed[name] for name in edition.categories)
    return Asked(needed.get("total", 0), needed.get("approved", 0), floors)


def requirements(edition: Edition, cycle: Span) -> tuple[Requirement, ...]:
    """The edition's requirements for a cycle: a reduced total where the cycle began late in its last year."""
    if edition.reduced_total is None or edition.reduced_if_certified_after is None:
        return edition.requirements
    month, day = edition.reduced_if_certified_after
    began = cycle.starts
    if began.year != cycle.ends.year or (began.month, began.day) <= (month, day):
        return edition.requirements
    return tuple(edition.reduced_total if one.about == "total" else one for one in edition.requirements)
