"""Sell, switch and end sponsored places; for operators alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from recert.actions.read_fields import described
from recert.actions.record_change import record_change
from recert.actions.refusal import Refused
from recert.records.models import Listing, Person


class ListingRefused(Refused):
    """It would end before it starts."""


def list_listings(actor: Person) -> list[Listing]:
    """:raises DoesNotExist: for anybody but an operator."""
    if not actor.is_operator:
        raise Listing.DoesNotExist
    return list(Listing.objects.order_by("-pk"))


@transaction.atomic
def add_listing(actor: Person, *, fields: Mapping[str, Any]) -> Listing:
    """:raises ListingRefused: naming the field. :raises DoesNotExist: for anybody but an operator."""
    list_listings(actor)
    if fields["ends_on"] < fields["starts_on"]:
        raise ListingRefused(_("The last day is before the first."), field="ends_on")
    listing = Listing.objects.create(**fields)
    record_change(actor, verb="add", about=("listing", listing.pk), holder=None, after=described(dict(fields)))
    return listing


@transaction.atomic
def switch_listings(actor: Person, *, listing_id: int | None, on: bool) -> int:
    """One listing, or all of them where none is named. How many were switched.

    :raises DoesNotExist: for anybody but an operator.
    """
    list_listings(actor)
    which = Listing.objects.filter(pk=listing_id) if listing_id else Listing.objects.all()
    changed = which.exclude(is_on=on).update(is_on=on)
    if changed:
        record_change(actor, verb="switch", about=("listing", listing_id), holder=None, after={"is_on": on})
    return changed
