"""Delete for good what has lain in the trash, or in an unconfirmed import, since before a moment."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from recert.actions.record_change import record_change
from recert.records.models import Activity, ImportDraft


def empty_trash(*, before: datetime) -> int:
    """How many activities were deleted. One transaction each, so that nobody waits for a long one."""
    ImportDraft.objects.filter(created_at__lt=before).delete()
    due = Activity.objects.filter(trashed_at__lt=before)
    return sum(_delete(pk, before) for pk in list(due.values_list("pk", flat=True)))


@transaction.atomic
def _delete(pk: int, before: datetime) -> bool:
    row = (
        Activity.objects.select_for_update(of=("self",))
        .select_related("person")
        .filter(pk=pk, trashed_at__lt=before)
        .first()
    )
    if row is None:
        return False
    record_change(None, verb="delete", about=("activity", pk), holder=row.person)
    row.delete()
    return True
