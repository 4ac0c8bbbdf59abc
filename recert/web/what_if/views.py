"""What if: everything stands in the address, so nothing needs to be kept."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from recert.actions.imagine_standing import imagine_standing
from recert.actions.open_holding import open_holding
from recert.rulebooks.library import rulebook
from recert.rules.dates import NoRules, rules_for
from recert.rules.edition import Edition, Rulebook
from recert.rules.verdict import Span
from recert.web.base.asking import person_asking
from recert.web.what_if.compared import exam, exam_prices, rows, way_back, ways
from recert.web.what_if.forms import WhatIfForm


@require_safe
def what_if(request: HttpRequest, holding_id: int) -> HttpResponse:
    asker, today = person_asking(request), timezone.localdate()
    holding = open_holding(asker, holding_id=holding_id)
    rules = rulebook(holding.credential)
    edition = _edition(rules, holding.cycle)
    form = WhatIfForm(
        {"route": "points", **request.GET.dict(), **_several(request)} if request.GET else None, edition=edition
    )
    imagined = form.is_bound and form.is_valid()
    extra = [form.activity(today=today)] if imagined and form.has_course else []
    day = (form.cleaned_data["as_of"] if imagined else None) or today
    before, after = imagine_standing(asker, holding_id=holding_id, today=today, extra=extra, as_of=day)
    found = ways(after, day=day)
    context: dict[str, Any] = {
        "form": form,
        "holding": holding,
        "rules": rules,
        "imagined": imagined,
        "before": before,
        "after": after,
        "rows": rows(before, after),
        "ways": found,
        "way_back": way_back(after, day=day),
        "day": day,
        "another_day": day != today,
        "course": after["activities"][-1] if extra else None,
        "by_exam": imagined and form.cleaned_data["route"] == "exam",
        "exam": exam(found),
        "exam_prices": exam_prices(edition) if edition is not None else [],
    }
    return render(request, "what_if/what_if.html", context)


def _several(request: HttpRequest) -> dict[str, list[str]]:
    """The boxes of which several may be ticked."""
    return {"approved_by": request.GET.getlist("approved_by")}


def _edition(rules: Rulebook, cycle: Span) -> Edition | None:
    try:
        return rules_for(rules, cycle=cycle)[0]
    except NoRules:
        return None
