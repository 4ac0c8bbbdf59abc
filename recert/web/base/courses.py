"""A course nobody has taken yet: what we ask about it, and how the answers become an activity."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, cast

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from recert.rulebooks.library import all_rulebooks
from recert.rules.transcript import Activity, parse_category
from recert.web.base.widgets import DayInput
from recert.web.base.words import APPROVERS, KINDS, UNITS, word

IS_RELEVANT = {"": None, "yes": True, "no": False}
"""What the radio buttons of "Is it about medical assisting?" stand for."""

_YEARS = _("Write a year from 1950 to 2100.")
SOMEBODYS_DAY = (MinValueValidator(date(1950, 1, 1), _YEARS), MaxValueValidator(date(2100, 12, 31), _YEARS))
"""Days that someone alive could mean."""


class CourseForm(forms.Form):
    """One course, as its page or its certificate would describe it."""

    quantity = forms.DecimalField(
        label=_("How much"), min_value=0, max_value=100_000, decimal_places=4,
        widget=forms.NumberInput(attrs={"step": "any", "inputmode": "decimal"}),
        help_text=_("The number the certificate will show, not converted."),
    )  # fmt: skip
    unit = forms.ChoiceField(
        label=_("Of what"), choices=[("", "—"), *UNITS.items()],
        help_text=_("“CEU” alone can be one hour (AAMA) or ten hours (IACET). Choose it only if nothing else is said."),
    )  # fmt: skip
    approved_by = forms.MultipleChoiceField(
        label=_("Approved by"), choices=[*APPROVERS.items()], widget=forms.CheckboxSelectMultiple, required=False,
        help_text=_("Only what the course page says. Leave it open if it says nothing."),
    )  # fmt: skip
    kind = forms.ChoiceField(label=_("What it is"), choices=[*KINDS.items()], initial="course")
    minutes = forms.IntegerField(label=_("Length in minutes"), min_value=1, max_value=100_000, required=False)
    category = forms.ChoiceField(label=_("Area"), required=False)
    relevant = forms.ChoiceField(
        label=_("Is it about medical assisting?"), widget=forms.RadioSelect, required=False,
        choices=[("", _("Not sure")), ("yes", _("Yes")), ("no", _("No"))],
    )  # fmt: skip
    title = forms.CharField(label=_("Title"), max_length=300, required=False)
    provider = forms.CharField(label=_("Who gives it"), max_length=300, required=False)
    earned_on = forms.DateField(
        label=_("Day you would finish"), widget=DayInput(), required=False, validators=SOMEBODYS_DAY,
        help_text=_("If open, we take today."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        areas = dict.fromkeys(area for rules in all_rulebooks() for e in rules.editions for area in e.categories)
        cast(forms.ChoiceField, self.fields["category"]).choices = [
            ("", gettext("Not sure")),
            *((area, word(area)) for area in areas),
        ]

    def activity(self, *, today: date) -> Activity:
        """The course as if it were done."""
        cleaned = self.cleaned_data
        quantity: Decimal = cleaned["quantity"]
        return Activity(
            id="this",
            earned_on=cleaned["earned_on"] or today,
            quantity=quantity,
            unit=cleaned["unit"],
            kind=cleaned["kind"],
            title=cleaned["title"],
            provider=cleaned["provider"],
            minutes=cleaned["minutes"],
            category=parse_category(cleaned["category"]),
            approved_by=frozenset(cleaned["approved_by"]),
            relevant=IS_RELEVANT[cleaned["relevant"]],
        )
