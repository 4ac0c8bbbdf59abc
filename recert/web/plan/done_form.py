"""What we ask when a step is done: its day, what the certificate says, and what it cost."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from recert.actions.tick_off_step import area_planned, as_planned, is_chosen_from
from recert.records.models import PlanStep
from recert.rules.money import dollars
from recert.web.base.courses import SOMEBODYS_DAY
from recert.web.base.effects import parts_text
from recert.web.base.widgets import DayInput
from recert.web.base.words import UNITS, word


class DoneForm(forms.Form):
    """All is filled in as planned but the areas of what one chose from a collection; the certificate may say otherwise."""

    earned_on = forms.DateField(label=_("Finished on"), widget=DayInput(), validators=SOMEBODYS_DAY)
    quantity = forms.DecimalField(
        label=_("How much"), min_value=0, max_value=100_000, decimal_places=4,
        widget=forms.NumberInput(attrs={"step": "any", "inputmode": "decimal"}),
        help_text=_("The number on the certificate, not converted."),
    )  # fmt: skip
    unit = forms.ChoiceField(label=_("Of what"), choices=[*UNITS.items()])
    category = forms.ChoiceField(
        label=_("Area"), required=False, help_text=_("As the certificate says, or as the content fits.")
    )
    paid = forms.DecimalField(
        label=_("What you paid, in dollars"), min_value=0, max_value=100_000, decimal_places=2, required=False,
        widget=forms.NumberInput(attrs={"step": "any", "inputmode": "decimal"}),
    )  # fmt: skip

    def __init__(self, *args: Any, step: PlanStep, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial = _initial(step, today)
        field = self.fields["category"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = _areas(step)

    def stated(self) -> dict[str, Any]:
        """What the certificate says."""
        return {name: self.cleaned_data[name] for name in ("earned_on", "quantity", "unit", "category")}

    def cents(self) -> int | None:
        """In cents; None where nothing was said."""
        amount = self.cleaned_data["paid"]
        return None if amount is None else int(amount * 100)


def _initial(step: PlanStep, today: date) -> dict[str, Any]:
    cents = step.document["price"]
    paid = None if cents is None else dollars(cents)
    return {**as_planned(step, today), "paid": paid}


def _areas(step: PlanStep) -> list[tuple[str, Any]]:
    """Not stated, as it was counted in the plan, and each area alone."""
    planned, usual = step.document, area_planned(step.document)
    alone = {
        area: word(area)
        for area in (*planned["category"].replace("=", "|").split("|"), *planned["as"])
        if area and not area[0].isdigit() and ";" not in area
    }
    whole = {usual: _planned_text(usual, is_chosen_from(planned))} if usual not in ("", *alone) else {}
    return [("", _("Not stated")), *whole.items(), *alone.items()]


def _planned_text(category: str, is_chosen_from: bool) -> str:
    """`As planned: 2 clinical, 3 general`; the amounts alone where the plan left the choice open."""
    parts = {area: amount for area, _equals, amount in (piece.partition("=") for piece in category.split(";"))}
    if not all(parts.values()):
        return gettext("It fits several: count it where it helps me")
    return parts_text(parts) if is_chosen_from else gettext("As planned: %(parts)s") % {"parts": parts_text(parts)}
