"""How the actor wants to be reminded: which channels, which kinds, and when to be quiet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from recert.actions.record_change import record_change
from recert.actions.refusal import Refused
from recert.actions.reminder_occasions import OCCASIONS
from recert.actions.schedule_reminders import wishes_of
from recert.records.models import Person, ReminderWishes

FIELDS = ("by_email", "in_app", "by_calendar", "unwanted", "quiet_from", "quiet_until")
HOURS = range(24)


class WishRefused(Refused):
    """That is no hour of the day, or the quiet time is all of it."""


@transaction.atomic
def change_reminder_wishes(actor: Person, *, fields: Mapping[str, Any]) -> ReminderWishes:
    """:raises WishRefused: naming the field."""
    row = ReminderWishes.objects.select_for_update().get(pk=wishes_of(actor).pk)
    was = {name: getattr(row, name) for name in FIELDS}
    values = _checked({**was, **fields})
    if values != was:
        # Planned anew at once: what was switched on is told today, what was switched off is not.
        ReminderWishes.objects.filter(pk=row.pk).update(**values, planned_on=None)
        record_change(actor, verb="change", about=("reminder wishes", row.pk), holder=actor, before=was, after=values)
    return ReminderWishes.objects.get(pk=row.pk)


def _checked(values: Mapping[str, Any]) -> dict[str, Any]:
    if values["quiet_from"] not in HOURS or values["quiet_until"] not in HOURS:
        raise WishRefused(_("Choose an hour of the list."), field="quiet_from")
    unwanted = sorted(set(values["unwanted"]) & set(OCCASIONS))
    return {**{name: values[name] for name in FIELDS}, "unwanted": unwanted}
