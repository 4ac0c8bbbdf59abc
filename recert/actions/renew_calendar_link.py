"""Give the actor's calendar feed a new address; the old one stops working at once."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F

from recert.actions.record_change import record_change
from recert.actions.schedule_reminders import wishes_of
from recert.records.models import Person, ReminderWishes


@transaction.atomic
def renew_calendar_link(actor: Person) -> ReminderWishes:
    wishes = wishes_of(actor)
    ReminderWishes.objects.filter(pk=wishes.pk).update(calendar_link=F("calendar_link") + 1)
    record_change(actor, verb="renew", about=("calendar link", wishes.pk), holder=actor)
    return ReminderWishes.objects.get(pk=wishes.pk)
