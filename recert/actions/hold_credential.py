"""Say that the actor holds a credential, and since when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from recert.actions.choose_cycle import Chosen, choose_cycle
from recert.actions.read_fields import described
from recert.actions.record_change import record_change
from recert.actions.refusal import Refused
from recert.records.models import Holding, Person


class AlreadyHeld(Refused):
    """An open cycle of the same credential stands in the way."""


def hold_credential(
    actor: Person,
    *,
    credential: str,
    certified_on: date | None = None,
    cycle_starts: date | None = None,
    cycle_ends: date | None = None,
    first_cycle: bool = False,
) -> Holding:
    """Open a cycle. Saying the very same again changes nothing.

    :raises CycleRefused: when no cycle follows from the days.
    :raises AlreadyHeld: when the credential is held with other days.
    """
    days = {"certified_on": certified_on, "cycle_starts": cycle_starts, "cycle_ends": cycle_ends}
    return _open(actor, choose_cycle(credential, days={**days, "first_cycle": first_cycle}))


@transaction.atomic
def _open(actor: Person, chosen: Chosen) -> Holding:
    columns, credential = chosen.as_columns(), chosen.rulebook.credential
    row, new = Holding.objects.get_or_create(person=actor, credential=credential, closed_on=None, defaults=columns)
    if not new and days_of(row) != columns:
        held = _("You already hold %(name)s here. Change its days, or renew it.") % {"name": chosen.rulebook.name}
        raise AlreadyHeld(held, field="credential")
    if new:
        after = described({"credential": credential, **columns})
        record_change(actor, verb="hold", about=("holding", row.pk), holder=actor, after=after)
    return row


def days_of(row: Holding) -> Mapping[str, Any]:
    """The days a holding states now."""
    return {name: getattr(row, name) for name in ("certified_on", "cycle_starts", "cycle_ends", "first_cycle")}
