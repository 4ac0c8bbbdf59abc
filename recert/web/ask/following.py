"""What became of a question to schools: confirm it, see it, take it back, school by school."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from recert.actions.follow_enquiry import confirm_enquiry, open_enquiry, withdraw_lead


@login_not_required
@require_safe
def status(request: HttpRequest, key: str) -> HttpResponse:
    enquiry, followed = open_enquiry(None, key=key)
    words = {"followed": followed, "mail_goes_out": settings.EMAIL_OUTGOING is not None}
    return render(request, "ask/status.html", words | {"enquiry": enquiry, "key": key})


@login_not_required
@require_POST
def confirm(request: HttpRequest, key: str) -> HttpResponse:
    confirm_enquiry(None, key=key, now=timezone.now())
    messages.success(request, _("Confirmed. Your question goes to the schools you agreed to."))
    return redirect("ask-status", key)


@login_not_required
@require_POST
def withdraw(request: HttpRequest, key: str, unitid: int) -> HttpResponse:
    lead = withdraw_lead(None, key=key, unitid=unitid, now=timezone.now())
    messages.success(request, _("Taken back: %(school)s.") % {"school": lead.institution.name})
    return redirect("ask-status", key)
