"""One page to say which category each activity belongs to, with what its title speaks of chosen beforehand."""

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
from recert.actions.list_unsorted import list_unsorted, suggested_for
from recert.actions.sort_activities import Sorted, open_activities, sort_activities
from recert.records.models import Activity, Person
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
    return render(request, "activities/sort.html", {"form": form, "page": page, "count": len(waiting)})


def _shown(person: Person, rows: Sequence[Activity], data: object = None) -> SortForm:
    """The form with what each title or paper speaks of, which only a page that is shown needs."""
    categories = categories_of(person)
    return SortForm(data, rows=rows, categories=categories, suggested=suggested_for(person, rows, asked=categories))


def _answered(request: HttpRequest, person: Person) -> HttpResponse:
    rows = open_activities(person, ids=asked_in(request.POST))
    form = SortForm(request.POST, rows=rows, categories=categories_of(person))
    if not form.is_valid():
        form = _shown(person, rows, request.POST)
        return render(request, "activities/sort.html", {"form": form, "count": len(rows)}, status=422)
    _say(request, sort_activities(person, chosen=form.chosen()))
    standings = check_standing(person, today=timezone.localdate())
    for one in standings:
        sentence = missing(one.document, certifier=one.rulebook.certifier.acronym)
        messages.info(request, f"{one.name}: {sentence}")
    return redirect("activities-sort" if list_unsorted(standings) else "home")


def _say(request: HttpRequest, done: Sorted) -> None:
    if done.saved:
        said = ngettext("%(n)d activity has a category now.", "%(n)d activities have a category now.", done.saved)
        messages.success(request, said % {"n": done.saved})
    if done.changed_meanwhile:
        said = ngettext(
            "%(n)d activity was changed somewhere else meanwhile, and was left as it is.",
            "%(n)d activities were changed somewhere else meanwhile, and were left as they are.",
            done.changed_meanwhile,
        )
        messages.warning(request, said % {"n": done.changed_meanwhile})
    if not done.saved and not done.changed_meanwhile:
        messages.warning(request, _("You chose no category, so nothing was changed."))
