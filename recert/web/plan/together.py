"""One plan for all credentials one holds: bought once, and what each course does for each."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from recert.actions.list_holdings import list_holdings
from recert.actions.plan_together import plan_together
from recert.web.base.asking import person_asking
from recert.web.base.effects import parts_text
from recert.web.base.missing import joined, points_text
from recert.web.plan import words
from recert.web.plan.tabs import tabs

Document = dict[str, Any]


@require_safe
def together(request: HttpRequest) -> HttpResponse:
    asker, today = person_asking(request), timezone.localdate()
    plan = plan_together(asker, today=today)
    context: dict[str, Any] = {"tabs": tabs(list_holdings(asker), None), "plan": plan}
    if plan and not plan["impossible"]:
        context |= {
            "total": words.total_text(plan),
            "saves": words.money(plan["saves"]) if plan["saves"] and plan["saves"] > 0 else "",
            "bound": _bound(plan),
            "applying": [(name, words.applying(way, today)) for name, way in plan["applying"].items()],
            "steps": [_step(step) for step in plan["steps"]],
        }
    elif plan:
        context["impossible"] = joined(plan["impossible"])
    return render(request, "plan/together.html", context)


def _bound(plan: Document) -> str:
    if plan["unpriced"]:
        return _("A price that is not known is weighed as a high one, never as free.")
    if words.has_a_collection(plan["steps"]):
        return words.in_one_piece()
    if plan["proved"]:
        return _("Nothing cheaper serves all of them: proved.")
    return _("The search ran out of time: there may be a better plan.")


def _step(step: Document) -> Document:
    return {
        "step": step,
        "price": words.price_text(step["price"]),
        "hours": words.hours_text(step["hours"]),
        "does": [_does(name, what) for name, what in step["for"].items()],
    }


def _does(name: str, what: Document) -> str:
    if what["counted"] == "0":
        return _("%(name)s: counts nothing") % {"name": name}
    values = {"name": name, "points": points_text(what["counted"]), "parts": parts_text(what["as"])}
    if values["parts"]:
        return _("%(name)s: counts %(points)s (%(parts)s)") % values
    return _("%(name)s: counts %(points)s") % values
