"""Have a paper read once more, or stop waiting for the reader and type in what it says."""

from __future__ import annotations

from functools import partial

from django.db import transaction

from recert.actions.read_soon import read_soon
from recert.records.models import Certificate, Draft, Person


@transaction.atomic
def read_again(actor: Person, *, certificate_id: int) -> Certificate:
    """Only what nobody has settled is read anew. :raises DoesNotExist: when it is not the actor's."""
    row = _mine(actor, certificate_id)
    if row.state == "unreadable" or (row.state == "read" and not row.drafts.exclude(outcome="").exists()):
        row.state, row.attempts, row.trouble, row.tried_at = "waiting", 0, None, None
        row.save(update_fields=["state", "attempts", "trouble", "tried_at"])
        transaction.on_commit(partial(read_soon, row.pk), robust=True)
    return row


@transaction.atomic
def type_in(actor: Person, *, certificate_id: int) -> Certificate:
    """A reader that answers later than this writes nothing. :raises DoesNotExist: when it is not the actor's."""
    row = _mine(actor, certificate_id)
    if row.state in ("waiting", "reading"):
        row.state = "read"
        row.save(update_fields=["state"])
        if not row.drafts.filter(outcome="").exists():
            Draft.objects.create(certificate=row, position=row.drafts.count() + 1)
    return row


def _mine(actor: Person, pk: int) -> Certificate:
    rows = Certificate.objects.filter(person=actor, trashed_at=None)
    return rows.select_for_update(of=("self",)).get(pk=pk)
