"""Write a review, take it back; an operator hides what breaks the rules."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from recert.actions.open_course import open_course
from recert.actions.review_course import LONGEST, ReviewRefused, hide_review, review_course, take_review_back, taken_by
from recert.web.base.asking import person_asking

CHOICES = [
    ("5", gettext_lazy("5: I would take it again")), ("4", gettext_lazy("4: good")), ("3", gettext_lazy("3: it will do")),
    ("2", gettext_lazy("2: weak")), ("1", gettext_lazy("1: not worth the time")),
]  # fmt: skip


class ReviewForm(forms.Form):
    """How it was, and why."""

    stars = forms.TypedChoiceField(
        label=gettext_lazy("How was it?"), choices=CHOICES, coerce=int, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label=gettext_lazy("What should others know?"), max_length=LONGEST, required=False,
        widget=forms.Textarea(attrs={"rows": 5}), help_text=gettext_lazy("Your name is not shown."),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, course: str) -> HttpResponse:
    person = person_asking(request)
    found = open_course(person, course=course)
    form = ReviewForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            review_course(person, course_id=course, today=timezone.localdate(), **form.cleaned_data)
        except ReviewRefused as refused:
            form.add_error(refused.field or None, str(refused))
        else:
            messages.success(request, _("Thank you. It stands on the course’s page."))
            return redirect("course", course)
    words = {"form": form, "course": found, "took_it": taken_by(person, course=found) is not None}
    return render(request, "reviews/write.html", words)


@require_POST
def take_back(request: HttpRequest, course: str) -> HttpResponse:
    take_review_back(person_asking(request), course_id=course)
    messages.success(request, _("Your review is gone."))
    return redirect("course", course)


@require_POST
def hide(request: HttpRequest, review_id: int) -> HttpResponse:
    hide_review(person_asking(request), pk=review_id, hidden=request.POST.get("hidden") == "yes")
    return redirect("operator")
