"""A person's calendar feed, for whoever holds its link: the same text as long as nothing it says has changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from recert.actions.calendar_events import all_events
from recert.actions.event import Event
from recert.actions.schedule_reminders import schedule_reminders
from recert.actions.signed_links import wishes_of_calendar
from recert.records.fields import canonical
from recert.records.models import CalendarEntry, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An event, how often it was changed, and when it was changed last."""

    event: Event
    sequence: int
    stamped_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    person: Person
    entries: Sequence[Entry]


def read_calendar(_actor: None, *, key: str, now: datetime) -> Feed:
    """Deadlines and everything a reminder is planned for: the feed suffices alone.

    :raises DoesNotExist: when the link is not one of ours, or was taken back.
    """
    wishes = wishes_of_calendar(key)
    person, today = wishes.person, wishes.person.day_at(now)
    reminders = [
        Event(
            uid=f"reminder-{sha256(occasion.key.encode()).hexdigest()[:24]}",
            day=occasion.due_on,
            wording=occasion.wording,
            values=occasion.values,
            more=occasion.more,
            link=occasion.link,
        )
        for _, occasion in schedule_reminders(person, wishes=wishes, today=today)
        if occasion.due_on >= today
    ]
    events = sorted([*all_events(person, today=today), *reminders], key=lambda event: (event.day, event.uid))
    return Feed(person=person, entries=_stamped(person, events, now))


def _stamped(person: Person, events: Iterable[Event], now: datetime) -> list[Entry]:
    """With the stamp of its last change; only what is new or reads otherwise is written down."""
    with transaction.atomic():
        known = {entry.uid: entry for entry in CalendarEntry.objects.filter(person=person)}
        return [_entry(person, event, known, now) for event in events]


def _entry(person: Person, event: Event, known: Mapping[str, CalendarEntry], now: datetime) -> Entry:
    digest = sha256(
        canonical([event.day.isoformat(), event.wording, dict(event.values), event.more, event.link]).encode()
    )
    row = known.get(event.uid)
    if row is None or row.digest != digest.hexdigest():
        sequence = 0 if row is None else row.sequence + 1
        said = {"digest": digest.hexdigest(), "sequence": sequence, "stamped_at": now}
        row = CalendarEntry.objects.update_or_create(person=person, uid=event.uid, defaults=said)[0]
    return Entry(event=event, sequence=row.sequence, stamped_at=row.stamped_at)
