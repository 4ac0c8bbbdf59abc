"""The pages of the school finder: search, one school, several side by side; open to everybody."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from recert.actions.find_place import PlaceRefused, Spot, find_place
from recert.actions.find_programs import FoundSchool, find_listings, find_programs
from recert.actions.open_school import MOST_COMPARED, compare_schools, open_school
from recert.places.point import Point
from recert.web.programs.forms import MILES, ProgramsForm
from recert.web.programs.linked import facts_of
from recert.web.programs.map import map_of
from recert.web.programs.words import STUDIES

AT_ONCE = 10


@login_not_required
@require_safe
def programs(request: HttpRequest) -> HttpResponse:
    form = ProgramsForm(request.GET if "near" in request.GET else None)
    context: dict[str, Any] = {"form": form, "most": MOST_COMPARED}
    if form.is_bound and form.is_valid():
        try:
            spot = find_place(form.cleaned_data["near"])
        except PlaceRefused as refused:
            form.add_error("near", str(refused))
        else:
            context |= _found(form, spot, page=request.GET.get("page", "1"))
    return render(request, "programs/programs.html", context)


def _found(form: ProgramsForm, spot: Spot, *, page: str) -> dict[str, Any]:
    within, (study, cips) = form.cleaned_data["within"], STUDIES[form.cleaned_data["study"]]
    around = {"near": spot.point, "within": within, "cips": cips}
    found = find_programs(None, **around)
    pages = Paginator(list(enumerate(found, start=1)), AT_ONCE)
    shown = pages.get_page(page)
    return {
        "spot": spot,
        "within": within,
        "study": study,
        "count": len(found),
        "found": shown,
        "wider": None if found else _wider(spot, within, cips),
        "map": map_of(spot.point, within, _points(shown)),
        "listed": find_listings(None, **around),
        "ended": find_programs(None, **around, is_offered=False),
    }


def _wider(spot: Spot, within: int, cips: Collection[str]) -> tuple[int, int] | None:
    """The next distance within which there are schools, and how many."""
    counts = ((miles, len(find_programs(None, near=spot.point, within=miles, cips=cips))) for miles in MILES)
    return next(((miles, count) for miles, count in counts if miles > within and count), None)


def _points(shown: Iterable[tuple[int, FoundSchool]]) -> list[tuple[str, Point]]:
    known = ((str(place), school.institution) for place, school in shown)
    return [(place, where.point) for place, where in known if where is not None and where.point is not None]


@login_not_required
@require_safe
def school(request: HttpRequest, unitid: int) -> HttpResponse:
    found = open_school(None, unitid=unitid)
    address = request.build_absolute_uri(request.path)
    return render(request, "programs/school.html", {"school": found, "facts": facts_of(found, address)})


@login_not_required
@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    asked = [int(number) for number in request.GET.getlist("school") if number.isdecimal() and len(number) < 10]
    found = compare_schools(None, unitids=asked)
    context = {"schools": found, "most": MOST_COMPARED, "left_out": max(0, len(set(asked)) - MOST_COMPARED)}
    return render(request, "programs/compare.html", context)
