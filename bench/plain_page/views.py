"""The same page from plain objects: each holding reads its activities, is judged, and is drawn by the same templates."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from recert.actions.check_standing import Standing
from recert.records.models import Activity, Holding, RuleNotice
from recert.records.snapshots import activity_of
from recert.rulebooks.library import rulebook
from recert.rules.dates import rules_for
from recert.rules.document import verdict_document
from recert.rules.evaluate import evaluate
from recert.web.base.effects import Effects
from recert.web.standing.drawn import RECENT, URGENT
from recert.web.standing.panels import panel_of
from recert.web.standing.views import _chosen


def home(request: HttpRequest) -> HttpResponse:
    """Everything worked out on the spot."""
    standings = [_standing(holding) for holding in Holding.objects.filter(person=request.user, closed_on=None)]
    context = {
        "panels": [panel_of(standing) for standing in standings],
        "chosen": _chosen(standings, request.GET.get("on", "")),
        "now": timezone.localtime(),
        **_shown(Effects(standings)),
    }
    return render(request, "plain/home.html", context)


def _shown(effects: Effects) -> dict[str, Any]:
    newest = sorted(effects.activities.values(), key=lambda row: (row.earned_on, row.pk), reverse=True)
    asked = effects.urgent()
    urgent = [row for row in newest if str(row.pk) in asked][:URGENT]
    recent = [row for row in newest if row not in urgent][:RECENT]
    return {"urgent": [*map(effects.row, urgent)], "recent": [*map(effects.row, recent)], "count": len(newest)}


def _standing(holding: Holding) -> Standing:
    today, book = timezone.localdate(), rulebook(holding.credential)
    rows = list(Activity.objects.filter(person=holding.person, trashed_at=None).order_by("id"))
    edition, cycle = rules_for(book, cycle=holding.cycle)
    transcript = [activity_of(row) for row in rows]
    verdict = evaluate(transcript, edition=edition, cycle=cycle, as_of=today, first_cycle=holding.first_cycle)
    return Standing(
        holding=holding,
        rulebook=book,
        verdict_id=0,
        stamp="",
        document=verdict_document(verdict),
        days_left=(holding.cycle_ends - today).days,
        activities={str(row.pk): row for row in rows},
        notices=tuple(RuleNotice.objects.filter(holding=holding, seen_at=None)),
    )
