"""Say that the actor has read a reminder: no letter needs to carry it any more."""

from __future__ import annotations

from django.utils import timezone

from recert.records.models import Person, Reminder


def see_reminder(actor: Person, *, reminder_id: int) -> Reminder:
    """:raises DoesNotExist: when it is not the actor's."""
    own = Reminder.objects.filter(person=actor)
    own.filter(pk=reminder_id, seen_at=None).update(seen_at=timezone.now())
    return own.get(pk=reminder_id)
