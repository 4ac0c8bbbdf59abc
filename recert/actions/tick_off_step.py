"""Tick off a step of the chosen plan: it becomes an activity, what was paid is noted, and the rest is planned anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recert.actions.add_activity import add_activity
from recert.actions.choose_plan import PlanRefused, heal_plan
from recert.actions.note_spending import note_spending
from recert.actions.open_plan import is_done
from recert.actions.read_fields import NOT_YET, FieldRefused, read_day
from recert.actions.record_change import record_change
from recert.records.models import Activity, Holding, Person, PlanStep
from recert.records.plans import STILL_TO_DO


@dataclass(frozen=True, slots=True, kw_only=True)
class TickedOff:
    """What became of the step, whether the rest of the plan became another one, and how many steps that has."""

    activity: Activity
    changed: bool
    left: int


def open_step(actor: Person, *, step_id: int) -> PlanStep:
    """:raises DoesNotExist: when it is not a step of a plan of the actor's."""
    rows = PlanStep.objects.select_related("plan__holding", "activity")
    return rows.get(pk=step_id, plan__holding__person=actor)


@transaction.atomic
def tick_off_step(
    actor: Person, *, step_id: int, fields: Mapping[str, Any], today: date, paid: int | None = None
) -> TickedOff:
    """`fields` is what the certificate says other than planned. Ticking off twice is ticking off once.

    :raises DoesNotExist: when it is not a step of a plan of the actor's.
    :raises FieldRefused: naming the field of the activity: also where the day is still to come, for nothing is done yet.
    """
    holding_id = open_step(actor, step_id=step_id).plan.holding_id
    Holding.objects.select_for_update().get(person=actor, pk=holding_id)  # as every verb of plans does first
    step = PlanStep.objects.select_related("activity").get(pk=step_id, plan__holding_id=holding_id)
    if step.activity is not None and is_done(step):
        return TickedOff(activity=step.activity, changed=False, left=len(_rest(step)))
    before = _rest(step)
    stated = {**as_planned(step, today), **fields}
    if read_day("earned_on", stated["earned_on"]) > today:
        raise FieldRefused(_(NOT_YET), field="earned_on")
    activity = add_activity(actor, fields=stated)
    PlanStep.objects.filter(pk=step.pk).update(activity=activity, done_at=timezone.now())
    record_change(actor, verb="tick", about=("plan", step.plan_id), holder=actor, after={"offer": step.offer})
    if paid is not None:
        note_spending(actor, activity_id=activity.pk, paid=paid)
    try:
        heal_plan(actor, holding_id=holding_id, today=today)
    except PlanRefused:
        return TickedOff(activity=activity, changed=False, left=len(before))  # the page says what stands in the way
    after = _rest(step)
    return TickedOff(activity=activity, changed=after != before, left=len(after))


def as_planned(step: PlanStep, today: date) -> dict[str, Any]:
    """The activity the step would become today; of an area the holder may choose the one it was planned for."""
    planned = step.document
    same = {name: planned[name] for name in ("title", "provider", "kind", "approved_by", "quantity", "unit")}
    return {**same, "category": "" if is_chosen_from(planned) else area_planned(planned), "earned_on": today}


def is_chosen_from(planned: Mapping[str, Any]) -> bool:
    """A collection of which nobody states the areas: what its holder took from it is theirs alone to say.

    A plan only says how much of each area it needs at least; its own way of counting the rest is nobody's statement.
    """
    return planned.get("area") == "chosen" or (bool(planned.get("of")) and planned.get("area") != "stated")


def area_planned(planned: Mapping[str, Any]) -> str:
    """The area of a step; of a collection that serves several areas, how much was planned for each.

    >>> area_planned({"category": "clinical|general", "quantity": "5", "as": {"clinical": "2", "general": "3"}})
    'clinical=2;general=3'
    """
    if "|" not in planned["category"]:
        return str(planned["category"])
    shares = planned["as"]
    if len(shares) <= 1:
        return next(iter(shares), "")
    if sum(map(Decimal, shares.values())) != Decimal(planned["quantity"]):
        return str(planned["category"])  # points are not the certificate's unit here: it counts where it helps
    return ";".join(f"{area}={points}" for area, points in shares.items())


def _rest(step: PlanStep) -> set[str]:
    """The other steps that are still to do."""
    others = PlanStep.objects.filter(STILL_TO_DO, plan_id=step.plan_id).exclude(offer=step.offer)
    return set(others.values_list("offer", flat=True))
