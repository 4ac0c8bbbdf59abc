"""The next day on which the actor will be reminded of something, if they want to be."""

from __future__ import annotations

from datetime import date

from recert.actions.schedule_reminders import schedule_reminders, wishes_of
from recert.records.models import Person


def next_reminder(actor: Person, *, today: date) -> date | None:
    wishes = wishes_of(actor)
    if not (wishes.by_email or wishes.in_app or wishes.by_calendar):
        return None
    days = (occasion.due_on for _, occasion in schedule_reminders(actor, wishes=wishes, today=today))
    return next((day for day in days if day > today), None)
