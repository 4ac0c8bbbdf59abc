"""Correct an activity, unless somebody else corrected it meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from recert.actions.read_fields import described, fields_of, read_fields
from recert.actions.record_change import record_change
from recert.records.models import Activity, Person
from recert.records.versions import save_if_unchanged


@transaction.atomic
def change_activity(actor: Person, *, activity_id: int, version: int, fields: Mapping[str, Any]) -> Activity:
    """Lay the fields over those the activity has.

    :raises StaleEdit: with both versions, when `version` is no longer the newest.
    :raises FieldRefused: naming the field.
    :raises DoesNotExist: when it is not the actor's, or lies in the trash.
    """
    rows = Activity.objects.filter(person=actor)
    before = rows.select_for_update().get(pk=activity_id)
    if before.trashed_at is not None and before.version == version:
        raise Activity.DoesNotExist
    was = fields_of(before)
    values = read_fields(fields, over=was)
    row = save_if_unchanged(rows, pk=activity_id, version=version, values=values)
    Person.objects.transcript_changed(actor.pk)
    about = ("activity", row.pk)
    record_change(actor, verb="change", about=about, holder=actor, before=described(was), after=described(values))
    return row
