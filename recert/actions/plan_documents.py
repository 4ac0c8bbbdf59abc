"""A plan as the document that is kept and shown: facts and amounts, no sentences."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from recert.actions.plan_costs import cost_of
from recert.actions.plan_offers import Listed
from recert.planning.applying import applying_document
from recert.planning.plan import Plan, Step
from recert.rules.document import citation_document, verdict_document
from recert.rules.edition import Edition
from recert.rules.points import as_text
from recert.rules.transcript import category_text
from recert.rules.verdict import Verdict

Document = dict[str, Any]


def plan_document(plan: Plan, goal: str, listed: Mapping[str, Listed]) -> Document:
    """Amounts in hundredths and cents; a total without the prices nobody states, which `unpriced` counts."""
    after = verdict_document(plan.after)
    outcomes = {outcome["id"]: outcome for outcome in after["activities"]}
    steps = [step_document(step, outcomes[step.activity], listed[step.offer.id]) for step in plan.steps]
    return {
        "goal": goal,
        "feasible": plan.feasible,
        "proved": plan.proved_optimal,
        "steps": steps,
        **cost_of(steps),
        "hours": plan.hours,
        "miles": sum(step["miles"] or 0 for step in steps),
        "unplaced": sum(step["miles"] is None for step in steps),
        "points": str(sum(outcome.counted for outcome in plan.after.activities if outcome.id in _ids(plan))),
        "findings": after["findings"],
        "dates": after["dates"],
        "applying": applying_document(plan.applying),
        "why_not": [{"about": each.about, "missing": each.missing} for each in plan.why_not],
        "would_help": [
            {"about": each.about, "missing": each.missing, "detail": list(each.detail)} for each in plan.would_help
        ],
        "remaining": {"about": left.objective, "by": left.by} if (left := plan.remaining) else None,
    }


def _ids(plan: Plan) -> set[str]:
    return {step.activity for step in plan.steps}


def step_document(step: Step, outcome: Document, listed: Listed) -> Document:
    offer = step.offer
    return {
        "id": offer.id,
        "title": offer.title,
        "provider": offer.provider,
        "kind": offer.kind,
        "quantity": str(offer.quantity),
        "unit": offer.unit,
        "category": category_text(offer.category),
        "approved_by": ";".join(sorted(offer.approved_by)),
        "format": offer.format,
        "url": offer.url,
        "do_by": step.do_by.isoformat(),
        "starts_on": _iso(offer.starts_on),
        "points": outcome["points"],
        "counted": outcome["counted"],
        "as": outcome["as"],
        "approved": outcome["approved"],
        "serves": list(step.serves),
        "lacks": {about: as_text(short) for about, short in step.lacks.items()},
        **listed.facts(),
    }


def exam_document(verdict: Verdict, edition: Edition, today: date) -> Document:
    """The exam instead: what is published of its fee and days, each with its rule; null where nobody knows."""
    route = next((day for day in verdict.dates.latest_safe if day.route == "exam"), None)
    facts = {fact.about: fact for fact in edition.facts}
    last = min((day for day in (route.apply_by, route.pass_by) if day), default=None) if route else None
    fees = {name: facts[f"exam_fee_{name}"] for name in ("member", "other") if f"exam_fee_{name}" in facts}
    risk = [facts[name] for name in ("exam_attempts", "exam_pass_mark", "exam_items") if name in facts]
    return {
        "offered": None if route is None else True,
        "apply_by": route.apply_by.isoformat() if route else None,
        "pass_by": _iso(route.pass_by) if route else None,
        "cited": citation_document(route.cited) if route else None,
        "last": _iso(last),
        "too_late": bool(last and last < today),
        "fees": {name: {"cents": fact.value, **citation_document(fact.cited)} for name, fact in fees.items()},
        "risk": [{"about": fact.about, "value": fact.value, **citation_document(fact.cited)} for fact in risk],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
