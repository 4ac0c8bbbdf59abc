"""Take an activity off the transcript and into the trash, from where it can come back for 30 days."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from recert.actions.record_change import record_change
from recert.records.models import Activity, Person

DAYS_KEPT = 30


@transaction.atomic
def trash_activity(actor: Person, *, activity_id: int) -> Activity:
    """Trashing twice is trashing once. :raises DoesNotExist: when it is not the actor's."""
    rows = Activity.objects.filter(person=actor)
    trashed = rows.filter(pk=activity_id, trashed_at=None).update(trashed_at=timezone.now(), version=F("version") + 1)
    row = rows.get(pk=activity_id)
    if trashed:
        Person.objects.transcript_changed(actor.pk)
        record_change(actor, verb="trash", about=("activity", row.pk), holder=actor)
    return row
