"""The steps still to do of the plan for one credential, as days of a calendar."""

from __future__ import annotations

from recert.actions.event import Event
from recert.actions.plan_events import event_of, open_steps
from recert.records.models import Holding, Person


def plan_calendar(actor: Person, *, holding_id: int) -> tuple[Holding, list[Event]]:
    """:raises DoesNotExist: when the holding is not the actor's."""
    holding = Holding.objects.get(person=actor, pk=holding_id)
    return holding, [event_of(step) for step in open_steps(actor) if step.plan.holding_id == holding_id]
