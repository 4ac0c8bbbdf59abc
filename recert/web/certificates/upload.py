"""Hand in papers: one or many, by camera, from files or by drag and drop; sending again never stores twice."""

from __future__ import annotations

from typing import Any, cast
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from recert.actions.attach_certificate import attach_certificate
from recert.actions.keep_certificate import (
    MOST_BYTES,
    NoRoomForPaper,
    PaperRefused,
    PaperTooLarge,
    keep_certificate,
    too_large,
)
from recert.actions.open_activity import open_activity
from recert.records.models import Activity, Certificate, Person
from recert.web.base.asking import person_asking
from recert.web.base.limits import limited

ACCEPTED = ".pdf,.jpg,.jpeg,.png,.heic,.heif,.tif,.tiff,.json,.jwt,.svg,image/*,application/pdf"
MOST_AT_ONCE = 4 * MOST_BYTES
ENVELOPE = 64 * 1024
"""What a form with a file in it needs besides the file."""
Refusal = tuple[str, PaperRefused]
"""A file's name, and why it could not be kept."""


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class PapersField(forms.FileField):
    """One file or several, as a list."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> Any:
        files = data if isinstance(data, list) and data else [None]
        return [super(PapersField, self).clean(file, initial) for file in files]


class PapersForm(forms.Form):
    request_key = forms.CharField(widget=forms.HiddenInput, max_length=60, required=False)
    papers = PapersField(
        label=_("Your certificates"), allow_empty_file=True,
        help_text=_("PDF, photo (JPEG, PNG, HEIC, TIFF) or Open Badge; at most 25 MB each."),
        widget=ManyFiles(attrs={"accept": ACCEPTED, "multiple": True}),
    )  # fmt: skip


@csrf_exempt
def add(request: HttpRequest) -> HttpResponse:
    """Says no to what is far too large before it has arrived; the form's token is asked for all the same."""
    if request.method == "POST":
        if _length(request) > MOST_AT_ONCE + ENVELOPE:
            return _refused(request, too_large(), PapersForm(initial=_fresh()), [str(too_large())])
        # To the disk and not into memory, however small: nothing of a stranger's file is held here.
        request.upload_handlers = [TemporaryFileUploadHandler(request)]
    return _add(request)


def _length(request: HttpRequest) -> int:
    stated = request.META.get("CONTENT_LENGTH") or "0"
    return int(stated) if stated.isdecimal() else 0


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
@limited("upload")
def _add(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _form(request, PapersForm(initial=_fresh()))
    form = PapersForm(request.POST, request.FILES)
    if not form.is_valid():
        return _answered(request, 422, _first_error(form)) if _wants_json(request) else _form(request, form, 422)
    kept, refused = _keep_all(request, form)
    if refused and (not kept or _wants_json(request)):
        return _refused(request, refused[0][1], form, _sentences(form, refused))
    for sentence in _sentences(form, refused):
        messages.error(request, sentence)
    return _taken(request, kept)


def _keep_all(request: HttpRequest, form: PapersForm) -> tuple[list[Certificate], list[Refusal]]:
    """Each file under a key of its own, so that a repeated send finds what was stored the first time; one that cannot
    be kept stands in the way of no other."""
    key = request.headers.get("Idempotency-Key", "") or form.cleaned_data["request_key"] or uuid4().hex
    files: list[UploadedFile] = form.cleaned_data["papers"]
    asker, activity = person_asking(request), _for(request)
    kept: list[Certificate] = []
    refused: list[Refusal] = []
    for n, file in enumerate(files):
        try:
            kept.append(_keep(asker, file, f"{key[:60]}-{n}" if n else key[:60]))
        except PaperRefused as problem:
            refused.append((file.name or "", problem))
    if activity is not None:
        for paper in kept:
            attach_certificate(asker, certificate_id=paper.pk, activity_id=activity.pk)
    return kept, refused


def _sentences(form: PapersForm, refused: list[Refusal]) -> list[str]:
    """Why each was refused; by name, unless it was sent alone."""
    if len(form.cleaned_data["papers"]) == 1:
        return [str(problem) for _name, problem in refused]
    named = gettext("“%(name)s” was not kept. %(why)s")
    return [named % {"name": name, "why": problem} for name, problem in refused]


def _keep(asker: Person, file: UploadedFile, key: str) -> Certificate:
    return keep_certificate(asker, name=file.name or "", content=file.chunks(), request_key=key)


def _for(request: HttpRequest) -> Activity | None:
    """The activity these papers are for, where the address names one."""
    asked = request.GET.get("for", "")
    return open_activity(person_asking(request), activity_id=int(asked)) if asked.isdecimal() else None


def _fresh() -> dict[str, str]:
    return {"request_key": uuid4().hex}


def _form(request: HttpRequest, form: PapersForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "activity": _for(request), "accepted": ACCEPTED, "most_bytes": MOST_BYTES}
    return render(request, "certificates/add.html", context, status=status)


def _refused(request: HttpRequest, refused: PaperRefused, form: PapersForm, sentences: list[str]) -> HttpResponse:
    status = 413 if isinstance(refused, PaperTooLarge) else 507 if isinstance(refused, NoRoomForPaper) else 422
    if _wants_json(request):
        return _answered(request, status, sentences[0])
    for sentence in sentences:
        if form.is_bound:
            form.add_error("papers", sentence)
        else:
            messages.error(request, sentence)
    return _form(request, form, status)


def _taken(request: HttpRequest, kept: list[Certificate]) -> HttpResponse:
    activity = _for(request)
    where = reverse("activity-edit", args=[activity.pk]) if activity else reverse("certificates")
    if len(kept) == 1 and activity is None:
        where = reverse("certificate", args=[kept[0].pk])
    if _wants_json(request):
        return JsonResponse({"id": kept[0].pk, "name": kept[0].name, "href": where}, status=201)
    said = ngettext("%(n)d paper is kept safe.", "%(n)d papers are kept safe.", len(kept)) % {"n": len(kept)}
    messages.success(request, said)
    return redirect(where)


def _wants_json(request: HttpRequest) -> bool:
    return request.headers.get("Accept") == "application/json"


def _answered(request: HttpRequest, status: int, sentence: str) -> JsonResponse:
    return JsonResponse({"problem": sentence}, status=status)


def _first_error(form: PapersForm) -> str:
    found = [str(error) for errors in form.errors.values() for error in cast("list[str]", errors)]
    return found[0] if found else gettext("Choose a file.")
