"""What one may change about oneself, and the two allauth forms that we word differently."""

from __future__ import annotations

import zoneinfo
from functools import cache
from typing import Any

from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.conf import settings
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from recert.actions.leave import DAYS, DAYS_AT_LEAST
from recert.web.base.words import ZONES, zone_name


def zones() -> list[tuple[str, list[tuple[str, str]]]]:
    """Every time zone, those of the United States first and by the names people use."""
    others = [zone for zone in _all_zones() if zone not in ZONES]
    groups = ((gettext("United States"), ZONES), (gettext("Elsewhere"), others))
    return [(label, [(zone, zone_name(zone)) for zone in zones]) for label, zones in groups]


@cache
def _all_zones() -> list[str]:
    """Asked once: it reads a folder of six hundred files."""
    return sorted(zoneinfo.available_timezones())


class PreferencesForm(forms.Form):
    """How we address someone."""

    name = forms.CharField(
        label=_("Name"),
        required=False,
        max_length=150,
        help_text=_("As on your certificates, if you like."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES, widget=forms.RadioSelect)
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=lazy(zones, list)())


class LeaveForm(forms.Form):
    """The last word, and how long to wait with it."""

    days = forms.TypedChoiceField(
        label=_("When should everything be erased?"), coerce=int, initial=DAYS, widget=forms.RadioSelect,
        choices=[(DAYS, _("In 30 days: I can change my mind")), (DAYS_AT_LEAST, _("Tomorrow"))],
    )  # fmt: skip
    sure = forms.BooleanField(label=_("I have saved what I need. Erase everything on that day."))


class BringForm(forms.Form):
    """The export to bring back."""

    file = forms.FileField(
        label=_("Your export"), allow_empty_file=True,
        help_text=_("The ZIP file that Recert gave you, as it is. Do not unpack it."),
        widget=forms.ClearableFileInput(attrs={"accept": ".zip,application/zip"}),
    )  # fmt: skip
    is_mine = forms.BooleanField(label=_("It names another e-mail address, but it is mine"), required=False)


class AddPasskeyForm(AddWebAuthnForm):
    """A passkey opens the account by itself unless someone decides otherwise."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["passwordless"].initial = True
        self.fields["passwordless"].label = _("Sign in with it alone, without a password")
        self.fields["passwordless"].help_text = ""
