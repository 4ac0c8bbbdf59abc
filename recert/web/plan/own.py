"""Note a course one found somewhere else, so that plans can choose it."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from recert.actions.note_own_course import list_own_courses, note_own_course, remove_own_course
from recert.actions.refusal import Refused
from recert.rulebooks.library import all_rulebooks
from recert.web.base.asking import person_asking
from recert.web.base.sent_once import key_of
from recert.web.base.widgets import DayInput
from recert.web.base.words import APPROVERS, KINDS, UNITS, word
from recert.web.plan.forms import FORMATS


class OwnCourseForm(forms.Form):
    """A course as its page describes it; what the page does not say stays open."""

    request_key = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    title = forms.CharField(label=gettext_lazy("Title"), max_length=300)
    provider = forms.CharField(label=gettext_lazy("Who gives it"), max_length=300, required=False)
    quantity = forms.DecimalField(
        label=gettext_lazy("How much"), min_value=0, max_value=100_000, decimal_places=4,
        widget=forms.NumberInput(attrs={"step": "any", "inputmode": "decimal"}),
        help_text=gettext_lazy("The number the certificate will show, not converted."),
    )  # fmt: skip
    unit = forms.ChoiceField(label=gettext_lazy("Of what"), choices=[("", "—"), *UNITS.items()])
    category = forms.ChoiceField(label=gettext_lazy("Area"), required=False)
    approved_by = forms.MultipleChoiceField(
        label=gettext_lazy("Approved by"), choices=[*APPROVERS.items()], required=False,
        widget=forms.CheckboxSelectMultiple, help_text=gettext_lazy("Only what its page says."),
    )  # fmt: skip
    price = forms.DecimalField(
        label=gettext_lazy("Price in dollars"), min_value=0, max_value=10_000, decimal_places=2, required=False,
        widget=forms.NumberInput(attrs={"step": "any", "inputmode": "decimal"}),
        help_text=gettext_lazy("0 if it is free; leave it open if you do not know."),
    )  # fmt: skip
    hours = forms.DecimalField(
        label=gettext_lazy("Hours it takes"), min_value=0, max_value=1000, decimal_places=2, required=False,
        widget=forms.NumberInput(attrs={"step": "any", "inputmode": "decimal"}),
    )  # fmt: skip
    format = forms.ChoiceField(label=gettext_lazy("How"), required=False, choices=[("", gettext_lazy("Any")), *FORMATS])
    ends_on = forms.DateField(
        label=gettext_lazy("Held on"), required=False, widget=DayInput(),
        help_text=gettext_lazy("Only if it has a fixed day."),
    )  # fmt: skip
    kind = forms.ChoiceField(label=gettext_lazy("What it is"), choices=[*KINDS.items()], initial="course")
    url = forms.URLField(label=gettext_lazy("Its page"), max_length=500, required=False, assume_scheme="https")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas = dict.fromkeys(area for rules in all_rulebooks() for e in rules.editions for area in e.categories)
        field = self.fields["category"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Not sure")), *((area, word(area)) for area in areas)]

    def course(self) -> dict[str, Any]:
        """As the action reads it: the price in cents."""
        cleaned = dict(self.cleaned_data)
        cleaned.pop("request_key")
        cleaned["price"] = None if cleaned["price"] is None else int(cleaned["price"] * 100)
        return cleaned


def add(request: HttpRequest) -> HttpResponse:
    asker = person_asking(request)
    form = OwnCourseForm(request.POST or None, initial={"request_key": uuid4().hex})
    if request.method == "POST" and form.is_valid():
        try:
            key = key_of(form.cleaned_data["request_key"], form.course())
            course = note_own_course(asker, fields=form.course(), request_key=key)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, str(refused))
        else:
            messages.success(request, _("Your plans can choose “%(title)s” now.") % {"title": course.title})
            return redirect("plan")
    context = {"form": form, "own": list_own_courses(asker)}
    return render(request, "plan/own.html", context, status=422 if form.errors else 200)


@require_POST
def remove(request: HttpRequest, own_id: int) -> HttpResponse:
    course = remove_own_course(person_asking(request), own_id=own_id)
    messages.success(request, _("“%(title)s” is no longer planned with.") % {"title": course.title})
    return redirect("plan-own")
