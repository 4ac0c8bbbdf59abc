"""The actor's transcript, or their trash, newest first."""

from __future__ import annotations

from recert.records.drafts import with_proof
from recert.records.models import Activity, Person


def list_activities(actor: Person, *, trashed: bool = False) -> list[Activity]:
    rows = with_proof(Activity.objects.filter(person=actor, trashed_at__isnull=not trashed))
    return list(rows.order_by("-trashed_at" if trashed else "-earned_on", "-id"))
