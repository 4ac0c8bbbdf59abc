"""Leave out offers that no best plan needs: enough offers at least as good come before them.

Offers are taken in the order of the plan's objectives. One is left out when offers before it that are at least as good
bring together, to each of its parts, as much as could ever be needed of them. At least as good: their points may count
wherever its points may, under no further cap, no later, and they take no more of what is limited. Were it in a best
plan, one of those that is not could take its place and come no worse; were all of them in the plan, it would add
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from recert.planning.candidates import Candidate
from recert.planning.offer import Offer
from recert.planning.wishes import Objective, Wishes
from recert.rules.table import Group


@dataclass(frozen=True, slots=True)
class _Type:
    """What decides where an offer's points may go; a split offer has several masks."""

    masks: tuple[int, ...]
    group: Group
    late: bool

    def serves_as(self, other: _Type) -> bool:
        """Whether points of this type can do whatever points of the other can, part by part or all in one."""
        whole = len(self.masks) == 1 and not reduce(or_, other.masks) & ~self.masks[0]
        return (
            (whole or self.masks == other.masks)
            and (self.group.approved or not other.group.approved)
            and self.group.holds <= other.group.holds
            and (other.late or not self.late)
        )


@dataclass(slots=True)
class _Kept:
    """The offers kept of one type, and the types whose points do whatever this type's do."""

    type: _Type
    offers: list[tuple[tuple[int, ...], tuple[int, ...]]] = field(default_factory=list)
    """(points of each part, amounts that a wish limits) of each."""
    served_by: list[_Kept] = field(default_factory=list)

    def has_enough_for(self, points: tuple[int, ...], limited: tuple[int, ...], enough: int) -> bool:
        """Whether offers kept that are at least as good bring enough to each of the parts."""
        brought = [0] * len(points)
        for theirs in self._at_least_as_good(points, limited):
            brought = [sum(pair) for pair in zip(brought, theirs, strict=True)]
            if min(brought) >= enough:
                return True
        return False

    def _at_least_as_good(self, points: tuple[int, ...], limited: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        """What each of them can bring to each of the parts."""
        parts, everything = len(points), sum(points)
        for kept in self.served_by:
            whole = len(kept.type.masks) == 1
            for theirs, taken in kept.offers:
                if any(more > most for more, most in zip(taken, limited, strict=True)):
                    continue
                if whole and theirs[0] >= everything:
                    yield theirs * parts
                elif not whole and all(p >= q for p, q in zip(theirs, points, strict=True)):
                    yield theirs


def prune(found: Sequence[Candidate], *, enough: int, wishes: Wishes) -> list[Candidate]:
    """The candidates that a best plan may need, where nothing needs more than `enough` hundredths of any of them.

    Pinned ones stay, and so do all that exclude each other.
    """
    kept: dict[_Type, _Kept] = {}
    chosen: list[Candidate] = []
    for candidate in sorted(found, key=lambda one: (*order(one.offer, wishes), one.offer.id)):
        if candidate.rivals or candidate.offer.id in wishes.pinned:
            chosen.append(candidate)
            continue
        kind, points = _type(candidate)
        of_kind = kept.get(kind) or _new(kind, kept)
        limited = _limited(candidate, wishes)
        if not of_kind.has_enough_for(points, limited, enough):
            of_kind.offers.append((points, limited))
            chosen.append(candidate)
    return chosen


def order(offer: Offer, wishes: Wishes) -> tuple[int, ...]:
    """The plan's objectives for one offer, ids apart."""
    return (*(amount(offer, objective) for objective in wishes.order), -offer.quality)


def amount(offer: Offer, objective: Objective) -> int:
    """What an offer takes of one objective."""
    return {"cost": offer.price, "hours": offer.hours, "travel": offer.miles}[objective]


def _limited(candidate: Candidate, wishes: Wishes) -> tuple[int, ...]:
    price = () if wishes.budget is None else (candidate.offer.price,)
    return price if wishes.hours is None else (*price, candidate.offer.hours)


def _new(kind: _Type, kept: dict[_Type, _Kept]) -> _Kept:
    made = kept[kind] = _Kept(kind)
    for other, of_other in kept.items():
        if other.serves_as(kind):
            made.served_by.append(of_other)
        if other != kind and kind.serves_as(other):
            of_other.served_by.append(made)
    return made


def _type(candidate: Candidate) -> tuple[_Type, tuple[int, ...]]:
    """The candidate's type, and its points by the type's masks."""
    points: dict[int, int] = {}
    for part in candidate.parts:
        points[part.mask] = points.get(part.mask, 0) + part.points
    masks = tuple(sorted(points))
    return _Type(masks, candidate.parts[0].group, candidate.late), tuple(points[mask] for mask in masks)
