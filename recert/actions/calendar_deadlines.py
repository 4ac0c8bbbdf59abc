"""The days a credential turns on: the last safe one of each way to apply, the end of its cycle, the last way back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from recert.actions.check_standing import Standing, check_standing
from recert.actions.event import Event
from recert.actions.occasion import Said
from recert.actions.remind_of_deadlines import still_missing
from recert.actions.safe_days import expires_on
from recert.records.people import Person
from recert.rules.wording import N_

APPLY = N_("%(name)s: last safe day to apply. %(route)s")
PASS = N_("%(name)s: last day to pass the exam")
ENDS = N_("%(name)s: your cycle ends")
CLOSES = N_("%(name)s: last day to come back with points")


def deadline_events(person: Person, today: date) -> Iterator[Event]:
    for standing in check_standing(person, today=today, shown=False):
        yield from _of(standing)


def _of(standing: Standing) -> Iterator[Event]:
    """What is missing is said without a pace: it would be another one every day, and the entry with it."""
    dates = standing.document["dates"]
    for safe in dates["latest_safe"]:
        yield from _event(standing, f"apply-{safe['route']}", safe["apply_by"], (APPLY, {"route": safe["route"]}))
        yield from _event(standing, f"pass-{safe['route']}", safe["pass_by"], (PASS, {}))
    yield from _event(standing, "ends", expires_on(standing).isoformat(), (ENDS, {}))
    yield from _event(standing, "closes", dates["ce_route_closes_on"], (CLOSES, {}))


def _event(standing: Standing, about: str, day: str | None, said: Said) -> Iterator[Event]:
    wording, values = said
    if day:
        yield Event(
            uid=f"{about}-{standing.holding_id}",
            day=date.fromisoformat(day),
            wording=wording,
            values={"name": standing.name, **values},
            more=tuple(still_missing(standing.document)),
            link=reverse("standing", args=[standing.holding_id]),
        )
