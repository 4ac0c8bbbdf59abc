"""One action to a page; nothing is on the transcript until the holder has seen every row and confirmed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from recert.actions.confirm_import import TooManyRows, confirm_import
from recert.actions.drop_import import drop_import
from recert.actions.preview_import import ImportPreview, ImportRow, preview_import
from recert.actions.repair_import import RepairRefused, repair_import
from recert.actions.undo_import import imported_by, undo_import
from recert.capture.transcripts import TranscriptUnreadable
from recert.records.models import Person
from recert.web.base.activity_form import categories_of
from recert.web.base.asking import person_asking
from recert.web.base.handing_in import handed_in
from recert.web.base.limits import limited
from recert.web.base.templatetags.base import said
from recert.web.imports.forms import ColumnsForm, FileForm, counts
from recert.web.imports.repair_form import RepairForm

ROWS_TO_A_PAGE = 50
NAMED = 5
"""How many of the rows that stay out are named."""


@require_http_methods(["GET", "HEAD", "POST"])
@limited("import")
def start(request: HttpRequest) -> HttpResponse:
    form = FileForm(request.POST or None, request.FILES or None)
    if draft := handed_in(request, form):
        return redirect("import-preview", draft.pk)
    return render(request, "imports/start.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, draft_id: int) -> HttpResponse:
    try:
        guessed = preview_import(person_asking(request), draft_id=draft_id)
    except TranscriptUnreadable as unreadable:
        return render(request, "imports/unreadable.html", {"problem": said(unreadable.remark), "draft_id": draft_id})
    form, shown = _as_mapped(person_asking(request), guessed, request.GET)
    page = _page_of(request, shown)
    repair = RepairForm(request.POST or None, rows=list(page), columns=shown.file.columns)
    if _repaired(request, draft_id, repair):
        return redirect(_again(request, draft_id))
    context = {
        "preview": shown,
        "draft_id": draft_id,
        "form": form,
        "page": page,
        "repair": repair,
        "counts": counts(shown),
        "to_add": len(shown.kept(with_repeats=False)),
        "lacking": len(shown.lacking),
        "named": _first([row.row.number for row in shown.lacking]),
        "has_day": any(column.field == "earned_on" for column in shown.file.columns),
    }
    return render(request, "imports/preview.html", context, status=422 if repair.errors else 200)


def _page_of(request: HttpRequest, shown: ImportPreview) -> Page[ImportRow]:
    # What was never finished comes last: there may be hundreds of videos that were only watched.
    rows = sorted(shown.rows, key=lambda row: row.fate == "unfinished")
    return Paginator(rows, ROWS_TO_A_PAGE).get_page(request.GET.get("page"))


def _again(request: HttpRequest, draft_id: int) -> str:
    """The preview's address with the same choice of columns, on the page that was turned to, or the same."""
    query = request.GET.copy()
    if turned := request.POST.get("turn"):
        query["page"] = turned
    return reverse("import-preview", args=[draft_id], query=query or None)


def _repaired(request: HttpRequest, draft_id: int, form: RepairForm) -> bool:
    """Whether what was said of the rows of this page was taken; what was not stands beside its box."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        repair_import(person_asking(request), draft_id=draft_id, rows=form.said())
    except RepairRefused as refused:
        form.refuse(refused)
        return False
    if form.said():
        messages.success(request, _("Kept. Look at the rows, then add them to your transcript."))
    elif "turn" not in request.POST:
        messages.warning(request, _("You filled in nothing, so nothing was changed."))
    return True


def _first(numbers: list[int]) -> str:
    """`6, 9, 12, 30, 31…`"""
    return ", ".join(map(str, numbers[:NAMED])) + ("…" if len(numbers) > NAMED else "")


def _as_mapped(asker: Person, guessed: ImportPreview, asked: QueryDict) -> tuple[ColumnsForm, ImportPreview]:
    """The file as the holder's choice of columns reads it; as guessed where they chose none, or an impossible one."""
    shown: dict[str, Any] = {"columns": guessed.file.columns, "rows": guessed.file.rows}
    if not any(name.startswith("column-") for name in asked):
        return ColumnsForm(**shown), guessed
    form = ColumnsForm(asked, **shown)
    if form.is_valid():
        try:
            return form, preview_import(asker, draft_id=guessed.draft.pk, mapping=form.mapping())
        except TranscriptUnreadable as impossible:
            form.add_error(None, said(impossible.remark))
    return form, guessed


@require_POST
def confirm(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Add what was shown; where more was filled in since, that is kept and shown first."""
    asker = person_asking(request)
    try:
        guessed = preview_import(asker, draft_id=draft_id)
        _form, shown = _as_mapped(asker, guessed, request.GET)
        rows = list(_page_of(request, shown))
        if RepairForm(request.POST, rows=rows, columns=shown.file.columns).says_more:
            return preview(request, draft_id)
        form = ColumnsForm(request.POST, columns=guessed.file.columns, rows=guessed.file.rows)
        mapping = form.mapping() if form.is_valid() else None
        repeats = request.POST.get("with_repeats") == "yes"
        confirm_import(asker, draft_id=draft_id, mapping=mapping, with_repeats=repeats)
    except TranscriptUnreadable as unreadable:
        messages.error(request, said(unreadable.remark))
        return redirect("import-preview", draft_id)
    except TooManyRows as refused:
        messages.error(request, str(refused))
        return redirect("import-preview", draft_id)
    return redirect("import-done", draft_id)


@require_POST
def drop(request: HttpRequest, draft_id: int) -> HttpResponse:
    drop_import(person_asking(request), draft_id=draft_id)
    messages.success(request, _("The file was let go. Nothing was added."))
    return redirect("import-start")


@require_safe
def done(request: HttpRequest, draft_id: int) -> HttpResponse:
    added = imported_by(person_asking(request), draft_id=draft_id)
    if not added:
        raise Http404
    here = [activity for activity in added if activity.trashed_at is None]
    unsorted = sum(not activity.category for activity in here) if categories_of(person_asking(request)) else 0
    context = {"added": added, "here": here, "draft_id": draft_id, "unsorted": unsorted}
    return render(request, "imports/done.html", context)


@require_POST
def undo(request: HttpRequest, draft_id: int) -> HttpResponse:
    taken = undo_import(person_asking(request), draft_id=draft_id)
    said_so = ngettext("%(n)d activity is in the trash now.", "%(n)d activities are in the trash now.", taken)
    messages.success(request, said_so % {"n": taken})
    return redirect("import-start")
