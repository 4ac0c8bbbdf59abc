"""Put one finished thing on the actor's transcript."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from recert.actions.read_fields import described, read_fields
from recert.actions.record_change import record_change
from recert.records.models import Activity, Person


@transaction.atomic
def add_activity(actor: Person, *, fields: Mapping[str, Any], request_key: str | None = None) -> Activity:
    """Store the activity once, however often the request with this key arrives.

    :raises FieldRefused: naming the field.
    """
    values = read_fields(fields)
    if request_key is None:
        row, new = Activity.objects.create(person=actor, **values), True
    else:
        row, new = Activity.objects.get_or_create(person=actor, request_key=request_key[:64], defaults=values)
    if new:
        Person.objects.transcript_changed(actor.pk)
        record_change(actor, verb="add", about=("activity", row.pk), holder=actor, after=described(values))
    return row
