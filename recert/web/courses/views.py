"""The pages of the course finder: search, free courses, one course, providers; open to everybody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from recert.actions.choose_scale import HELD, choose_scale
from recert.actions.find_courses import FoundCourse, open_found
from recert.actions.list_holdings import list_holdings
from recert.actions.open_course import list_providers, open_course, open_provider
from recert.actions.refusal import Refused
from recert.records.models import Holding, Person
from recert.topics.outline import outline
from recert.topics.suggest import suggest
from recert.web.courses.answers import Searched, rows_of, searched
from recert.web.courses.directory import directory
from recert.web.courses.forms import CoursesForm
from recert.web.courses.linked import facts_of, facts_of_provider

AT_ONCE = 20


@login_not_required
@require_safe
def courses(request: HttpRequest) -> HttpResponse:
    return _search(request, only_free=False)


@login_not_required
@require_safe
def free(request: HttpRequest) -> HttpResponse:
    return _search(request, only_free=True)


def _search(request: HttpRequest, *, only_free: bool) -> HttpResponse:
    asker, holdings = _asking(request)
    form = CoursesForm(request.GET, holdings=holdings)
    context: dict[str, Any] = {"form": form, "only_free": only_free, "is_holder": bool(holdings)}
    context["only_fills"] = bool(holdings) and not only_free and "fills" in request.GET
    if form.is_valid():
        try:
            found = searched(asker, form, only_free=only_free, today=timezone.localdate())
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, str(refused))
        else:
            context |= _shown(found, request.GET.get("page", "1"))
    return render(request, "courses/courses.html", context)


def _shown(searched: Searched, page: str) -> dict[str, Any]:
    found = searched.found
    shown = Paginator(found.numbers, AT_ONCE).get_page(page)
    rows = rows_of(open_found(found, shown), searched.scale)
    return {"found": found, "count": len(found.numbers), "page": shown, "rows": rows, "scale": searched.scale}


def _asking(request: HttpRequest) -> tuple[Person | None, Sequence[Holding]]:
    asker = request.user if isinstance(request.user, Person) else None
    return asker, list_holdings(asker) if asker else []


@login_not_required
@require_safe
def course(request: HttpRequest, course: str) -> HttpResponse:
    asker, holdings = _asking(request)
    found = open_course(asker, course=course)
    held = f"{HELD}{holdings[0].pk}" if holdings else ""
    scale = choose_scale(asker, held, today=timezone.localdate()) if held else None
    (row,) = rows_of([FoundCourse(course=found, miles=None)], scale)
    context = {
        "course": found,
        "judged": row.judged,
        "worth": row.worth,
        "scale": scale,
        "is_holder": bool(holdings),
        "areas": () if found.category else suggest(found.title, outline("aama")),
        "facts": facts_of(found, request.build_absolute_uri(request.path)),
    }
    return render(request, "courses/course.html", context)


@login_not_required
@require_safe
def providers(request: HttpRequest) -> HttpResponse:
    return render(request, "courses/providers.html", {"groups": directory(list_providers(None))})


@login_not_required
@require_safe
def provider(request: HttpRequest, provider: str) -> HttpResponse:
    found, offered = open_provider(None, provider=provider)

    shown = {"provider": found, "offered": offered, "approved": [each for each in offered if each.approved_by]}

    def page(course: str) -> str:
        return request.build_absolute_uri(reverse("course", args=(course,)))

    facts = facts_of_provider(found, offered, request.build_absolute_uri(request.path), page)
    return render(request, "courses/provider.html", {**shown, "facts": facts})
