"""The transcript as a list: search it, narrow it, and see what each activity does for each credential."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from recert.actions.check_standing import check_standing
from recert.actions.list_activities import list_activities
from recert.actions.list_unsorted import without_category
from recert.records.models import Activity
from recert.web.base.asking import person_asking
from recert.web.base.effects import Effects

PER_PAGE = 25
Filter = Callable[[Activity], bool]


def activities(request: HttpRequest) -> HttpResponse:
    standings = check_standing(person_asking(request), today=timezone.localdate())
    effects = Effects(standings)
    every = _newest(effects.activities.values()) if standings else list_activities(person_asking(request))
    words, show = request.GET.get("q", "").strip()[:80], request.GET.get("show", "")
    fits = [_fits_words(words), _fits_show(show, effects)]
    found = [row for row in every if all(fit(row) for fit in fits)]
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [effects.row(row) for row in page],
        "words": words,
        "show": show,
        "filters": _filters(show, effects, every),
        "all_count": len(every),
        "found_count": len(found),
        "unsorted": without_category(standings),
        "undo": _just_trashed(request),
    }
    return render(request, "activities/list.html", context)


def _newest(rows: Iterable[Activity]) -> list[Activity]:
    return sorted(rows, key=lambda row: (row.earned_on, row.pk), reverse=True)


def _fits_words(words: str) -> Filter:
    wanted = words.casefold().split()

    def fits(row: Activity) -> bool:
        text = f"{row.title} {row.provider} {row.approval_number} {row.earned_on}".casefold()
        return all(word in text for word in wanted)

    return fits


def _fits_show(show: str, effects: Effects) -> Filter:
    if not show:
        return lambda _row: True
    if show in ("counts", "not"):
        return lambda row: effects.counts(str(row.pk)) == (show == "counts")
    if show == "asked":
        urgent = effects.urgent()
        return lambda row: str(row.pk) in urgent
    return lambda row: show in effects.codes(str(row.pk))


def _filters(show: str, effects: Effects, every: list[Activity]) -> list[tuple[str, str, int | None]]:
    """The ways to narrow the list: value, words, and how many there are."""
    if not effects.holds_any:
        return []
    counting = sum(effects.counts(str(row.pk)) for row in every)
    offered: list[tuple[str, str, int | None]] = [
        ("", _("All"), len(every)),
        ("asked", _("Waiting for an answer"), len(effects.urgent())),
        ("counts", _("Counting"), counting),
        ("not", _("Not counting"), len(every) - counting),
    ]
    if show not in {value for value, _words, _count in offered}:
        offered.append((show, _("One question"), None))
    return offered


def _just_trashed(request: HttpRequest) -> Activity | None:
    """The activity a person has just put in the trash, so that one press takes it back."""
    asked = request.GET.get("trashed", "")
    if not asked.isdecimal():
        return None
    trashed = list_activities(person_asking(request), trashed=True)
    return next((row for row in trashed if str(row.pk) == asked), None)
