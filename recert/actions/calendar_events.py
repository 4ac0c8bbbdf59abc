"""Everything that stands in a person's calendar feed, one line to a sort: other rooms add theirs here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from recert.actions.calendar_deadlines import deadline_events
from recert.actions.event import Event
from recert.actions.plan_events import plan_events
from recert.actions.remind_of_application import application_events
from recert.records.people import Person

EVENTS: Mapping[str, Callable[[Person, date], Iterable[Event]]] = {
    "deadlines": deadline_events,
    "applications": application_events,
    "plan": plan_events,
}


def all_events(person: Person, *, today: date) -> Iterator[Event]:
    for of in EVENTS.values():
        yield from of(person, today)
