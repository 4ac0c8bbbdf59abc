"""Take everything one import added off the transcript again; it waits in the trash like anything else."""

from __future__ import annotations

from django.db import transaction

from recert.actions.confirm_import import keys_of
from recert.actions.trash_activity import trash_activity
from recert.records.models import Activity, Person


@transaction.atomic
def undo_import(actor: Person, *, draft_id: int) -> int:
    """How many were taken off.

    :raises DoesNotExist: when the actor has no import of that number.
    """
    added = imported_by(actor, draft_id=draft_id)
    if not added:
        raise Activity.DoesNotExist
    still_there = [activity for activity in added if activity.trashed_at is None]
    for activity in still_there:
        trash_activity(actor, activity_id=activity.pk)
    return len(still_there)


def imported_by(actor: Person, *, draft_id: int) -> list[Activity]:
    """The activities one import added, trashed ones included."""
    return list(Activity.objects.filter(person=actor, request_key__startswith=keys_of(draft_id)))
