"""Put all that a person was not told yet into one letter, unless they want no mail or it is their quiet time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from recert.actions.compose_reminders import compose_reminders
from recert.actions.write_letter import write_letter
from recert.records.models import Letter, Person, Reminder, ReminderWishes


def people_to_tell() -> list[Person]:
    """Everybody with a reminder that no letter carries; nobody while there is no mail server."""
    if settings.EMAIL_OUTGOING is None:
        return []
    wanting = Person.objects.filter(is_active=True, reminder_wishes__by_email=True)
    return list(wanting.filter(reminders__in=_untold()).distinct().order_by("pk"))


def gather_reminders(person: Person, *, now: datetime) -> Letter | None:
    with transaction.atomic():
        wishes = ReminderWishes.objects.select_for_update().get(person=person)
        if not takes_mail(person, wishes) or is_quiet_for(person, wishes, now):
            return None
        reminders = list(_untold().filter(person=person).order_by("due_on", "id"))
        if not reminders:
            return None
        written = compose_reminders(person, reminders=reminders)
        letter = write_letter(person, key=letter_key(person, reminders), to=person.email, written=written, now=now)
        Reminder.objects.filter(pk__in=[each.pk for each in reminders]).update(letter=letter)
        return letter


def takes_mail(person: Person, wishes: ReminderWishes) -> bool:
    """Wanted, and not to an address whose server refused us for good."""
    return wishes.by_email and wishes.refused_address != person.email


def is_quiet_for(person: Person, wishes: ReminderWishes, now: datetime) -> bool:
    return wishes.is_quiet(now.astimezone(ZoneInfo(person.time_zone)).hour)


def letter_key(person: Person, reminders: Sequence[Reminder]) -> str:
    """The same reminders make the same letter."""
    keys = "\n".join(sorted(each.key for each in reminders))
    return f"reminders:{person.pk}:{sha256(keys.encode()).hexdigest()[:40]}"


def _untold() -> QuerySet[Reminder]:
    return Reminder.objects.filter(letter=None, withdrawn_at=None, seen_at=None)
