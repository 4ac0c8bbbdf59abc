"""Correct the days of a credential the actor holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from recert.actions.choose_cycle import choose_cycle
from recert.actions.hold_credential import days_of
from recert.actions.read_fields import described
from recert.actions.record_change import record_change
from recert.records.models import Holding, Person
from recert.records.versions import save_if_unchanged


@transaction.atomic
def change_holding(actor: Person, *, holding_id: int, version: int, days: Mapping[str, Any]) -> Holding:
    """`days` states them all anew: `certified_on`, `cycle_starts`, `cycle_ends`, `first_cycle`.

    :raises StaleEdit: with both versions, when `version` is no longer the newest.
    :raises CycleRefused: when no cycle follows from the days.
    :raises DoesNotExist: when it is not the actor's, or its cycle is closed.
    """
    rows = Holding.objects.filter(person=actor, closed_on=None)
    before = rows.select_for_update().get(pk=holding_id)
    was, values = days_of(before), choose_cycle(before.credential, days=days).as_columns()
    row = save_if_unchanged(rows, pk=holding_id, version=version, values=values)
    about = ("holding", row.pk)
    record_change(actor, verb="change", about=about, holder=actor, before=described(was), after=described(values))
    return row
