"""Home for holders, the landing page for strangers; one credential in detail."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from recert.actions.check_standing import Standing, check_standing
from recert.actions.next_reminder import next_reminder
from recert.actions.plan_events import open_steps
from recert.records.models import Person, PlanStep
from recert.web.base.asking import person_asking
from recert.web.base.effects import Effects, Row
from recert.web.standing.drawn import drawn, latest
from recert.web.standing.panels import Panel, panel_of

PER_PAGE = 50


@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return render(request, "landing/landing.html")
    standings = check_standing(person_asking(request), today=timezone.localdate())
    if not standings:
        return _kept_offline(render(request, "standing/empty.html"))
    planned = _planned(person_asking(request))
    context = {
        "panels": [drawn(standing, planned.get(standing.holding_id)) for standing in standings],
        "latest": latest(standings),
        "chosen": _chosen(standings, request.GET.get("on", "")),
        "now": timezone.localtime(),
        "reminded_on": next_reminder(person_asking(request), standings=standings, today=timezone.localdate()),
    }
    return _kept_offline(render(request, "standing/home.html", context))


def detail(request: HttpRequest, holding_id: int) -> HttpResponse:
    standings = check_standing(person_asking(request), today=timezone.localdate())
    standing = next((each for each in standings if each.holding_id == holding_id), None)
    if standing is None:
        raise Http404
    effects = Effects([standing])
    newest = _newest(effects)
    page = Paginator(newest, PER_PAGE).get_page(request.GET.get("page"))
    panel: Panel = panel_of(standing, _planned(person_asking(request)).get(holding_id))
    rows: list[Row] = [effects.row(activity) for activity in page]
    return render(request, "standing/detail.html", {"panel": panel, "rows": rows, "page": page})


def _planned(person: Person) -> dict[int, PlanStep]:
    """What each chosen plan puts first."""
    return {step.plan.holding_id: step for step in reversed(open_steps(person))}


def _chosen(standings: list[Standing], asked: str) -> int:
    """The credential a phone shows: the one asked for, else the one whose next door closes first."""
    by_id = {str(standing.holding_id): standing.holding_id for standing in standings}
    return by_id.get(asked) or min(standings, key=_next_to_close).holding_id


def _next_to_close(standing: Standing) -> str:
    """The cycle's end, or after it the last day the points route is open; what is closed for good comes last."""
    dates, today = standing.document["dates"], standing.document["as_of"]
    days = (dates["expires_on"], dates["ce_route_closes_on"])
    return min((each for each in days if each and each >= today), default="closed")


def _newest(effects: Effects) -> list[Any]:
    return sorted(effects.activities.values(), key=lambda row: (row.earned_on, row.pk), reverse=True)


def _kept_offline(response: HttpResponse) -> HttpResponse:
    # The service worker keeps only answers marked like this, for days without network.
    response.headers["Recert-Keep"] = "offline"
    return response
