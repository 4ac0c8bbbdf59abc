"""Sell a place, switch it off and on, switch all of them off."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from recert.actions.manage_listings import ListingRefused, add_listing, list_listings, switch_listings
from recert.web.base.asking import person_asking


def day_input() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class ListingForm(forms.Form):
    """What is shown, for whom, and how long."""

    sponsor = forms.CharField(label=gettext_lazy("Who pays"), max_length=120)
    title = forms.CharField(label=gettext_lazy("Title"), max_length=120)
    text = forms.CharField(label=gettext_lazy("One sentence"), max_length=240)
    url = forms.URLField(label=gettext_lazy("Address it leads to"), max_length=300, assume_scheme="https")
    shown_with = forms.ChoiceField(
        label=gettext_lazy("Shown beside"),
        choices=[("courses", gettext_lazy("Courses")), ("schools", gettext_lazy("Schools"))],
    )
    starts_on = forms.DateField(label=gettext_lazy("First day"), widget=day_input())
    ends_on = forms.DateField(label=gettext_lazy("Last day"), widget=day_input())


@require_http_methods(["GET", "HEAD", "POST"])
def listings(request: HttpRequest) -> HttpResponse:
    person = person_asking(request)
    known = list_listings(person)
    if "switch" in request.POST:
        number = request.POST.get("listing", "")
        switch_listings(
            person, listing_id=int(number) if number.isdecimal() else None, on=request.POST["switch"] == "on"
        )
        return redirect("listings")
    form = ListingForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            add_listing(person, fields=form.cleaned_data)
        except ListingRefused as refused:
            form.add_error(refused.field, str(refused))
        else:
            messages.success(request, _("Saved."))
            return redirect("listings")
    return render(request, "listings/listings.html", {"form": form, "known": known})
