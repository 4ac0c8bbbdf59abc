"""Throw a file away that was handed in but not confirmed."""

from __future__ import annotations

from recert.records.models import ImportDraft, Person


def drop_import(actor: Person, *, draft_id: int) -> None:
    """:raises DoesNotExist: when it is not the actor's."""
    ImportDraft.objects.get(person=actor, pk=draft_id).delete()
