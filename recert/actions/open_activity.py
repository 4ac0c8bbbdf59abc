"""One of the actor's activities, trashed or not, as it stands now."""

from __future__ import annotations

from recert.records.models import Activity, Person


def open_activity(actor: Person, *, activity_id: int) -> Activity:
    """:raises DoesNotExist: when it is not the actor's."""
    return Activity.objects.get(person=actor, pk=activity_id)
