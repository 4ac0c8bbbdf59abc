"""Remember what the actor wishes of plans for one of their credentials."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from recert.actions.plan_wishes import PlanWishes, read_wishes, wishes_of
from recert.actions.record_change import record_change
from recert.records.models import Holding, Person, Planning


@transaction.atomic
def change_wishes(actor: Person, *, holding_id: int, stated: Mapping[str, Any]) -> PlanWishes:
    """:raises DoesNotExist: when the holding is not the actor's.

    :raises WishRefused: naming the field.
    """
    wishes = read_wishes(stated)
    holding = Holding.objects.select_for_update().get(person=actor, pk=holding_id, closed_on=None)
    planning, _new = Planning.objects.get_or_create(holding=holding)
    if wishes.document() != planning.wishes:
        about = ("planning", planning.pk)
        record_change(actor, verb="wish", about=about, holder=actor, before=planning.wishes, after=wishes.document())
        planning.wishes = wishes.document()
        planning.save(update_fields=["wishes"])
    return wishes


def open_wishes(actor: Person, *, holding_id: int) -> PlanWishes:
    """:raises DoesNotExist: when the holding is not the actor's."""
    holding = Holding.objects.select_related("planning").get(person=actor, pk=holding_id, closed_on=None)
    planning = getattr(holding, "planning", None)
    return wishes_of(planning.wishes) if planning else PlanWishes()
