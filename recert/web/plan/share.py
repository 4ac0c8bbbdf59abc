"""A link to the plan for a colleague or a manager: read-only, without a name, until it is revoked."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from recert.actions.open_plan import is_done
from recert.actions.share_plan import open_shared_plan, share_plan, stop_sharing_plan
from recert.rulebooks.library import rulebook
from recert.web.base.asking import person_asking
from recert.web.plan import words
from recert.web.plan.chosen import to_do_of, total_of


@require_POST
def share(request: HttpRequest, holding_id: int) -> HttpResponse:
    share_plan(person_asking(request), holding_id=holding_id)
    messages.success(request, _("Whoever has the link can read your plan, without your name, until you stop it."))
    return redirect("plan-one", holding_id)


@require_POST
def stop(request: HttpRequest, holding_id: int) -> HttpResponse:
    stop_sharing_plan(person_asking(request), holding_id=holding_id)
    messages.success(request, _("The link leads nowhere from now on."))
    return redirect("plan-one", holding_id)


@login_not_required
@require_safe
def shared(request: HttpRequest, token: str) -> HttpResponse:
    plan = open_shared_plan(None, token=token)
    rows = [step for step in plan.steps.select_related("activity") if not is_done(step)]
    today = timezone.localdate()
    context = {
        "book": rulebook(plan.holding.credential),
        "label": words.GOALS[plan.goal],
        "to_do": to_do_of(plan, rows, today=today),
        "total": total_of(rows),
        "applying": words.applying(plan.document.get("applying"), today),
        "chosen_on": timezone.localtime(plan.chosen_at).date(),
    }
    response = render(request, "plan/shared.html", context)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cache-Control"] = "private, no-store"
    return response
