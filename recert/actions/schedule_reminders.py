"""What a person will be told and when, as they want it: the one list behind mail, the page and the calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from recert.actions.occasion import Occasion
from recert.actions.reminder_occasions import all_occasions
from recert.records.models import Person, ReminderWishes

Scheduled = tuple[str, Occasion]


def wishes_of(person: Person) -> ReminderWishes:
    return ReminderWishes.objects.get_or_create(person=person)[0]


def schedule_reminders(person: Person, *, wishes: ReminderWishes, today: date) -> list[Scheduled]:
    """Kind and occasion, past and to come, the earliest first."""
    wanted = (
        (kind, occasion)
        for kind, occasion in all_occasions(person, today=today)
        if kind not in wishes.unwanted and (occasion.series or occasion.key) not in wishes.stopped
    )
    return sorted(wanted, key=lambda each: (each[1].due_on, each[1].key))


def due_now(scheduled: Iterable[Scheduled], *, today: date) -> dict[str, Scheduled]:
    """What is due by key: of a series only the latest, so that an outage ends in one message, not in seven."""
    latest = {
        occasion.series or occasion.key: (kind, occasion) for kind, occasion in scheduled if occasion.due_on <= today
    }
    return {occasion.key: (kind, occasion) for kind, occasion in latest.values()}
