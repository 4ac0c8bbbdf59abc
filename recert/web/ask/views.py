"""Write a question, look at exactly what would be sent to whom, and send it to the schools agreed to."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from recert.actions.ask_schools import address_of, ask_schools, open_schools, refuse
from recert.actions.follow_enquiry import list_enquiries
from recert.actions.refusal import Refused
from recert.actions.signed_links import enquiry_key
from recert.actions.word_enquiry import Question, letter_to_school, message_to_copy
from recert.records.models import Institution, Person
from recert.web.ask.forms import AskForm, starting_values
from recert.web.base.limits import limited


@login_not_required
@limited("ask")
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    asker = request.user if isinstance(request.user, Person) else None
    schools = open_schools(asker, unitids=numbers(request.POST if request.method == "POST" else request.GET, "school"))
    if request.method != "POST":
        values = starting_values(asker.email if asker else "", asker.name if asker else "")
        return _written(request, AskForm(initial=values), schools)
    form = AskForm(request.POST)
    if not form.is_valid() or "again" in request.POST:
        return _written(request, form, schools)
    agreed = [school for school in schools if school.pk in numbers(request.POST, "agreed")]
    return _sent_or_shown(request, form, schools, agreed)


def _sent_or_shown(
    request: HttpRequest, form: AskForm, schools: list[Institution], agreed: list[Institution]
) -> HttpResponse:
    asker, now = (request.user if isinstance(request.user, Person) else None), timezone.now()
    question = Question(**{name: form.cleaned_data[name] for name in ("name", "email", "phone", "message")})
    try:
        if "send" in request.POST and agreed:
            enquiry = ask_schools(asker, unitids=[each.pk for each in agreed], question=question, now=now)
            return redirect("ask-status", enquiry_key(enquiry))
        refuse(question, schools=schools, now=now)
    except Refused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, str(refused))
        return _written(request, form, schools)
    letters = [(each, address_of(each), letter_to_school(question, school=each).text) for each in schools]
    copied = message_to_copy(question)
    words: dict[str, Any] = {
        "written": {name: value for name, value in form.cleaned_data.items() if name != "nickname"},
        "by_mail": [each for each in letters if each[1]],
        "by_hand": [(each, "", copied) for each, to, _ in letters if not to],
        "agreed_to_none": "send" in request.POST,
        "is_known": asker is not None and asker.email.lower() == question.email.lower(),
    }
    return render(request, "ask/look.html", words)


def _written(request: HttpRequest, form: AskForm, schools: list[Institution]) -> HttpResponse:
    if form.is_bound:
        # The next press is neither too quick nor too late, and nothing that was typed is lost.
        form.data = {**request.POST.dict(), "nickname": "", "started": starting_values()["started"]}
    before = list_enquiries(request.user) if isinstance(request.user, Person) else []
    addressed = [(school, address_of(school)) for school in schools]
    words = {
        "form": form,
        "schools": addressed,
        "any_by_mail": any(to for _, to in addressed),
        "before": [(each, enquiry_key(each)) for each in before],
    }
    return render(request, "ask/ask.html", words)


def numbers(query: QueryDict, name: str) -> list[int]:
    return [int(number) for number in query.getlist(name) if number.isdecimal() and len(number) < 10]
