"""Say that an application was accepted: its cycle is closed with its verdict, and the next one is open."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from recert.actions.move_application import Move, move_application
from recert.actions.renew_credential import renew_credential
from recert.records.models import Application, Holding, Person


@transaction.atomic
def accept_application(
    actor: Person, *, application_id: int, version: int, recertified_on: date, cycle_ends: date | None = None,
    today: date,
) -> Holding:  # fmt: skip
    """The next cycle, by the rules in force in it. What was earned before it stays in the cycle that is over.

    :raises MoveRefused, StaleEdit, DoesNotExist: as every move.
    :raises RenewalRefused, CycleRefused: when no next cycle follows from the days.
    """
    row = Application.objects.get(holding__person=actor, pk=application_id)
    move = Move(to="accepted", on=today, columns={"answer_by": None, "expected_by": None})
    move_application(actor, application_id=application_id, version=version, move=move, today=today)
    return renew_credential(actor, holding_id=row.holding_id, recertified_on=recertified_on, cycle_ends=cycle_ends)
