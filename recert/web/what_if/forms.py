"""What may be imagined: a course, another day, another route."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from recert.rules.edition import Edition
from recert.web.base.courses import SOMEBODYS_DAY, CourseForm
from recert.web.base.widgets import DayInput
from recert.web.base.words import word

COURSE = ("title", "quantity", "unit", "category", "approved_by", "minutes", "kind", "earned_on")


class WhatIfForm(CourseForm):
    """Everything may stay open; a course needs its amount and its unit."""

    as_of = forms.DateField(
        label=gettext_lazy("On another day"), widget=DayInput(), required=False, validators=SOMEBODYS_DAY,
        help_text=gettext_lazy("Which ways to apply would still be open? If open, we take today."),
    )  # fmt: skip
    route = forms.ChoiceField(
        label=gettext_lazy("By which route"), widget=forms.RadioSelect, required=False, initial="points",
        choices=[("points", gettext_lazy("With points")), ("exam", gettext_lazy("By exam"))],
    )  # fmt: skip

    def __init__(self, *args: Any, edition: Edition | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("quantity", "unit", "kind"):
            self.fields[name].required = False
        for name in ("provider", "relevant"):
            del self.fields[name]
        areas = edition.categories if edition is not None else ()
        cast(forms.ChoiceField, self.fields["category"]).choices = [
            ("", _("Not sure")),
            *((area, word(area)) for area in areas),
        ]
        if not areas:
            del self.fields["category"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in ("provider", "relevant", "category"):
            cleaned.setdefault(name, "")
        cleaned["kind"] = cleaned.get("kind") or "course"
        has_amount, has_unit = cleaned.get("quantity") is not None, bool(cleaned.get("unit"))
        if has_unit and not has_amount and "quantity" not in self.errors:
            self.add_error("quantity", _("Say how much, or leave the unit open too."))
        if has_amount and not has_unit and "unit" not in self.errors:
            self.add_error("unit", _("Say of what, or leave the amount open too."))
        return cleaned

    @property
    def has_course(self) -> bool:
        return self.cleaned_data.get("quantity") is not None

    @property
    def course_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in COURSE if name in self.fields]
