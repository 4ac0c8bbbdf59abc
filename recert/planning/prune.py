"""Leave out offers that no best plan needs: enough offers at least as good come before them.

Offers are taken in the order of the plan's objectives. One is left out when offers before it that are at least as good
bring together as much as could ever be needed of them. At least as good: they may count wherever it may, under no further cap,
with at least its points, no later, and take no more of what is limited. Were it in a best plan, one of those that is
not could take its place and come no worse; were all of them in the plan, it would add nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import le

from recert.planning.candidates import Candidate
from recert.planning.offer import Offer
from recert.planning.wishes import Objective, Wishes
from recert.rules.table import Group


@dataclass(frozen=True, slots=True)
class _Type:
    """What decides where an offer's points may go. Split offers have no type and are kept."""

    mask: int
    group: Group
    late: bool

    def serves_as(self, other: _Type) -> bool:
        """Whether a point of this type can do whatever a point of the other can."""
        return (
            self.mask | other.mask == self.mask
            and (self.group.approved or not other.group.approved)
            and self.group.holds <= other.group.holds
            and (other.late or not self.late)
        )


@dataclass(slots=True)
class _Kept:
    """The offers kept of one type, and the types whose points do whatever this type's do."""

    offers: list[tuple[int, tuple[int, ...]]]
    """(points, amounts that a wish limits) of each."""
    served_by: list[_Kept]

    def at_least_as_good(self, points: int, limited: tuple[int, ...]) -> int:
        """The points of the offers kept that bring no less and take no more of what is limited."""
        known = (offer for kept in self.served_by for offer in kept.offers)
        return sum(p for p, taken in known if p >= points and all(map(le, taken, limited)))


def prune(found: Sequence[Candidate], *, enough: int, wishes: Wishes) -> list[Candidate]:
    """The candidates that a best plan may need, where nothing needs more than `enough` hundredths of any of them.

    Pinned ones stay, and so do all that are split or exclude each other.
    """
    kept: dict[_Type, _Kept] = {}
    chosen: list[Candidate] = []
    for candidate in sorted(found, key=lambda one: (*order(one.offer, wishes), one.offer.id)):
        kind = _type(candidate)
        if kind is None or candidate.offer.id in wishes.pinned:
            chosen.append(candidate)
            continue
        of_kind = kept.get(kind) or _new(kind, kept)
        limited = _limited(candidate, wishes)
        if of_kind.at_least_as_good(candidate.points, limited) < enough:
            of_kind.offers.append((candidate.points, limited))
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
    made = kept[kind] = _Kept([], [])
    for other, of_other in kept.items():
        if other.serves_as(kind):
            made.served_by.append(of_other)
        if other != kind and kind.serves_as(other):
            of_other.served_by.append(made)
    return made


def _type(candidate: Candidate) -> _Type | None:
    if len(candidate.parts) != 1 or candidate.rivals:
        return None
    part = candidate.parts[0]
    return _Type(part.mask, part.group, candidate.late)
