"""The plan the actor chose, its steps as they stand, and what changed since it was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from recert.actions.make_plans import Desk, Plans, desk_of, plans_at
from recert.actions.plan_costs import cost_of, dearer
from recert.records.models import ChosenPlan, Person, PlanStep

Document = dict[str, Any]
State = Literal["same", "done", "late", "changed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What the plan would be if it were chosen now, beside what was chosen. `why` names what changed since."""

    gone: tuple[Document, ...]
    new: tuple[Document, ...]
    before: Document
    after: Document
    """The `cost` of each, and how many of its prices are `unpriced`."""
    dearer: int | None
    """Cents; below zero it became cheaper; None where a price that nobody states decides it."""
    why: tuple[str, ...]
    feasible: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPlan:
    """A chosen plan. `state` says whether there is something to do about it besides its next step."""

    chosen: ChosenPlan
    done: tuple[PlanStep, ...]
    steps: tuple[PlanStep, ...]
    state: State
    difference: Difference | None


def open_plan(actor: Person, *, holding_id: int, today: date) -> tuple[Plans, OpenPlan | None]:
    """The three plans of today, and the chosen one if there is one. Six queries while nothing changed.

    :raises DoesNotExist: when the holding is not the actor's.
    """
    desk = desk_of(actor, holding_id=holding_id, today=today)
    plans = plans_at(desk)
    chosen = ChosenPlan.objects.filter(holding=desk.case.holding).first()
    return plans, opened(chosen, plans, desk) if chosen else None


def opened(chosen: ChosenPlan, plans: Plans, desk: Desk) -> OpenPlan:
    rows = list(PlanStep.objects.filter(plan=chosen).select_related("activity"))
    done = tuple(step for step in rows if is_done(step))
    steps = tuple(step for step in rows if not is_done(step))
    now = plans.document["plans"][chosen.goal]
    found = difference(steps, now, chosen.basis, desk.basis)
    return OpenPlan(
        chosen=chosen,
        done=done,
        steps=steps,
        state=_state(steps, found, plans, desk.case.today),
        difference=found,
    )


def is_done(step: PlanStep) -> bool:
    """Ticked off, and what became of it is still on the transcript."""
    return step.activity is not None and step.activity.trashed_at is None


def _state(steps: Sequence[PlanStep], found: Difference | None, plans: Plans, today: date) -> State:
    if plans.document["met"]:
        return "done"
    if found is not None:
        return "changed"
    return "late" if any(step.do_by < today for step in steps) else "same"


def difference(
    steps: Sequence[PlanStep], now: Document, then: dict[str, str], basis: dict[str, str]
) -> Difference | None:
    """None where the same courses at the same prices would be chosen again."""
    held = {step.offer: step.document for step in steps}
    wanted = {step["id"]: step for step in now["steps"]}
    gone = tuple(held[offer] for offer in held if offer not in wanted)
    new = tuple(wanted[offer] for offer in wanted if offer not in held)
    more = dearer(held.values(), wanted.values())
    if not gone and not new and more == 0:
        return None
    return Difference(
        gone=gone,
        new=new,
        before=cost_of(held.values()),
        after=cost_of(wanted.values()),
        dearer=more,
        why=tuple(part for part in basis if then.get(part) != basis[part]),
        feasible=now["feasible"],
    )
