"""My account: see it, change it, leave."""

from __future__ import annotations

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from recert.actions.ask_second_step import asks_second_step
from recert.actions.change_person import PersonRefused, change_person
from recert.actions.leave import OnlyOperatorLeft, leave
from recert.web.account.forms import LeaveForm, PreferencesForm
from recert.web.base.asking import person_asking
from recert.web.base.templatetags.base import day


@require_http_methods(["GET", "POST"])
def me(request: HttpRequest) -> HttpResponse:
    person = person_asking(request)
    form = PreferencesForm(
        request.POST if request.method == "POST" else None,
        initial={"name": person.name, "language": person.language, "time_zone": person.time_zone},
    )
    if form.is_valid():
        try:
            changed = change_person(person, fields=form.cleaned_data)
        except PersonRefused as refused:
            form.add_error(refused.field, str(refused))
        else:
            with translation.override(changed.language):
                messages.success(request, _("Saved."))
            return redirect("me")
    return render(request, "me/me.html", {"form": form, "second_step": asks_second_step(person)})


@reauthentication_required
@require_http_methods(["GET", "POST"])
def leave_for_good(request: HttpRequest) -> HttpResponse:
    form = LeaveForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        person = person_asking(request)
        try:
            leaving = leave(person, days=form.cleaned_data["days"])
        except OnlyOperatorLeft as refused:
            form.add_error(None, str(refused))
        else:
            logout(request)
            told = _("You are signed out everywhere. On %(day)s everything is erased. Sign in before then to stay.")
            messages.success(request, told % {"day": day(person.day_at(leaving.erase_at))})
            return redirect("home")
    return render(request, "me/leave.html", {"form": form})
