"""Take a paper out of the trash; what it proved is proved again."""

from __future__ import annotations

from django.db import transaction

from recert.actions.proof import prove
from recert.actions.record_change import record_change
from recert.records.models import Certificate, Person


@transaction.atomic
def restore_certificate(actor: Person, *, certificate_id: int) -> Certificate:
    """Restoring twice is restoring once. :raises DoesNotExist: when it is not the actor's."""
    row = Certificate.objects.filter(person=actor).select_for_update(of=("self",)).get(pk=certificate_id)
    if row.trashed_at is not None:
        row.trashed_at = None
        row.save(update_fields=["trashed_at"])
        for draft in row.drafts.filter(outcome="confirmed").select_related("certificate__file", "activity"):
            if draft.activity is not None:
                prove(draft.activity, draft)
        record_change(actor, verb="restore", about=("certificate", row.pk), holder=actor)
    return row
