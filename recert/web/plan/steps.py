"""Choose a plan, take the healed one, let it go, and tick off its steps."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from recert.actions.choose_plan import choose_plan, drop_plan, heal_plan
from recert.actions.open_plan import is_done
from recert.actions.refusal import Refused
from recert.actions.tick_off_step import TickedOff, open_step, tick_off_step
from recert.records.models import PlanStep
from recert.web.base.asking import person_asking
from recert.web.plan.done_form import DoneForm


@require_POST
def choose(request: HttpRequest, holding_id: int) -> HttpResponse:
    goal = request.POST.get("goal", "")
    try:
        choose_plan(person_asking(request), holding_id=holding_id, goal=goal, today=timezone.localdate())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("This is your plan now. Its days show in the calendar you subscribe to."))
    return redirect("plan-one", holding_id)


@require_POST
def heal(request: HttpRequest, holding_id: int) -> HttpResponse:
    try:
        heal_plan(person_asking(request), holding_id=holding_id, today=timezone.localdate())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, _("Your plan is up to date."))
    return redirect("plan-one", holding_id)


@require_POST
def drop(request: HttpRequest, holding_id: int) -> HttpResponse:
    drop_plan(person_asking(request), holding_id=holding_id)
    messages.success(request, _("The plan is gone. What you finished stays on your list."))
    return redirect("plan-one", holding_id)


def done(request: HttpRequest, step_id: int) -> HttpResponse:
    """The step becomes an activity, as its certificate states it."""
    asker, today = person_asking(request), timezone.localdate()
    step = open_step(asker, step_id=step_id)
    if is_done(step):
        return redirect("plan-one", step.plan.holding_id)
    form = DoneForm(request.POST or None, step=step, today=today)
    if request.method == "POST" and form.is_valid():
        fields, paid = form.stated(), form.cents()
        try:
            ticked = tick_off_step(asker, step_id=step_id, fields=fields, today=today, paid=paid)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, str(refused))
        else:
            messages.success(request, _said(step, ticked))
            return redirect("plan-one", step.plan.holding_id)
    return render(request, "plan/done.html", _context(step, form), status=422 if form.errors else 200)


def _context(step: PlanStep, form: DoneForm) -> dict[str, Any]:
    return {"step": step, "form": form, "holding": step.plan.holding}


def _said(step: PlanStep, ticked: TickedOff) -> str:
    values = {"title": step.document["title"]}
    if not ticked.left:
        return _("“%(title)s” is on your list. It was the last step of your plan.") % values
    if ticked.changed:
        return _("“%(title)s” is on your list. The rest of the plan was worked out anew around it.") % values
    return _("“%(title)s” is on your list. The rest of the plan stays as it was.") % values
