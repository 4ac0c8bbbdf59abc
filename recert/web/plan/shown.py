"""Plans ready for the template: every amount in words, every step with its rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from recert.actions.make_plans import Plans
from recert.actions.plan_costs import has_a_length_unstated
from recert.rulebooks.library import rulebook
from recert.rules.points import as_text, hundredths
from recert.web.base.effects import parts_text
from recert.web.base.missing import points_text
from recert.web.plan import words

Document = Mapping[str, Any]
OLD = 365
"""Days after which a listing is called old."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepShown:
    """One course of a plan in words; `rules` are the findings it serves, each with its citation."""

    id: str
    step: Document
    price: str
    each: str
    hours: str
    miles: str
    points: str
    parts: str
    choose: str
    """What to choose, where it is a collection: then the parts are only one way to."""
    purpose: str
    rules: tuple[Document, ...]
    choice: str
    is_old: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanShown:
    """One of the three plans."""

    goal: str
    label: str
    plan: Document
    steps: tuple[StepShown, ...]
    total: str
    each: str
    hours: str
    miles: str
    points: str
    obstacles: tuple[str, ...]
    bound: str
    applying: str
    """By which way to apply its days are in time."""
    same_as: str = ""
    """The label of an earlier plan with the very same courses."""

    @property
    def feasible(self) -> bool:
        return bool(self.plan["feasible"])


def plans_shown(plans: Plans) -> tuple[PlanShown, ...]:
    certifier = rulebook(plans.holding.credential).certifier.acronym
    today = date.fromisoformat(plans.document["as_of"])
    shown: list[PlanShown] = []
    for plan in plans.document["plans"].values():
        one = plan_shown(plan, certifier=certifier, choices=plans.choices, today=today)
        earlier = next((other.label for other in shown if one.feasible and _courses(other) == _courses(one)), "")
        shown.append(replace(one, same_as=earlier))
    return tuple(shown)


def _courses(plan: PlanShown) -> list[tuple[str, str]]:
    """What is taken, and how much of it."""
    return sorted((step["id"], step["quantity"]) for step in plan.plan["steps"])


def plan_shown(plan: Document, *, certifier: str, choices: Mapping[str, str], today: date) -> PlanShown:
    steps = steps_shown(plan["steps"], plan["findings"], certifier=certifier, choices=choices, today=today)
    points = as_text(sum(hundredths(step["counted"]) for step in plan["steps"]))
    return PlanShown(
        goal=plan["goal"],
        label=str(words.GOALS[plan["goal"]]),
        plan=plan,
        steps=steps,
        total=words.total_text(plan),
        each="" if plan["unpriced"] else words.each_text(plan["cost"], points),
        hours=words.hours_text(plan["hours"], is_guess=has_a_length_unstated(plan["steps"])),
        miles=as_text(round(plan["miles"], -1)),
        points=points_text(points),
        bound=words.bound(plan),
        applying=words.applying(plan["applying"], today) if steps else "",
        obstacles=words.obstacles(plan, certifier, today),
    )


def steps_shown(
    steps: Sequence[Document],
    findings: Sequence[Document],
    *,
    certifier: str,
    choices: Mapping[str, str],
    today: date,
) -> tuple[StepShown, ...]:
    by_about = {finding["about"]: finding for finding in findings}
    return tuple(_step(step, by_about, certifier, choices, today) for step in steps)


def _step(
    step: Document, findings: Mapping[str, Document], certifier: str, choices: Mapping[str, str], today: date
) -> StepShown:
    checked = step["checked_on"]
    return StepShown(
        id=step["id"],
        step=step,
        price=words.price_text(step["price"]),
        each=words.each_text(step["price"], step["counted"]),
        hours=words.hours_text(step["hours"]),
        miles=words.miles_text(step["miles"], step["format"]),
        points=points_text(step["counted"]),
        parts="" if (choose := words.to_choose(step)) else parts_text(step["as"]),
        choose=choose,
        purpose=words.requirements(step["serves"], certifier),
        rules=tuple(findings[about] for about in step["serves"] if about in findings),
        choice=choices.get(step["id"], ""),
        is_old=bool(checked) and (today - date.fromisoformat(checked)).days > OLD,
    )


def recommended(shown: Sequence[PlanShown]) -> PlanShown | None:
    """The plan whose first step is put forward: the cheapest, else the first that there is."""
    return next((plan for plan in shown if plan.feasible and plan.steps), None)
