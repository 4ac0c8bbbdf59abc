"""Delete for good what has lain in the trash, or in an unconfirmed import, since before a moment."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from django.db import transaction

from recert.actions.record_change import record_change
from recert.actions.sweep_vault import VaultInUse, sweep_vault
from recert.records.models import Activity, Certificate, ImportDraft


def empty_trash(*, before: datetime) -> int:
    """How many activities and certificates were deleted. One transaction each, so that nobody waits for a long one.

    An original that no certificate needs any more goes with the last of them.
    """
    ImportDraft.objects.filter(created_at__lt=before).delete()
    activities = Activity.objects.filter(trashed_at__lt=before).values_list("pk", flat=True)
    papers = Certificate.objects.filter(trashed_at__lt=before).values_list("pk", flat=True)
    deleted = sum(_delete(Activity, pk, before) for pk in list(activities))
    deleted += sum(_delete(Certificate, pk, before) for pk in list(papers))
    # Somebody who hands something in just now keeps the sweep waiting until tomorrow.
    with suppress(VaultInUse):
        sweep_vault()
    return deleted


@transaction.atomic
def _delete(table: type[Activity | Certificate], pk: int, before: datetime) -> bool:
    rows = table._default_manager.select_for_update(of=("self",)).select_related("person")
    row = rows.filter(pk=pk, trashed_at__lt=before).first()
    if row is None:
        return False
    record_change(None, verb="delete", about=(table._meta.model_name or "", pk), holder=row.person)
    row.delete()
    return True
