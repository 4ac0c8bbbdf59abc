"""Take a credential off the list, with its verdicts; the transcript stays as it is."""

from __future__ import annotations

from django.db import transaction

from recert.actions.hold_credential import days_of
from recert.actions.read_fields import described
from recert.actions.record_change import record_change
from recert.records.models import Holding, Person


@transaction.atomic
def drop_holding(actor: Person, *, holding_id: int) -> None:
    """:raises DoesNotExist: when it is not the actor's."""
    row = Holding.objects.select_for_update().get(person=actor, pk=holding_id)
    before = described({"credential": row.credential, **days_of(row)})
    record_change(actor, verb="drop", about=("holding", row.pk), holder=actor, before=before)
    row.delete()
