"""The chosen plan ready for the template: what is done, what comes next, what changed since."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from recert.actions.make_plans import Plans
from recert.actions.open_plan import OpenPlan
from recert.actions.plan_costs import cost_of
from recert.records.models import ChosenPlan, PlanStep
from recert.rulebooks.library import rulebook
from recert.web.plan import changes, words
from recert.web.plan.shown import StepShown, steps_shown


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDo:
    """A step still to do."""

    row: PlanStep
    shown: StepShown
    is_late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenShown:
    """A chosen plan in words; `changes` tells what the healed plan would do differently."""

    opened: OpenPlan
    label: str
    to_do: tuple[ToDo, ...]
    total: str
    applying: str
    next_step: str
    why: str
    changes: tuple[str, ...]

    @property
    def first_is_gone(self) -> bool:
        """Whether the plan of today does without what would be the next step."""
        difference = self.opened.difference
        gone = {step["id"] for step in difference.gone} if difference and difference.feasible else set()
        return bool(self.to_do) and self.to_do[0].row.offer in gone

    @property
    def is_changed(self) -> bool:
        return self.opened.state == "changed"


def chosen_shown(opened: OpenPlan, plans: Plans) -> ChosenShown:
    today = date.fromisoformat(plans.document["as_of"])
    to_do = to_do_of(opened.chosen, list(opened.steps), today=today, choices=dict(plans.choices))
    difference = opened.difference
    return ChosenShown(
        opened=opened,
        label=str(words.GOALS[opened.chosen.goal]),
        to_do=to_do,
        total=total_of(list(opened.steps)),
        applying=words.applying(opened.chosen.document.get("applying"), today),
        next_step=words.next_step(_dated(to_do[0].row)) if to_do else "",
        why=_why(difference.why) if difference else "",
        changes=tuple(changes.changes(difference)) if difference else (),
    )


def to_do_of(
    chosen: ChosenPlan, rows: list[PlanStep], *, today: date, choices: dict[str, str] | None = None
) -> tuple[ToDo, ...]:
    shown = steps_shown(
        [_dated(row) for row in rows],
        chosen.document["findings"],
        certifier=rulebook(chosen.holding.credential).certifier.acronym,
        choices=choices or {},
        today=today,
    )
    return tuple(ToDo(row=row, shown=step, is_late=row.do_by < today) for row, step in zip(rows, shown, strict=True))


def total_of(rows: Sequence[PlanStep]) -> str:
    return words.total_text(cost_of(row.document for row in rows))


def _dated(row: PlanStep) -> dict[str, Any]:
    return {**row.document, "do_by": row.do_by.isoformat()}


def _why(parts: tuple[str, ...]) -> str:
    told = {
        "standing": _("Your activities or the rules changed since you chose this plan."),
        "catalog": _("The courses we know of changed since you chose this plan."),
        "wishes": _("Your wishes changed since you chose this plan."),
    }
    return " ".join(told[part] for part in parts if part in told) or _("Time went on since you chose this plan.")
