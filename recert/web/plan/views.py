"""The plan of each credential: three ways side by side, the one chosen, and what one wants changed about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from recert.actions.change_plan_choice import change_plan_choice
from recert.actions.check_standing import Standing, check_standing
from recert.actions.list_holdings import list_holdings
from recert.actions.make_plans import Plans
from recert.actions.open_plan import OpenPlan, open_plan
from recert.actions.refusal import Refused
from recert.actions.share_plan import current_share
from recert.rulebooks.library import rulebook
from recert.web.base.asking import person_asking
from recert.web.plan import changes, words
from recert.web.plan.chosen import chosen_shown
from recert.web.plan.shown import plans_shown, recommended
from recert.web.plan.tabs import tabs


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Of the credentials that are short the one whose cycle ends first; who holds none is asked for one."""
    standings = check_standing(person_asking(request), today=timezone.localdate(), shown=False)
    if not standings:
        return render(request, "plan/empty.html")
    return redirect("plan-one", min(standings, key=_most_pressing).holding_id)


def _most_pressing(standing: Standing) -> tuple[bool, bool, int]:
    return standing.days_left < 0, bool(standing.document["met"]), standing.days_left


@require_safe
def one(request: HttpRequest, holding_id: int) -> HttpResponse:
    asker = person_asking(request)
    plans, opened = open_plan(asker, holding_id=holding_id, today=timezone.localdate())
    share = current_share(asker, holding_id=holding_id) if opened else None
    link = request.build_absolute_uri(f"/plan/shared/{share.token}/") if share else ""
    context = {**_context(plans, opened), "tabs": tabs(list_holdings(asker), holding_id), "link": link}
    context["compares"] = "compare" in request.GET or not _leads(opened)
    return render(request, "plan/plan.html", context)


def _leads(opened: OpenPlan | None) -> bool:
    """Whether the chosen plan still says what to do: then the others may stay folded."""
    if opened is None or not opened.steps:
        return False
    return opened.difference is None or opened.difference.feasible


def _context(plans: Plans, opened: OpenPlan | None) -> dict[str, Any]:
    shown = plans_shown(plans)
    best = recommended(shown)
    document = plans.document
    gone, has_budget = document["left_out"], plans.wishes.budget is not None
    return {
        "holding": plans.holding,
        "book": rulebook(plans.holding.credential),
        "ways": shown if any(plan.feasible for plan in shown) else shown[:1],
        "unit_note": words.left_out("unit", gone["unit"]) if "unit" in gone else "",
        "best": best,
        "next_step": words.next_step(best.steps[0].step) if best else "",
        "document": document,
        "exam": document["exam"],
        "is_over": plans.holding.cycle_ends.isoformat() < document["as_of"],
        "left_out": [words.left_out(why, gone[why]) for why in words.LEFT_OUT if why in gone],
        "relaxed": [(each, words.relaxation(each, has_budget=has_budget)) for each in document["would_help"]],
        "wishes": plans.wishes,
        "choices": choices_shown(plans.choices, document),
        "chosen": chosen_shown(opened, plans) if opened else None,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceShown:
    """A course the holder keeps or leaves out, and what that costs."""

    offer: str
    title: str
    is_pinned: bool
    costs: str


def choices_shown(choices: Mapping[str, str], document: Mapping[str, Any]) -> Sequence[ChoiceShown]:
    plan = document["plans"]["cost"]
    return [
        ChoiceShown(
            offer=offer,
            title=document["titles"].get(offer, offer),
            is_pinned=what == "pinned",
            costs=changes.cost_of_choice(document["costs_of_choices"].get(offer), plan),
        )
        for offer, what in choices.items()
    ]


@require_POST
def change(request: HttpRequest, holding_id: int) -> HttpResponse:
    """Keep a course in every plan, leave it out, or take either back."""
    offer, choice = request.POST.get("offer", ""), request.POST.get("choice", "")
    try:
        change_plan_choice(person_asking(request), holding_id=holding_id, offer=offer, choice=choice)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, str(words.CHOSEN[choice]))
    return redirect("plan-one", holding_id)
