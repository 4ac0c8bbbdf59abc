"""The sponsored places shown beside a search today: at most two, none while they are switched off."""

from __future__ import annotations

from datetime import date

from recert.records.models import Listing, Person

MOST = 2


def show_listings(actor: Person | None, *, shown_with: str, today: date) -> list[Listing]:
    """Of more than two each has its turn, day by day; what somebody pays, searches for or holds changes nothing."""
    del actor
    paid = Listing.objects.filter(shown_with=shown_with, is_on=True, starts_on__lte=today, ends_on__gte=today)
    waiting = list(paid)
    turn = today.toordinal() * MOST % len(waiting) if len(waiting) > MOST else 0
    return [*waiting[turn:], *waiting[:turn]][:MOST]
