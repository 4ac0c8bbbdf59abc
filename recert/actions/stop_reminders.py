"""Stop one series of reminders, for instance because the application is sent; the others go on."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from recert.actions.record_change import record_change
from recert.actions.schedule_reminders import wishes_of
from recert.records.models import Person, Reminder, ReminderWishes


@transaction.atomic
def stop_reminders(actor: Person, *, reminder_id: int) -> Reminder:
    """:raises DoesNotExist: when the reminder is not the actor's."""
    reminder = Reminder.objects.get(person=actor, pk=reminder_id)
    wishes = ReminderWishes.objects.select_for_update().get(pk=wishes_of(actor).pk)
    series = reminder.series or reminder.key
    if series not in wishes.stopped:
        ReminderWishes.objects.filter(pk=wishes.pk).update(stopped=[*wishes.stopped, series])
        record_change(actor, verb="stop", about=("reminder", reminder.pk), holder=actor)
    Reminder.objects.filter(pk=reminder.pk, withdrawn_at=None).update(withdrawn_at=timezone.now())
    return reminder


@transaction.atomic
def start_reminders_again(actor: Person) -> None:
    """Everything that was stopped may be told again."""
    changed = ReminderWishes.objects.filter(person=actor).exclude(stopped=[]).update(stopped=[])
    if changed:
        record_change(actor, verb="start", about=("reminder", None), holder=actor)
