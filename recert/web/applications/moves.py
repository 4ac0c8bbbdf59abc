"""Write down the next thing that happened: started, sent, asked, answered, accepted, returned, put aside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from recert.actions.accept_application import accept_application
from recert.actions.move_application import Move, move_application
from recert.actions.open_application import open_application
from recert.actions.refusal import Refused
from recert.actions.send_application import send_application
from recert.records.models import Application
from recert.records.versions import StaleEdit
from recert.web.applications.forms import (
    AcceptedForm,
    AnsweredForm,
    AskedForm,
    DroppedForm,
    ReturnedForm,
    SentForm,
    StepForm,
)
from recert.web.applications.views import looked_at, open_application_of
from recert.web.applications.words import AFTER, INTROS, TITLES
from recert.web.base.asking import person_asking
from recert.web.base.templatetags.base import day

FORMS: Mapping[str, type[StepForm]] = {
    "sent": SentForm, "asked": AskedForm, "answered": AnsweredForm, "returned": ReturnedForm, "dropped": DroppedForm,
}  # fmt: skip


@require_POST
def start(request: HttpRequest, holding_id: int) -> HttpResponse:
    open_application(person_asking(request), holding_id=holding_id)
    messages.success(request, _("Your application is begun. Look through the check, then choose a way to send it."))
    return redirect("apply", holding_id)


@require_http_methods(["GET", "HEAD", "POST"])
def note(request: HttpRequest, holding_id: int, what: str) -> HttpResponse:
    looked = looked_at(request, holding_id)
    application = open_application_of(looked)
    if what not in AFTER[application.state]:
        raise Http404
    form = _form(request, what, application, looked.holding.credential)
    if request.method == "POST" and form.is_valid():
        try:
            return _noted(request, what, application, form)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, str(refused))
        except StaleEdit:
            form.add_error(None, _("This application moved on in another window. Look at it again."))
    context = {
        "form": form,
        "title": TITLES[what],
        "intro": INTROS[what],
        "holding": looked.holding,
        "book": looked.book,
    }
    return render(request, "applications/note.html", context, status=422 if form.errors else 200)


def _form(request: HttpRequest, what: str, application: Application, credential: str) -> forms.Form:
    today = person_asking(request).day_at(timezone.now())
    answers = request.POST if request.method == "POST" else None
    first = {"version": application.version, "on": today, "way": application.way}
    if what == "accepted":
        return AcceptedForm(answers, initial=first, credential=credential)
    return FORMS[what](answers, initial=first)


def _noted(request: HttpRequest, what: str, application: Application, form: Any) -> HttpResponse:
    person = person_asking(request)
    now: dict[str, Any] = {"today": person.day_at(timezone.now()), "version": form.cleaned_data["version"]}
    if what == "accepted":
        renewed = accept_application(
            person,
            application_id=application.pk,
            recertified_on=form.cleaned_data["recertified_on"],
            cycle_ends=form.cycle_end(),
            **now,
        )
        said = _("Congratulations. Your new cycle runs to %(day)s; the old one is in your history.")
        messages.success(request, said % {"day": day(renewed.cycle_ends)})
        return redirect(f"{reverse('home')}?on={renewed.pk}")
    data = form.cleaned_data
    to = "sent" if what == "answered" else what
    move = Move(to=to, on=data["on"], words=data.get("words", ""), columns=form.columns())
    act = send_application if what == "sent" else move_application
    act(person, application_id=application.pk, move=move, **now)
    messages.success(request, _("Written down."))
    return redirect("apply", application.holding_id)
