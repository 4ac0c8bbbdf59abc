"""Add an activity or correct one; a save that comes too late shows both versions."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from recert.actions.add_activity import add_activity
from recert.actions.change_activity import change_activity
from recert.actions.check_standing import Standing, check_standing
from recert.actions.list_proofs import list_proofs
from recert.actions.open_activity import open_activity
from recert.actions.refusal import Refused
from recert.records.models import Activity, Person
from recert.records.versions import StaleEdit
from recert.web.activities.versions import compared
from recert.web.base.activity_form import ActivityForm, blank, categories_of, initial_of
from recert.web.base.asking import person_asking
from recert.web.base.effects import Effects, Row
from recert.web.base.sent_once import key_of
from recert.web.base.stale import both_versions


def add(request: HttpRequest) -> HttpResponse:
    categories = categories_of(person_asking(request))
    form = ActivityForm(request.POST or None, initial=blank(), categories=categories)
    if request.method == "POST" and form.is_valid():
        try:
            key = key_of(form.cleaned_data["request_key"], form.stated())
            activity = add_activity(person_asking(request), fields=form.stated(), request_key=key)
        except Refused as refused:
            put_back(form, refused)
        else:
            _say_saved(request, activity)
            return redirect("activity-add" if "another" in request.POST else "activities")
    return render(request, "activities/add.html", {"form": form}, status=422 if form.errors else 200)


def edit(request: HttpRequest, activity_id: int) -> HttpResponse:
    activity = _own(person_asking(request), activity_id)
    categories = categories_of(person_asking(request))
    form = ActivityForm(
        request.POST or None, initial=initial_of(activity, categories), categories=categories, activity=activity
    )
    if request.method == "POST" and form.is_valid():
        try:
            version = form.cleaned_data["version"] or 0
            saved = change_activity(
                person_asking(request), activity_id=activity_id, version=version, fields=form.stated()
            )
        except Refused as refused:
            put_back(form, refused)
        except StaleEdit as stale:
            return _stale(request, stale)
        else:
            _say_saved(request, saved)
            return redirect("activities")
    context = {
        "form": form,
        "activity": activity,
        "row": _effects_on(person_asking(request), activity),
        "proofs": list_proofs(person_asking(request), activity_id=activity_id),
    }
    return render(request, "activities/edit.html", context, status=422 if form.errors else 200)


def put_back(form: ActivityForm, refused: Refused) -> None:
    """Show a refusal beside its field, or above the form where it has none here."""
    form.add_error(refused.field if refused.field in form.fields else None, str(refused))


def _own(person: Person, activity_id: int) -> Activity:
    """Their own, and not in the trash."""
    activity = open_activity(person, activity_id=activity_id)
    if activity.trashed_at is not None:
        raise Http404
    return activity


def _effects_on(person: Person, activity: Activity) -> Row | None:
    standings = check_standing(person, today=timezone.localdate())
    return Effects(standings).row(activity) if standings else None


def _say_saved(request: HttpRequest, activity: Activity) -> None:
    standings: list[Standing] = check_standing(person_asking(request), today=timezone.localdate())
    row = Effects(standings).row(activity)
    told = "; ".join(f"{effect.name}: {_counted(effect.counted)}" for effect in row.effects)
    messages.success(request, _("Saved.") + (f" {told}." if told else ""))


def _counted(points: str) -> str:
    return _("does not count") if points == "0" else _("counts %(counted)s") % {"counted": points}


def _stale(request: HttpRequest, stale: StaleEdit) -> HttpResponse:
    pairs = compared(stale.theirs, stale.yours)
    return both_versions(request, stale, pairs, back=reverse("activity-edit", args=[stale.theirs.pk]))
