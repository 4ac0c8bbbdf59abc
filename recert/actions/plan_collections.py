"""How much of a collection one takes: what is missing once all that is kept in the plan is taken too."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from recert.actions.plan_offers import Listed, Shelf
from recert.planning.candidates import candidates
from recert.planning.holder import Holder, verdict_with
from recert.planning.offer import Offer
from recert.planning.wishes import Wishes


def sized(shelf: Shelf, holder: Holder, pinned: Collection[str]) -> Shelf:
    """Every collection as large as the gap that what is pinned leaves; those pinned themselves one after the other."""
    kept = [shelf.listed[offer] for offer in sorted(pinned) if offer in shelf.listed]
    taken = [one.offer for one in kept if not one.is_collection]
    apart: dict[str, Listed] = {}
    for one in kept:
        if one.is_collection:
            apart[one.offer.id] = one.cut(_gap(holder, taken))
            taken.append(apart[one.offer.id].offer)
    return shelf.cut(_gap(holder, taken), apart)


def _gap(holder: Holder, taken: Sequence[Offer]) -> int:
    """What the rules say is still missing with them: what would not count, or is over a cap, fills nothing."""
    activities = [one.activity for one in candidates(taken, holder, Wishes())] if taken else []
    return verdict_with(holder, activities).gap.points
