"""Kept messages and health for operators, and the one-time link that makes the first one."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from recert.actions.ask_second_step import asks_second_step
from recert.actions.check_health import check_health
from recert.actions.make_operator import KeyRefused, make_operator
from recert.actions.open_operators_account import open_operators_account
from recert.actions.read_kept_messages import read_kept_messages
from recert.actions.read_refused_letters import read_refused_letters
from recert.actions.refusal import Refused
from recert.records.people import Person
from recert.web.base.asking import person_asking
from recert.web.base.limits import limited
from recert.web.operator.forms import OperatorForm


@require_safe
def operator(request: HttpRequest) -> HttpResponse:
    person = person_asking(request)
    kept = read_kept_messages(person)
    protected = asks_second_step(person)
    # Kept messages hold other people's codes: on an address that strangers can reach, a password alone is too little.
    if settings.OPERATOR_NEEDS_SECOND_STEP and not protected:
        return render(request, "operator/second_step.html", status=403)
    words = {
        "kept": kept,
        "refused": read_refused_letters(person),
        "protected": protected,
        "problems": [problem for problem in check_health().values() if problem],
    }
    return render(request, "operator/operator.html", {**words, "mail_goes_out": settings.EMAIL_OUTGOING is not None})


@login_not_required
@limited("operator_start")
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, key: str) -> HttpResponse:
    if isinstance(request.user, Person):
        return become_operator(request, person=request.user, key=key)
    form = OperatorForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            person = open_operators_account(None, key=key, **form.cleaned_data)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, str(refused))
        else:
            login(request, person, backend=settings.AUTHENTICATION_BACKENDS[0])
            return redirect("operator")
    return render(request, "operator/start.html", {"form": form})


def become_operator(request: HttpRequest, *, person: Person, key: str) -> HttpResponse:
    refusal = ""
    if request.method == "POST":
        try:
            make_operator(person, key=key)
        except KeyRefused as refused:
            refusal = str(refused)
        else:
            return redirect("operator")
    return render(request, "operator/become.html", {"refusal": refusal})
