"""What we ask about a credential: when it was earned, and what the certificate prints."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from recert.records.models import Holding
from recert.rules.calendar import months_after
from recert.rules.dates import CycleIsPrinted, NoRules, cycle_for
from recert.rules.edition import Rulebook
from recert.web.base.widgets import DayInput


class DaysForm(forms.Form):
    """The days of one cycle. Where the certifier prints the end, it is asked; elsewhere it may be given."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    certified_on = forms.DateField(label=_("Certified or last recertified on"), widget=DayInput())
    cycle_ends = forms.DateField(label=_("Expires on"), widget=DayInput(), required=False)
    first_cycle = forms.BooleanField(label=_("This is my first cycle: I have never recertified"), required=False)

    def __init__(self, *args: Any, rulebook: Rulebook, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rulebook, self.printed = rulebook, ends_printed(rulebook)
        certifier = {"certifier": rulebook.certifier.acronym}
        ends = self.fields["cycle_ends"]
        ends.required = self.printed
        ends.help_text = (
            gettext("%(certifier)s prints this day on your certificate; it cannot be worked out.")
            if self.printed
            else gettext("Only if your certificate shows another day than the rules of %(certifier)s give.")
        ) % certifier
        self.fields["certified_on"].help_text = gettext("The day on your certificate, or of your last renewal.")
        if not has_pre_earned(rulebook):
            del self.fields["first_cycle"]
        else:
            early = gettext("Then some points you earned shortly before you were certified may count.")
            self.fields["first_cycle"].help_text = early

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        starts, ends = cleaned.get("certified_on"), cleaned.get("cycle_ends")
        if starts and ends and ends > longest(self.rulebook, starts):
            # Who certified years ago tends to enter that day; the cycle began with the last renewal.
            values = {"months": self.rulebook.editions[-1].cycle.months, "name": self.rulebook.name}
            too_long = gettext("A cycle of %(name)s is %(months)s months. Enter the day of your last renewal.")
            self.add_error("certified_on", too_long % values)
        return cleaned

    def days(self) -> dict[str, Any]:
        """What the actions want: the printed end only where it was given."""
        found: dict[str, Any] = {
            "certified_on": self.cleaned_data["certified_on"],
            "first_cycle": self.cleaned_data.get("first_cycle", False),
        }
        if self.cleaned_data.get("cycle_ends"):
            found["cycle_starts"] = self.cleaned_data["certified_on"]
            found["cycle_ends"] = self.cleaned_data["cycle_ends"]
        return found


class RenewForm(forms.Form):
    """A recertification: its day, and the printed end where there is one."""

    recertified_on = forms.DateField(
        label=_("Recertified on"), widget=DayInput(), help_text=_("The day on your new certificate.")
    )
    cycle_ends = forms.DateField(label=_("New expiry day"), widget=DayInput(), required=False)

    def __init__(self, *args: Any, rulebook: Rulebook, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if ends_printed(rulebook):
            self.fields["cycle_ends"].required = True
        else:
            del self.fields["cycle_ends"]

    def cycle_end(self) -> date | None:
        found: date | None = self.cleaned_data.get("cycle_ends")
        return found


def longest(rulebook: Rulebook, starts: date) -> date:
    """The last day a cycle from this day could end: two months more than the rules say, for printed days differ."""
    return months_after(starts, rulebook.editions[-1].cycle.months + 2)


def ends_printed(rulebook: Rulebook) -> bool:
    applied = [edition for edition in rulebook.editions if not edition.superseded]
    return bool(applied) and applied[-1].cycle.ends == "printed"


def has_pre_earned(rulebook: Rulebook) -> bool:
    return any(edition.pre_earned for edition in rulebook.editions)


def stated_end(holding: Holding, rulebook: Rulebook) -> date | None:
    """The end the holder stated; None where it is the one the rules give."""
    if holding.certified_on is None:
        return holding.cycle_ends
    try:
        _, cycle = cycle_for(rulebook, holding.certified_on)
    except (CycleIsPrinted, NoRules):
        return holding.cycle_ends
    return None if cycle == holding.cycle else holding.cycle_ends
