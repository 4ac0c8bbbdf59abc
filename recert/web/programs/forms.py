"""What someone looking for a school is asked: where, how far, and what to study."""

from __future__ import annotations

from django import forms
from django.http import QueryDict
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from recert.web.programs.words import STUDIES

MILES = (10, 25, 50, 100, 250)


class ProgramsForm(forms.Form):
    """Asked in the address, so that an answer can be kept and shared."""

    near = forms.CharField(
        label=_("ZIP code or city"), max_length=80,
        help_text=_("Such as 97201, or Portland, OR"),
        widget=forms.TextInput(attrs={"autocomplete": "postal-code"}),
        error_messages={"required": _("Write a ZIP code such as 97201, or a city such as Portland, OR.")},
    )  # fmt: skip
    within = forms.ChoiceField(
        label=_("How far"), initial="25",
        choices=[(str(each), format_lazy(_("{miles} miles"), miles=each)) for each in MILES],
    )  # fmt: skip
    study = forms.ChoiceField(
        label=_("What to study"), choices=[(key, name) for key, (name, _cips) in STUDIES.items()],
        initial="medical-assisting",
    )  # fmt: skip

    def __init__(self, asked: QueryDict | None = None) -> None:
        """What an address leaves out is as it stands in the empty form."""
        usual = {name: field.initial for name, field in self.base_fields.items() if field.initial}
        super().__init__(None if asked is None else {**usual, **asked.dict()})

    def clean_within(self) -> int:
        return int(self.cleaned_data["within"])
