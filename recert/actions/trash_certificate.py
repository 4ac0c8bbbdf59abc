"""Put a paper into the trash, from where it can come back for 30 days; the activities it proved stay."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from recert.actions.proof import unprove
from recert.actions.record_change import record_change
from recert.records.models import Certificate, Person


@transaction.atomic
def trash_certificate(actor: Person, *, certificate_id: int) -> Certificate:
    """Trashing twice is trashing once. :raises DoesNotExist: when it is not the actor's."""
    rows = Certificate.objects.filter(person=actor)
    row = rows.select_for_update(of=("self",)).get(pk=certificate_id)
    if row.trashed_at is None:
        row.trashed_at = timezone.now()
        row.save(update_fields=["trashed_at"])
        for draft in row.drafts.filter(outcome="confirmed").select_related("certificate__file", "activity"):
            unprove(draft)
        record_change(actor, verb="trash", about=("certificate", row.pk), holder=actor)
    return row
