"""What proves an activity of the actor's: the papers it was read from or that were attached to it."""

from __future__ import annotations

from recert.records.models import Activity, Draft, Person


def list_proofs(actor: Person, *, activity_id: int) -> list[Draft]:
    """In the order they were handed in; a paper in the trash proves nothing.

    :raises DoesNotExist: when the activity is not the actor's.
    """
    Activity.objects.only("pk").get(person=actor, pk=activity_id)
    mine = Draft.objects.filter(certificate__person=actor, certificate__trashed_at=None, outcome="confirmed")
    return list(mine.filter(activity=activity_id).select_related("certificate").defer("text").order_by("id"))
