"""The operator's list of where schools take questions by e-mail."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from recert.actions.name_school_address import list_school_addresses, name_school_address
from recert.records.models import Institution
from recert.web.ask.forms import AddressForm
from recert.web.base.asking import person_asking


@require_http_methods(["GET", "HEAD", "POST"])
def addresses(request: HttpRequest) -> HttpResponse:
    person = person_asking(request)
    known = list_school_addresses(person)
    form = AddressForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            name_school_address(person, now=timezone.now(), **form.cleaned_data)
        except Institution.DoesNotExist:
            form.add_error("unitid", _("No school has this number. It stands in the address of the school's page."))
        else:
            messages.success(request, _("Saved."))
            return redirect("school-addresses")
    return render(request, "ask/addresses.html", {"form": form, "known": known})
