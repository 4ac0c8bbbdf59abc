"""One of the credentials the actor holds or held."""

from __future__ import annotations

from recert.records.models import Holding, Person


def open_holding(actor: Person, *, holding_id: int) -> Holding:
    """:raises DoesNotExist: when it is not the actor's."""
    return Holding.objects.get(person=actor, pk=holding_id)
