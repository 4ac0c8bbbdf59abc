"""My address for certificates: switch it on or off, or take a new one."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from recert.actions.open_import_address import open_import_address
from recert.actions.renew_import_address import renew_import_address
from recert.actions.switch_import_address import switch_import_address
from recert.records.models import Person
from recert.web.base.asking import person_asking


@require_http_methods(["GET", "HEAD", "POST"])
def mailing(request: HttpRequest) -> HttpResponse:
    person = person_asking(request)
    to = open_import_address(person)
    if request.method == "POST" and to.domain:
        messages.success(request, _done(person, request.POST.get("do", "")))
        return redirect("me-mailing")
    return render(request, "me/mailing.html", {"to": to})


def _done(person: Person, what: str) -> str:
    if what == "off":
        switch_import_address(person, on=False)
        return _("Your address is off. Mail to it is refused.")
    if what == "on":
        switch_import_address(person, on=True)
        return _("Your address is on. Mail certificates to it.")
    if what == "new":
        renew_import_address(person)
        return _("You have a new address. Mail to the old one is refused.")
    raise Http404
