"""Write down what is due to be told, take back what no longer holds; planning twice is planning once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from recert.actions.occasion import Occasion
from recert.actions.schedule_reminders import Scheduled, due_now, schedule_reminders, wishes_of
from recert.records.models import Person, Reminder, ReminderWishes


def plan_reminders(person: Person, *, now: datetime) -> int:
    """How many occasions were new."""
    return write_down(person, schedule_reminders(person, wishes=wishes_of(person), today=person.day_at(now)), now=now)


def write_down(person: Person, scheduled: Sequence[Scheduled], *, now: datetime) -> int:
    """Keep of what is scheduled what is due; how many occasions were new."""
    today = person.day_at(now)
    with transaction.atomic():
        ReminderWishes.objects.select_for_update().get(person=person)
        new = _told_anew(person, due_now(scheduled, today=today), now)
        ReminderWishes.objects.filter(person=person).update(planned_on=today)
    return new


def _told_anew(person: Person, due: Mapping[str, Scheduled], now: datetime) -> int:
    rows = {row.key: row for row in Reminder.objects.filter(person=person)}
    for key, row in rows.items():
        if key in due:
            _keep_true(row, due[key])
    gone = [row.pk for key, row in rows.items() if key not in due and row.withdrawn_at is None]
    Reminder.objects.filter(pk__in=gone).update(withdrawn_at=now)
    new = [
        Reminder(person=person, key=key, planned_at=now, **_columns(kind, occasion))
        for key, (kind, occasion) in due.items()
        if key not in rows
    ]
    Reminder.objects.bulk_create(new)
    return len(new)


def _keep_true(row: Reminder, scheduled: Scheduled) -> None:
    """Until it is told a reminder says how things stand now; afterwards it stays as it was told."""
    told = row.seen_at is not None or (row.letter is not None and row.letter.handed_at is not None)
    columns = {} if told else _columns(*scheduled)
    changed = {name: value for name, value in columns.items() if getattr(row, name) != value}
    if row.withdrawn_at is not None:
        changed["withdrawn_at"] = None
    if changed:
        Reminder.objects.filter(pk=row.pk).update(**changed)


def _columns(kind: str, occasion: Occasion) -> dict[str, Any]:
    return {
        "kind": kind,
        "series": occasion.series,
        "due_on": occasion.due_on,
        "wording": occasion.wording,
        "values": dict(occasion.values),
        "more": [{"wording": wording, "values": dict(values)} for wording, values in occasion.more],
        "link": occasion.link,
    }


def people_to_plan(now: datetime) -> list[Person]:
    """Everybody for whom a new day has begun since they were planned last, or the clock was set back."""
    zones = Person.objects.values_list("time_zone", flat=True).distinct()
    new_day = Q(reminder_wishes=None)
    for zone in list(zones):
        today = Person(time_zone=zone).day_at(now)
        new_day |= Q(time_zone=zone) & ~Q(reminder_wishes__planned_on=today)
        new_day |= Q(time_zone=zone, reminder_wishes__planned_on=None)
    return list(Person.objects.filter(new_day, is_active=True).order_by("pk"))
