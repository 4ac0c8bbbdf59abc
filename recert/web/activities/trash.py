"""Into the trash and back; the trash keeps for 30 days."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from recert.actions.list_activities import list_activities
from recert.actions.open_activity import open_activity
from recert.actions.restore_activity import restore_activity
from recert.actions.trash_activity import DAYS_KEPT, trash_activity
from recert.web.base.asking import person_asking


def trash(request: HttpRequest, activity_id: int) -> HttpResponse:
    if request.method == "POST":
        trash_activity(person_asking(request), activity_id=activity_id)
        return redirect(f"{reverse('activities')}?trashed={activity_id}")
    activity = open_activity(person_asking(request), activity_id=activity_id)
    return render(request, "activities/confirm_trash.html", {"activity": activity, "days": DAYS_KEPT})


@require_POST
def restore(request: HttpRequest, activity_id: int) -> HttpResponse:
    activity = restore_activity(person_asking(request), activity_id=activity_id)
    messages.success(
        request, _("“%(title)s” is back on your list.") % {"title": activity.title or _("Untitled activity")}
    )
    return redirect("activities")


def trashed(request: HttpRequest) -> HttpResponse:
    rows = list_activities(person_asking(request), trashed=True)
    entries = [(row, row.trashed_at + timedelta(days=DAYS_KEPT)) for row in rows if row.trashed_at]
    return render(request, "activities/trash.html", {"entries": entries, "days": DAYS_KEPT})
