"""Channels, kinds and quiet hours, each to be ticked or chosen."""

from __future__ import annotations

from datetime import time
from typing import Any

from django import forms
from django.utils import formats
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from recert.actions.reminder_occasions import OCCASIONS
from recert.records.models import ReminderWishes


def hours() -> list[tuple[int, str]]:
    return [(hour, formats.time_format(time(hour), "TIME_FORMAT")) for hour in range(24)]


def kinds() -> list[tuple[str, str]]:
    return [(name, gettext(kind.name)) for name, kind in OCCASIONS.items()]


class WishesForm(forms.Form):
    """What is ticked is wanted."""

    by_email = forms.BooleanField(label=_("By e-mail"), required=False)
    in_app = forms.BooleanField(label=_("On the page Reminders"), required=False)
    by_calendar = forms.BooleanField(
        label=_("In my own calendar"), required=False, help_text=_("Switched off, the calendar link stops working.")
    )
    kinds = forms.MultipleChoiceField(
        label=_("Remind me of"), required=False, choices=lazy(kinds, list)(), widget=forms.CheckboxSelectMultiple
    )
    quiet_from = forms.TypedChoiceField(label=_("No e-mail from"), choices=lazy(hours, list)(), coerce=int)
    quiet_until = forms.TypedChoiceField(
        label=_("until"), choices=lazy(hours, list)(), coerce=int, help_text=_("The same hour twice: no quiet time.")
    )

    @staticmethod
    def of(wishes: ReminderWishes) -> dict[str, Any]:
        names = ("by_email", "in_app", "by_calendar", "quiet_from", "quiet_until")
        wanted = [name for name in OCCASIONS if name not in wishes.unwanted]
        return {**{name: getattr(wishes, name) for name in names}, "kinds": wanted}

    def wishes(self) -> dict[str, Any]:
        values = dict(self.cleaned_data)
        wanted = values.pop("kinds")
        return {**values, "unwanted": [name for name in OCCASIONS if name not in wanted]}
