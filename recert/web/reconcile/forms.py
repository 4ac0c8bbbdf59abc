"""What we ask for: the file, and which row to add."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class TranscriptForm(forms.Form):
    file = forms.FileField(
        label=_("Your official transcript"), allow_empty_file=True,
        help_text=_("The PDF, Excel or CSV file from your certifier or CE tracker. Pictures of a transcript do not work here."),
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,.csv,.xlsx,.txt,.tsv"}),
    )  # fmt: skip


class RowForm(forms.Form):
    row = forms.IntegerField(required=False, min_value=0, max_value=1_000_000)
