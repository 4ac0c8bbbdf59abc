"""The actor's activities that no document proves yet: what a paper may belong to."""

from __future__ import annotations

from recert.records.models import Activity, Draft, Person

MOST = 60


def list_unproved(actor: Person) -> list[Activity]:
    """Newest first, no more than one would look through."""
    proofs = Draft.objects.filter(outcome="confirmed", certificate__trashed_at=None, certificate__person=actor)
    proved = proofs.exclude(activity=None).values("activity")
    rows = Activity.objects.filter(person=actor, trashed_at=None).exclude(pk__in=proved)
    return list(rows.defer("note").order_by("-earned_on", "-id")[:MOST])
