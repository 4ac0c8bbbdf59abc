"""Stop mail with one press of a button, or of the mail program's own (RFC 8058); nobody signs in for it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from recert.actions.stop_mail import open_stop_link, stop_mail


# The key in the address is the permission: a mail program that sends this POST has no session and no CSRF cookie.
# Opening the link changes nothing, because mail servers open links to look what is behind them.
@login_not_required
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, key: str) -> HttpResponse:
    if request.method == "POST":
        person = stop_mail(None, key=key, wanted="again" in request.POST)
        state = "again" if "again" in request.POST else "stopped"
    else:
        person, state = open_stop_link(None, key=key), "asked"
    with translation.override(person.language):
        return render(request, "reminders/unsubscribe.html", {"state": state})
