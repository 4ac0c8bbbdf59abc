"""The credentials the actor holds, in the order they were added."""

from __future__ import annotations

from recert.records.models import Holding, Person


def list_holdings(actor: Person) -> list[Holding]:
    return list(Holding.objects.filter(person=actor, closed_on=None))
