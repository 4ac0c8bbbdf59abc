"""While an application is under way: a question to answer, an answer that should have come, one that was returned."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from recert.actions.event import Event
from recert.actions.occasion import Occasion
from recert.records.models import Application, ApplicationStep, Person
from recert.rulebooks.library import UnknownCredential, rulebook
from recert.rules.calendar import days_after
from recert.rules.wording import N_

DAYS_BEFORE_ANSWER = (7, 2, 0)

ANSWER = N_("Your %(name)s application: answer your certifier's question by %(day)s.")
HEARD = N_("Your %(name)s application: by the certifier's published times you should have heard. Ask where it is.")
RETURNED = N_("Your %(name)s application was returned. Put right what was missing and send it again in time.")
SHOULD_HEAR = N_("%(name)s: an answer to your application should be here")
ANSWER_DAY = N_("%(name)s: last day to answer your certifier")


def applications_under_way(person: Person, _today: date) -> Iterator[Occasion]:
    """Only the last application of a cycle that is still open speaks."""
    for row in _latest(person):
        if row.state == "asked" and row.answer_by:
            for days in DAYS_BEFORE_ANSWER:
                yield _occasion(row, f"answer-{row.version}-{days}d", days_after(row.answer_by, -days), ANSWER)
        if row.state == "sent" and row.expected_by:
            yield _occasion(row, f"expected-{row.version}", days_after(row.expected_by, 1), HEARD)
        if row.state == "returned":
            step = ApplicationStep.objects.filter(application=row, state="returned").latest("pk")
            yield _occasion(row, "returned", days_after(step.on, 1), RETURNED)


def application_events(person: Person, _today: date) -> Iterator[Event]:
    for row in _latest(person):
        days = (("answer", row.answer_by, ANSWER_DAY), ("expected", row.expected_by, SHOULD_HEAR))
        for name, day, wording in days:
            if row.is_under_way and day is not None:
                values = {"name": _name(row)}
                yield Event(
                    uid=f"application-{row.pk}-{name}", day=day, wording=wording, values=values, link=_link(row)
                )


def sent_holdings(person: Person) -> set[int]:
    """The cycles whose application lies with the certifier: their deadlines are met."""
    rows = Application.objects.filter(holding__person=person, state__in=("sent", "asked"))
    return set(rows.values_list("holding", flat=True))


def _latest(person: Person) -> list[Application]:
    rows = Application.objects.filter(holding__person=person, holding__closed_on=None).select_related("holding")
    return list({row.holding_id: row for row in rows.order_by("pk")}.values())


def _occasion(row: Application, what: str, due_on: date, wording: str) -> Occasion:
    values = {"name": _name(row), "day": (row.answer_by or due_on).isoformat()}
    series = f"application:{row.pk}"
    return Occasion(
        key=f"{series}:{what}", due_on=due_on, wording=wording, values=values, link=_link(row), series=series
    )


def _link(row: Application) -> str:
    return reverse("apply", args=[row.holding_id])


def _name(row: Application) -> str:
    try:
        return rulebook(row.holding.credential).name
    except UnknownCredential:
        return row.holding.credential
