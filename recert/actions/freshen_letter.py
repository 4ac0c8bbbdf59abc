"""Before a letter of reminders leaves: say only what is still true, or do not send it at all."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from recert.actions.compose_reminders import compose_reminders
from recert.actions.gather_reminders import is_quiet_for, takes_mail
from recert.actions.plan_reminders import plan_reminders
from recert.actions.schedule_reminders import wishes_of
from recert.records.models import Letter, Person, Reminder

A_WHILE = timedelta(minutes=15)


def freshen_letter(letter: Letter, *, now: datetime) -> Letter | None:
    """The letter as it should leave now; None when it should not. Letters about anything else stay as they are."""
    person = letter.person
    if person is None or not Reminder.objects.filter(letter=letter).exists():
        return letter
    plan_reminders(person, now=now)
    with transaction.atomic():
        wishes = wishes_of(person)
        if takes_mail(person, wishes) and is_quiet_for(person, wishes, now):
            _put_off(letter, now)
            return None
        Reminder.objects.filter(letter=letter).exclude(withdrawn_at=None, seen_at=None).update(letter=None)
        still = list(Reminder.objects.filter(letter=letter).order_by("due_on", "id"))
        if still and takes_mail(person, wishes):
            return _anew(letter, person, still)
        _take_apart(letter, now)
        return None


def _take_apart(letter: Letter, now: datetime) -> None:
    """What it carried and still holds goes into another letter, once there may be one."""
    Letter.objects.filter(pk=letter.pk).update(withdrawn_at=now, lease_until=None)
    Reminder.objects.filter(letter=letter).update(letter=None)


def _put_off(letter: Letter, now: datetime) -> None:
    Letter.objects.filter(pk=letter.pk).update(next_try_at=now + A_WHILE, lease_until=None, attempts=F("attempts") - 1)


def _anew(letter: Letter, person: Person, reminders: list[Reminder]) -> Letter:
    written = compose_reminders(person, reminders=reminders)
    said = {"to": person.email, "subject": written.subject, "text": written.text, "html": written.html}
    Letter.objects.filter(pk=letter.pk).update(**said)
    return Letter.objects.select_related("person").get(pk=letter.pk)
