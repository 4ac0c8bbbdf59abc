"""How much of a collection one takes: what is missing once all that is kept in the plan is taken too."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from recert.actions.plan_offers import Listed, Shelf
from recert.planning.candidates import candidates
from recert.planning.holder import Holder, verdict_with
from recert.planning.offer import Offer
from recert.planning.plan import Plan
from recert.planning.wishes import Wishes

PARTS = (2, 4, 8)
"""What is missing may be taken from a collection as a whole, by half, by a quarter and by an eighth."""


def best_sized(shelf: Shelf, holder: Holder, wishes: Wishes, plan_from: Callable[[Shelf], Plan]) -> tuple[Plan, Shelf]:
    """The best plan, and what it was made from: all that is missing from a collection, or a part of it with other courses.

    Parts are tried where hours count most: one pays for the whole collection, and it is as far away, whatever one takes.
    """
    for whole in _sizes(shelf, holder, wishes.pinned):
        made = plan_from(whole)
        if made.feasible:
            break
    if wishes.least != "hours" or not any(whole.listed[step.offer.id].is_collection for step in made.steps):
        return made, whole
    parts = [sized(shelf, holder, wishes.pinned, part=part) for part in PARTS]
    ways = [(made, whole), *((plan_from(part), part) for part in parts)]
    return min((way for way in ways if way[0].feasible), key=lambda way: way[0].by(wishes.order))


def _sizes(shelf: Shelf, holder: Holder, pinned: frozenset[str]) -> Iterator[Shelf]:
    """Of each collection what is missing besides what is pinned; and all that is missing, should that not do.

    What is pinned may be outside credit and end too late for the review that outside credit needs: it fills nothing then.
    """
    fitting = sized(shelf, holder, pinned)
    yield fitting
    if (larger := sized(shelf, holder, ())) is not fitting:
        yield larger


def sized(shelf: Shelf, holder: Holder, pinned: Collection[str], *, part: int = 1) -> Shelf:
    """Every collection as large as the gap that what is pinned leaves; those pinned themselves one after the other.

    With a `part` of 2 the rest are as large as half of that gap, rounded up, so that something else fills the other half.
    """
    kept = [shelf.listed[offer] for offer in sorted(pinned) if offer in shelf.listed]
    taken = [one.offer for one in kept if not one.is_collection]
    apart: dict[str, Listed] = {}
    for one in kept:
        if one.is_collection:
            apart[one.offer.id] = one.cut(_gap(holder, taken))
            taken.append(apart[one.offer.id].offer)
    return shelf.cut(-(-_gap(holder, taken) // part), apart)


def _gap(holder: Holder, taken: Sequence[Offer]) -> int:
    """What the rules say is still missing with them: what would not count, or is over a cap, fills nothing."""
    activities = [one.activity for one in candidates(taken, holder, Wishes())] if taken else []
    return verdict_with(holder, activities).gap.points
