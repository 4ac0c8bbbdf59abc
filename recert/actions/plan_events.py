"""The steps of chosen plans as days of the calendar, and as occasions to be reminded of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse

from recert.actions.event import Event
from recert.actions.occasion import Occasion
from recert.records.models import Person, PlanStep
from recert.records.plans import STILL_TO_DO
from recert.rulebooks.library import rulebook
from recert.rules.wording import N_

A_WEEK = timedelta(days=7)
FINISH = N_("%(name)s: finish “%(title)s” by today")
FINISH_BY = N_("%(name)s: finish “%(title)s” by %(day)s, as you planned.")


def open_steps(person: Person) -> list[PlanStep]:
    """What is still to do in the actor's plans."""
    rows = PlanStep.objects.filter(plan__holding__person=person, plan__holding__closed_on=None)
    return list(rows.filter(STILL_TO_DO).select_related("plan__holding"))


def plan_events(person: Person, _today: date) -> Iterator[Event]:
    for step in open_steps(person):
        yield event_of(step)


def event_of(step: PlanStep) -> Event:
    holding = step.plan.holding
    return Event(
        uid=f"plan-{holding.pk}-{step.offer}",
        day=step.do_by,
        wording=FINISH,
        values={"name": rulebook(holding.credential).name, "title": str(step.document["title"])},
        link=reverse("plan-one", args=[holding.pk]),
    )


def plan_occasions(person: Person, _today: date) -> Iterator[Occasion]:
    """A week before each step is due; a step that is done or planned away is no occasion any more."""
    for step in open_steps(person):
        holding = step.plan.holding
        values = {"name": rulebook(holding.credential).name, "title": str(step.document["title"])}
        yield Occasion(
            key=f"plan:{holding.pk}:{step.offer}:{step.do_by}",
            due_on=step.do_by - A_WEEK,
            wording=FINISH_BY,
            values={**values, "day": step.do_by.isoformat()},
            link=reverse("plan-one", args=[holding.pk]),
            series=f"plan:{holding.pk}:{step.offer}",
        )
