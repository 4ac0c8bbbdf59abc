"""One paper: being read, not readable, or shown beside what was read from it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from recert.actions.attach_certificate import attach_certificate
from recert.actions.open_certificate import open_certificate
from recert.actions.read_again import read_again, type_in
from recert.records.models import Certificate, Draft
from recert.web.base.asking import person_asking
from recert.web.certificates.confirm import show


def paper(request: HttpRequest, certificate_id: int) -> HttpResponse:
    """The state it is in; once read, the first thing on it that nobody has settled."""
    certificate = open_certificate(person_asking(request), certificate_id=certificate_id)
    if certificate.trashed_at is not None:
        raise Http404
    if certificate.state in ("waiting", "reading"):
        return render(request, "certificates/reading.html", {"certificate": certificate})
    draft = _next_of(certificate, request.GET.get("read", ""))
    if draft is None:
        raise Http404
    return show(request, draft.pk)


def _next_of(certificate: Certificate, asked: str) -> Draft | None:
    """The one asked for, else the first that nobody has settled."""
    drafts = list(certificate.drafts.order_by("position").defer("text"))
    if chosen := next((draft for draft in drafts if str(draft.pk) == asked), None):
        return chosen
    return next((draft for draft in drafts if not draft.outcome), drafts[0] if drafts else None)


@require_POST
def read_once_more(request: HttpRequest, certificate_id: int) -> HttpResponse:
    read_again(person_asking(request), certificate_id=certificate_id)
    return redirect("certificate", certificate_id)


@require_POST
def type_it_in(request: HttpRequest, certificate_id: int) -> HttpResponse:
    type_in(person_asking(request), certificate_id=certificate_id)
    return redirect("certificate", certificate_id)


@require_POST
def attach(request: HttpRequest, certificate_id: int) -> HttpResponse:
    """Attach the whole paper to an activity that was typed in before."""
    open_certificate(person_asking(request), certificate_id=certificate_id)
    asked = request.POST.get("activity", "")
    if not asked.isdecimal():
        messages.error(request, _("Choose the activity that this certificate proves."))
        return redirect("certificate", certificate_id)
    attach_certificate(person_asking(request), certificate_id=certificate_id, activity_id=int(asked))
    messages.success(request, _("The document is attached."))
    return redirect("activity-edit", int(asked))
