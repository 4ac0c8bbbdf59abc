"""One thing read from a paper of the actor's, with the paper and what became of it."""

from __future__ import annotations

from recert.records.models import Draft, Person


def open_read(actor: Person, *, draft_id: int) -> Draft:
    """:raises DoesNotExist: when it is not the actor's, or its paper lies in the trash."""
    mine = Draft.objects.filter(certificate__person=actor, certificate__trashed_at=None)
    return mine.select_related("certificate__file", "activity").get(pk=draft_id)
