"""A plan as the contract's JSON: what to take by when, what it adds up to, the exam beside it, or why there is none."""

from __future__ import annotations

from typing import Any

from recert.cli.words import apply_text, listed, plain, points
from recert.planning.applying import applying_document
from recert.planning.goals import Remaining
from recert.planning.obstacles import Obstacle
from recert.planning.plan import Plan, Step
from recert.planning.several import JointPlan
from recert.planning.wishes import Wishes
from recert.rules.document import citation_document, verdict_document
from recert.rules.edition import Edition
from recert.rules.money import dollars
from recert.rules.points import as_text
from recert.rules.verdict import Verdict

Document = dict[str, Any]
LIMITS = {
    "budget": "The budget is {by} too small.",
    "hours": "The hours are {by} too few.",
    "format": "Offers of this format alone do not close the gap.",
    "hours_a_month": "The hours a month are {by} too few.",
    "language": "Offers in the languages asked for do not close the gap.",
    "within": "Offers that near do not close the gap; {by} miles farther there are some that do.",
    "forbidden": "Without the offers that are ruled out the gap stays open.",
    "pinned": "An offer that must be in the plan would not count, or cannot be taken in time.",
    "dates": "The offers that would close the gap exclude each other, or end too late for an application with other credit.",
}
FORMATS = {"in_person": "held in person", "online": "held online", "": "that do not say how they are held"}
REQUIRED = {"total": "the total", "approved": "approved credit"}
HELP = {
    "budget": "Raise the budget by {by}.",
    "hours": "Allow {by} more hours.",
    "hours_a_month": "Allow {by} more hours a month.",
    "format": "Allow offers {detail}.",
    "language": "Allow offers in {detail}.",
    "within": "Travel up to {by} miles farther.",
    "forbidden": "Allow {detail}.",
    "pinned": "Do without {detail}.",
}


def chosen_document(plan: Plan | JointPlan, wishes: Wishes) -> Document:
    """What is chosen and what it comes to, for one credential or for several."""
    return {
        "feasible": plan.feasible,
        "proved_optimal": plan.proved_optimal,
        "least": wishes.least,
        "chosen": sorted([step.offer.id for step in plan.steps] + [one.offer.id for one in plan.purchases]),
        "cost": dollars(plan.cost),
        "hours": as_text(plan.hours),
        "travel_miles": as_text(plan.miles),
    }


def purchases_document(plan: Plan | JointPlan) -> list[Document]:
    return [
        {"id": one.offer.id, "title": one.offer.title, "months": one.months, "cost": dollars(one.cost)}
        for one in plan.purchases
    ]


def plan_document(plan: Plan, wishes: Wishes) -> Document:
    """A plan as the `plan` document."""
    exam = exam_document(plan.after)
    return {
        **chosen_document(plan, wishes),
        "after": verdict_document(plan.after),
        "calendar": [_step(step) for step in plan.steps],
        "applying": applying_document(plan.applying),
        "purchases": purchases_document(plan),
        "remaining": remaining_document(plan.remaining),
        "compare": {"exam": exam},
        "why_not": why_not_document(plan),
        "would_help": [told(obstacle, HELP) for obstacle in plan.would_help] + _by_exam(plan, exam),
    }


def remaining_document(remaining: Remaining | None) -> Document | None:
    """Where time ran out: in which objective a plan could still be better, and by how much at most."""
    if remaining is None:
        return None
    whole = remaining.objective in ("count", "quality")
    amount = str(remaining.by) if whole else as_text(remaining.by)
    at_most = dollars(remaining.by) if remaining.objective == "cost" else amount
    return {"objective": remaining.objective, "at_most": at_most}


def exam_document(after: Verdict) -> Document:
    """What it costs to recertify by exam, and the last day to apply for it; null where nobody knows.

    The cost is what someone pays who is no member of the certifier's association.
    """
    route = next((day for day in after.dates.latest_safe if day.route == "exam"), None)
    cited = {fact.about: fact.cited for fact in after.edition.facts if fact.about == "exam_fee_other"}
    return {
        "cost": _fee(after.edition, "exam_fee_other"),
        "cost_for_members": _fee(after.edition, "exam_fee_member"),
        "hours": None,
        "latest": route.apply_by.isoformat() if route else None,
        "pass_by": route.pass_by.isoformat() if route and route.pass_by else None,
        "cost_cited": citation_document(cited["exam_fee_other"]) if cited else None,
        "latest_cited": citation_document(route.cited) if route else None,
    }


def _fee(edition: Edition, about: str) -> str | None:
    value = next((fact.value for fact in edition.facts if fact.about == about), None)
    return dollars(value) if isinstance(value, int) else None


def _step(step: Step) -> Document:
    offer = step.offer
    return {
        "id": offer.id,
        "do_by": step.do_by.isoformat(),
        "title": offer.title,
        "provider": offer.provider,
        "price": dollars(step.price),
        "hours": as_text(offer.hours),
        "miles": as_text(offer.miles),
        "starts_on": offer.starts_on.isoformat() if offer.starts_on else None,
        "ends_on": offer.ends_on.isoformat() if offer.ends_on else None,
        "url": offer.url,
        "activity": step.activity,
        "serves": list(step.serves),
    }


def told(obstacle: Obstacle, sentences: dict[str, str]) -> Document:
    """An obstacle in words."""
    about, missing = obstacle.about, obstacle.missing
    amount = None if missing is None else dollars(missing) if about == "budget" else as_text(missing)
    told = f"${amount}" if about == "budget" else amount
    if about in sentences:
        detail = listed([FORMATS.get(one, one) for one in obstacle.detail]) if obstacle.detail else "more of them"
        text = sentences[about].format(by=told, detail=detail)
    elif amount is None:
        text = f"Nobody could confirm how many points are needed for {REQUIRED.get(about, plain(about))}."
    else:
        text = f"All offers together leave {points(amount)} of {REQUIRED.get(about, f'{plain(about)} credit')} missing."
    return {"about": about, "missing": amount, "text": text}


def why_not_document(plan: Plan) -> list[Document]:
    """What stands in the way of a plan, in words."""
    sentences = {**LIMITS, "cycle_over": _over_text(plan.after)}
    return [told(obstacle, sentences) for obstacle in plan.why_not]


def _over_text(after: Verdict) -> str:
    """That a cycle is over, and which way back is open."""
    closes, ended = after.dates.ce_route_closes_on, f"The cycle ended on {after.cycle.ends}"
    if closes is None:
        return f"{ended}: ask your certifier which way back is open."
    if after.as_of <= closes:
        return f"{ended}. With points you can still recertify until {closes}: ask your certifier which count."
    return f"{ended}, and recertifying with points closed on {closes}. Ask your certifier about the exam."


def _by_exam(plan: Plan, exam: Document) -> list[Document]:
    """The other way to recertify, where there is no plan and its days have not passed."""
    last = min((day for day in (exam["latest"], exam["pass_by"]) if day), default="")
    if plan.feasible or last < plan.after.as_of.isoformat():
        return []
    text = f"Recertify by exam: {apply_text(exam['latest'], exam['pass_by'])}."
    return [{"about": "exam", "missing": None, "text": text}]
