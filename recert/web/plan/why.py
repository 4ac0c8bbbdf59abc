"""Why a course is in the plan or is not: the requirement it serves, and what the other plan would be."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from recert.actions.open_holding import open_holding
from recert.actions.weigh_choice import NotPlannedWith, courses_on_shelf, weigh_choice
from recert.rulebooks.library import rulebook
from recert.web.base.asking import person_asking
from recert.web.plan import changes, words
from recert.web.plan.shown import steps_shown


@require_safe
def why(request: HttpRequest, holding_id: int) -> HttpResponse:
    asker, today = person_asking(request), timezone.localdate()
    holding = open_holding(asker, holding_id=holding_id)
    goal, offer = request.GET.get("goal", "cost"), request.GET.get("offer", "")
    certifier = rulebook(holding.credential).certifier.acronym
    context: dict[str, Any] = {"holding": holding, "goal": goal, "offer": offer, "goals": words.GOALS.items()}
    context["courses"] = courses_on_shelf(asker, holding_id=holding_id, today=today)
    if offer:
        try:
            weighed = weigh_choice(asker, holding_id=holding_id, offer=offer, goal=goal, today=today)
        except NotPlannedWith:
            context["unknown"] = True
        else:
            steps = [step for step in (*weighed.now["steps"], *weighed.other["steps"]) if step["id"] == offer][:1]
            shown = steps_shown(steps, weighed.now["findings"], certifier=certifier, choices={}, today=today)
            context |= {"weighed": weighed, "step": shown[0] if shown else None}
            context["told"] = changes.other_plan(weighed)
            context["obstacles"] = words.obstacles(weighed.other, certifier, today)
    return render(request, "plan/why.html", context)
