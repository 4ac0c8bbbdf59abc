"""Does it count? A form anyone may use, a pasted page that fills it in, and the answer below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from recert.actions.choose_cycle import CycleRefused
from recert.actions.choose_scale import HELD
from recert.actions.list_holdings import list_holdings
from recert.actions.read_fields import FieldRefused
from recert.actions.refusal import Refused
from recert.records.models import Holding, Person
from recert.topics.outline import outline
from recert.topics.suggest import suggest
from recert.web.base.limits import limited
from recert.web.check.answers import answered
from recert.web.check.course_text import Reading, read_course_text
from recert.web.check.forms import CheckForm, PasteForm


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@limited("check")
def check(request: HttpRequest) -> HttpResponse:
    asker = request.user if isinstance(request.user, Person) else None
    holdings = list_holdings(asker) if asker else []
    if request.method != "POST":
        first = {"credential": f"{HELD}{holdings[0].pk}"} if holdings else {}
        asked = {name: request.GET[name] for name in CheckForm.base_fields if name in request.GET}
        return _page(request, CheckForm(initial=first | asked, holdings=holdings))
    if "text" in request.POST:
        return _read_page(request, holdings)
    form = CheckForm(request.POST, holdings=holdings)
    if not form.is_valid():
        return _page(request, form)
    try:
        return _page(request, form, **answered(asker, form, today=timezone.localdate()))
    except (CycleRefused, FieldRefused) as refused:
        return _refused(request, form, refused)


def _read_page(request: HttpRequest, holdings: Sequence[Holding]) -> HttpResponse:
    paste = PasteForm(request.POST)
    if not paste.is_valid():
        return _page(request, CheckForm(holdings=holdings), paste=paste)
    text = paste.cleaned_data["text"]
    found, areas = read_course_text(text), suggest(text, outline("aama"))
    initial: dict[str, Any] = {name: reading.value for name, reading in found.items()}
    initial["approved_by"] = initial.get("approved_by", "").split(";")
    initial["category"] = areas[0].category if len(areas) == 1 and not areas[0].disputed else ""
    initial["credential"] = request.POST.get("credential", "") or (f"{HELD}{holdings[0].pk}" if holdings else "")
    return _page(request, CheckForm(initial=initial, holdings=holdings), read=_shown(found), areas=areas, was_read=True)


def _shown(found: Mapping[str, Reading]) -> list[tuple[str, Reading]]:
    """What was read, by the label of the field it went to."""
    labels = {name: field.label for name, field in CheckForm.base_fields.items()}
    return [(str(labels[name]), reading) for name, reading in found.items()]


def _refused(request: HttpRequest, form: CheckForm, refused: Refused) -> HttpResponse:
    form.add_error(refused.field if refused.field in form.fields else None, str(refused))
    return _page(request, form)


def _page(request: HttpRequest, form: CheckForm, **shown: Any) -> HttpResponse:
    context = {"form": form, "paste": PasteForm(), **shown}
    return render(request, "check/check.html", context)
