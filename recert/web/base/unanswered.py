"""What a form says where an answer is missing: what to do, instead of that a field is required."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

ASKED: Mapping[type[forms.Field], Any] = {
    forms.Field: _("Please fill this in."),
    forms.ChoiceField: _("Please choose one."),
    forms.BooleanField: _("Please tick this box to go on."),
    forms.FileField: _("Please choose a file first."),
}


def ask_plainly() -> None:
    """Django reads these when a form is made; a form with words of its own keeps them."""
    for kind, text in ASKED.items():
        kind.default_error_messages = {**kind.default_error_messages, "required": text}
