"""The design system on one page: every token and component, as the pages use them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

COLOURS = (
    "page", "card", "sunken", "line", "line-strong", "ink", "ink-soft", "accent", "accent-strong", "accent-soft",
    "attention", "attention-soft", "danger", "danger-soft",
)  # fmt: skip
SPACES = ("1", "2", "3", "4", "5", "6", "7", "8")
ICONS = (
    "recert", "standing", "activities", "check", "guide", "rules", "rule", "me", "plan", "find", "ready", "notyet", "question",
    "attention", "info", "plus", "clock", "next", "trash", "history", "camera",
)  # fmt: skip


class SampleForm(forms.Form):
    """One field of every sort."""

    title = forms.CharField(label=_("Title"), help_text=_("As the certificate prints it."))
    earned_on = forms.DateField(label=_("Finished on"), widget=forms.DateInput(attrs={"type": "date"}))
    unit = forms.ChoiceField(label=_("Unit"), choices=[("cme", "CME"), ("contact_hour", _("Contact hour"))])
    relevant = forms.ChoiceField(
        label=_("Is it about medical assisting?"), required=False, widget=forms.RadioSelect,
        choices=[("yes", _("Yes")), ("no", _("No"))],
    )  # fmt: skip
    first_cycle = forms.BooleanField(label=_("This is my first cycle"), required=False)


def _finding(about: str, earned: str, needed: str | None, short: str | None) -> dict[str, Any]:
    return {
        "about": about, "earned": earned, "needed": needed, "short": short, "met": short == "0" if short else None,
        "says": _("At least 10 points in each of the three content areas."), "confidence": "confirmed",
        "note": "", "claims": [_("An older article says 15.")],
        "source": {"title": "Recertification Policies", "href": "https://www.aama-ntl.org/", "read_on": "2026-11-22"},
    }  # fmt: skip


@login_not_required
def style(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "base/style.html",
        {
            "colours": COLOURS,
            "spaces": SPACES,
            "icons": ICONS,
            "form": SampleForm(initial={"title": "Wound care basics"}),
            "wrong": SampleForm({"title": "", "earned_on": "soon", "unit": "cme"}, auto_id="wrong_%s"),
            "findings": [
                _finding("clinical", "12", "10", "0"),
                _finding("administrative", "4", "10", "6"),
                _finding("total", "9", None, None),
            ],
            "page": Paginator(range(30), 10).page(2),
            "day": date(2026, 11, 30),
        },
    )
