"""Take an activity out of the trash, back to its place on the transcript."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F

from recert.actions.record_change import record_change
from recert.records.models import Activity, Person


@transaction.atomic
def restore_activity(actor: Person, *, activity_id: int) -> Activity:
    """Restoring what is not in the trash changes nothing. :raises DoesNotExist: when it is not the actor's."""
    rows = Activity.objects.filter(person=actor)
    restored = rows.filter(pk=activity_id, trashed_at__isnull=False).update(trashed_at=None, version=F("version") + 1)
    row = rows.get(pk=activity_id)
    if restored:
        Person.objects.transcript_changed(actor.pk)
        record_change(actor, verb="restore", about=("activity", row.pk), holder=actor)
    return row
