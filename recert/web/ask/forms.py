"""Name, address and question; and what tells a person from a program without asking them a riddle."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.utils.translation import gettext_lazy as _

STARTED = TimestampSigner(salt="recert.ask.started")
QUICKEST, LONGEST = 3, 24 * 60 * 60


class AskForm(forms.Form):
    """`nickname` is out of sight: whoever fills it in did not see the page. `started` says when the page was opened."""

    name = forms.CharField(label=_("Your name"), max_length=100, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("The school answers to it."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = forms.CharField(
        label=_("Phone, if they may call you"), max_length=30, required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )  # fmt: skip
    message = forms.CharField(
        label=_("What do you want to know?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 6})
    )
    nickname = forms.CharField(required=False, widget=forms.HiddenInput)
    started = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("nickname"):
            raise forms.ValidationError(
                _("This looks like it was filled in by a program. Open the page anew and type.")
            )
        self._took_a_while(cleaned.get("started", ""))
        return cleaned

    def _took_a_while(self, started: str) -> None:
        try:
            STARTED.unsign(started, max_age=LONGEST)
        except SignatureExpired:
            raise forms.ValidationError(_("This page was open for more than a day. Press the button again.")) from None
        except BadSignature:
            raise forms.ValidationError(_("Something is missing from this page. Press the button again.")) from None
        try:
            STARTED.unsign(started, max_age=QUICKEST)
        except SignatureExpired:
            return
        raise forms.ValidationError(_("That was very quick. Look it over, then press the button again."))

    @property
    def asked(self) -> list[forms.BoundField]:
        return [self[name] for name in ("name", "email", "phone", "message")]


def starting_values(email: str = "", name: str = "") -> dict[str, str]:
    return {"started": STARTED.sign("ask"), "email": email, "name": name}


class AddressForm(forms.Form):
    """Where a school takes questions, and where that was read."""

    unitid = forms.IntegerField(label=_("The school's number (UNITID)"), min_value=1, max_value=10**9)
    email = forms.EmailField(
        label=_("Its e-mail address for enrolling"), required=False, help_text=_("Left empty: taken back.")
    )
    source = forms.CharField(label=_("Where you read it"), max_length=300)
