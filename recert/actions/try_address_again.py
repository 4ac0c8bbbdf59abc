"""Send mail to the actor's address once more, after its server refused us for good."""

from __future__ import annotations

from django.db import transaction

from recert.actions.schedule_reminders import wishes_of
from recert.records.models import Letter, Person, Reminder, ReminderWishes


@transaction.atomic
def try_address_again(actor: Person) -> None:
    """What was refused and is still unread goes into a letter of its own."""
    ReminderWishes.objects.filter(pk=wishes_of(actor).pk).update(refused_address="")
    refused = Letter.objects.filter(person=actor, refused_at__isnull=False)
    Reminder.objects.filter(person=actor, letter__in=refused, withdrawn_at=None, seen_at=None).update(letter=None)
