"""One action to a page; looking changes nothing, and each thing that is only there is one tap away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from recert.actions.drop_import import drop_import
from recert.actions.reconcile_transcript import OnlyHere, Reconciliation, add_from_official, reconcile_transcript
from recert.capture.transcripts import TranscriptUnreadable
from recert.web.base.asking import person_asking
from recert.web.base.effects import Effect, Effects
from recert.web.base.handing_in import handed_in
from recert.web.base.limits import limited
from recert.web.base.templatetags.base import said
from recert.web.reconcile.forms import RowForm, TranscriptForm


@require_http_methods(["GET", "HEAD", "POST"])
@limited("import")
def start(request: HttpRequest) -> HttpResponse:
    form = TranscriptForm(request.POST or None, request.FILES or None)
    if draft := handed_in(request, form):
        return redirect("reconcile-compare", draft.pk)
    return render(request, "reconcile/start.html", {"form": form})


@require_safe
def compare(request: HttpRequest, draft_id: int) -> HttpResponse:
    try:
        found = reconcile_transcript(person_asking(request), draft_id=draft_id, today=timezone.localdate())
    except TranscriptUnreadable as unreadable:
        return render(request, "reconcile/unreadable.html", {"problem": said(unreadable.remark)})
    differing = sum(1 for match in found.matched if match.differences)
    context = {"found": found, "only_here": list(_told(found)), "differing": differing}
    return render(request, "reconcile/compare.html", context)


def _told(found: Reconciliation) -> Iterator[tuple[OnlyHere, Sequence[Effect]]]:
    """Each that is only here; with one of no use, what every credential says against it."""
    effects = Effects(found.standings)
    for one in found.only_here:
        yield one, effects.row(effects.activities[one.activity.id]).effects if one.why == "no_use" else ()


@require_POST
def add(request: HttpRequest, draft_id: int) -> HttpResponse:
    form = RowForm(request.POST)
    row = form.cleaned_data["row"] if form.is_valid() else -1
    try:
        added = add_from_official(person_asking(request), draft_id=draft_id, row_number=row)
    except TranscriptUnreadable as unreadable:
        messages.error(request, said(unreadable.remark))
    else:
        said_so = ngettext("%(n)d activity was added.", "%(n)d activities were added.", added)
        messages.success(request, said_so % {"n": added})
    return redirect("reconcile-compare", draft_id)


@require_POST
def done(request: HttpRequest, draft_id: int) -> HttpResponse:
    drop_import(person_asking(request), draft_id=draft_id)
    messages.success(request, _("The file was let go. What you added stays."))
    return redirect("activities")
