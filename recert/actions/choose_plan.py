"""Choose one of the three plans: from then on it has steps to tick off, days in the calendar and a link to share."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recert.actions.make_plans import Desk, desk_of, plans_at
from recert.actions.open_plan import is_done
from recert.actions.plan_wishes import GOALS
from recert.actions.record_change import record_change
from recert.actions.refusal import Refused
from recert.records.models import ChosenPlan, Holding, Person, PlanStep

Document = dict[str, Any]


class PlanRefused(Refused):
    """There is no such plan to choose."""


@transaction.atomic
def choose_plan(actor: Person, *, holding_id: int, goal: str, today: date) -> ChosenPlan:
    """Keep the plan with this goal as it is today; what was ticked off stays, the other steps are its own.

    :raises DoesNotExist: when the holding is not the actor's.
    :raises PlanRefused: when there is nothing to plan or no plan.
    """
    Holding.objects.select_for_update().get(person=actor, pk=holding_id, closed_on=None)
    desk = desk_of(actor, holding_id=holding_id, today=today)
    plan = plans_at(desk).document["plans"].get(goal) if goal in GOALS else None
    if plan is None or not plan["feasible"] or not plan["steps"]:
        raise PlanRefused(_("There is no such plan to choose. Look at the plans again."))
    chosen = _keep(desk, plan)
    about = ("plan", chosen.pk)
    record_change(actor, verb="choose", about=about, holder=actor, after={"goal": goal, "steps": _named(plan)})
    return chosen


@transaction.atomic
def heal_plan(actor: Person, *, holding_id: int, today: date) -> ChosenPlan:
    """Plan the rest anew around what is done and pinned, by the goal that was chosen. Done twice it is done once.

    :raises DoesNotExist: when the holding is not the actor's, or no plan was chosen.
    :raises PlanRefused: when no plan is possible any more; the old one stays.
    """
    Holding.objects.select_for_update().get(person=actor, pk=holding_id, closed_on=None)
    chosen = ChosenPlan.objects.get(holding_id=holding_id)
    desk = desk_of(actor, holding_id=holding_id, today=today)
    plan = plans_at(desk).document["plans"][chosen.goal]
    if not plan["feasible"]:
        raise PlanRefused(_("No plan is possible as things are. Your old plan stays; see below what would help."))
    healed = _keep(desk, plan)
    about = ("plan", healed.pk)
    record_change(actor, verb="heal", about=about, holder=actor, after={"steps": _named(plan)})
    return healed


@transaction.atomic
def drop_plan(actor: Person, *, holding_id: int) -> None:
    """Let the chosen plan go; what was ticked off stays on the transcript. :raises DoesNotExist: not the actor's."""
    holding = Holding.objects.select_for_update().get(person=actor, pk=holding_id)
    for chosen in ChosenPlan.objects.filter(holding=holding):
        record_change(actor, verb="drop", about=("plan", chosen.pk), holder=actor)
        chosen.delete()


def _keep(desk: Desk, plan: Document) -> ChosenPlan:
    values = {
        "goal": plan["goal"],
        "wishes": desk.planning.wishes,
        "document": {name: value for name, value in plan.items() if name != "steps"},
        "basis": desk.basis,
        "chosen_at": timezone.now(),
    }
    chosen, _new = ChosenPlan.objects.update_or_create(holding=desk.case.holding, defaults=values)
    rows = PlanStep.objects.filter(plan=chosen).select_related("activity")
    done = {step.offer for step in rows if is_done(step)}
    PlanStep.objects.filter(plan=chosen).exclude(offer__in=done).delete()
    PlanStep.objects.bulk_create(
        PlanStep(plan=chosen, offer=step["id"], do_by=date.fromisoformat(step["do_by"]), document=step)
        for step in plan["steps"]
        if step["id"] not in done
    )
    return chosen


def _named(plan: Document) -> list[str]:
    return [step["id"] for step in plan["steps"]]
