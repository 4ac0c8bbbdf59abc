"""One page for what many activities leave open: the category, chosen beforehand where it is clear, and the subject."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from recert.actions.check_standing import check_standing
from recert.actions.list_unsorted import CATEGORY, RELEVANT, Unsorted, list_unsorted, suggested_for
from recert.actions.sort_activities import Sorted, open_activities, sort_activities
from recert.records.models import Person
from recert.web.activities.sort_form import SortForm, asked_in
from recert.web.base.activity_form import categories_of
from recert.web.base.asking import person_asking
from recert.web.base.missing import missing

PER_PAGE = 20


def sort(request: HttpRequest) -> HttpResponse:
    person = person_asking(request)
    if request.method == "POST":
        return _answered(request, person)
    waiting = list_unsorted(check_standing(person, today=timezone.localdate()))
    page = Paginator(waiting, PER_PAGE).get_page(request.GET.get("page"))
    form = _shown(person, list(page))
    return render(request, "activities/sort.html", {"form": form, "page": page, **_counts(waiting)})


def _counts(rows: Sequence[Unsorted]) -> dict[str, int]:
    """How many there are, and how many ask for each answer."""
    return {
        "count": len(rows),
        "without_category": sum(CATEGORY in row.asks for row in rows),
        "without_subject": sum(RELEVANT in row.asks for row in rows),
    }


def _shown(person: Person, rows: Sequence[Unsorted], data: object = None) -> SortForm:
    """The form with what each title or paper speaks of, which only a page that is shown needs."""
    categories = categories_of(person)
    nameless = [row.activity for row in rows if CATEGORY in row.asks]
    suggested = suggested_for(person, nameless, asked=categories)
    return SortForm(data, rows=rows, categories=categories, suggested=suggested)


def _answered(request: HttpRequest, person: Person) -> HttpResponse:
    asked = asked_in(request.POST)
    rows = [Unsorted(activity=row, asks=asked[row.pk]) for row in open_activities(person, ids=asked)]
    form = SortForm(request.POST, rows=rows, categories=categories_of(person))
    if not form.is_valid():
        form = _shown(person, rows, request.POST)
        return render(request, "activities/sort.html", {"form": form, **_counts(rows)}, status=422)
    _say(request, sort_activities(person, chosen=form.chosen()))
    standings = check_standing(person, today=timezone.localdate())
    for one in standings:
        sentence = missing(one.document, certifier=one.rulebook.certifier.acronym)
        messages.info(request, f"{one.name}: {sentence}")
    return redirect("activities-sort" if list_unsorted(standings) else "home")


def _say(request: HttpRequest, done: Sorted) -> None:
    if done.saved:
        said = ngettext(
            "Your answers for %(n)d activity are saved.", "Your answers for %(n)d activities are saved.", done.saved
        )
        messages.success(request, said % {"n": done.saved})
    if done.changed_meanwhile:
        said = ngettext(
            "%(n)d activity was changed somewhere else meanwhile, and was left as it is.",
            "%(n)d activities were changed somewhere else meanwhile, and were left as they are.",
            done.changed_meanwhile,
        )
        messages.warning(request, said % {"n": done.changed_meanwhile})
    if not done.saved and not done.changed_meanwhile:
        messages.warning(request, _("You answered nothing, so nothing was changed."))
