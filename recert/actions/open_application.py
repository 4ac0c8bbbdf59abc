"""Start to apply for the next cycle, or go on where it was left."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from recert.actions.record_change import record_change
from recert.records.applications import UNDER_WAY
from recert.records.models import Application, ApplicationStep, Holding, Person


@transaction.atomic
def open_application(actor: Person, *, holding_id: int) -> Application:
    """The one under way for this cycle; a new one where there is none.

    :raises DoesNotExist: when the holding is not the actor's, or its cycle is closed.
    """
    holding = Holding.objects.select_for_update().get(person=actor, pk=holding_id, closed_on=None)
    row = Application.objects.filter(holding=holding, state__in=UNDER_WAY).first()
    if row is None:
        row = Application.objects.create(holding=holding)
        day = actor.day_at(timezone.now())
        ApplicationStep.objects.create(application=row, state="preparing", on=day)
        record_change(actor, verb="open", about=("application", row.pk), holder=actor, after={"holding": holding.pk})
    return row
