"""What we ask for an import: a file, and which column is which field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from recert.actions.preview_import import ImportPreview
from recert.capture.transcripts import FIELDS, Column, PreviewRow

FIELD_WORDS: Mapping[str, str | Promise] = {
    "id": _("Number of the row"),
    "earned_on": _("Day finished"),
    "title": _("Title"),
    "provider": _("Who gave it"),
    "kind": _("Kind (course, college, CPR card…)"),
    "quantity": _("How much"),
    "unit": _("Of what (CEU, contact hour…)"),
    "minutes": _("Length in minutes"),
    "category": _("Category"),
    "approved_by": _("Approved by"),
    "approval_number": _("Approval number"),
    "certificate": _("Where the certificate is"),
    "relevant": _("About medical assisting?"),
}
EXAMPLES = 2
FATES = ("ready", "question", "repeats", "incomplete", "refused", "unfinished")


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("Your file"), allow_empty_file=True,
        help_text=_("CSV, Excel (XLSX), a PDF with a table, or a file exported from Recert, with one activity in a row."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.xlsx,.pdf,.json,.txt,.tsv"}),
    )  # fmt: skip


class ColumnsForm(forms.Form):
    """One choice to a column; an empty choice keeps the column as a note."""

    def __init__(self, *args: Any, columns: Sequence[Column], rows: Sequence[PreviewRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.columns = columns
        choices = [("", gettext("Keep as a note")), *((name, FIELD_WORDS[name]) for name in FIELDS)]
        for column in columns:
            self.fields[key_of(column)] = forms.ChoiceField(
                label=_label(column),
                help_text=_examples(column, rows),
                choices=choices,
                required=False,
                initial=column.field or "",
            )

    def mapping(self) -> dict[str, str]:
        """Column name → field."""
        return {column.name: self.cleaned_data[key_of(column)] for column in self.columns}


def key_of(column: Column) -> str:
    return f"column-{column.index}"


def _label(column: Column) -> str:
    wording = gettext("Column %(letter)s") if column.is_nameless else gettext("Column %(letter)s: %(name)s")
    return wording % {"letter": column.letter, "name": column.name}


def _examples(column: Column, rows: Sequence[PreviewRow]) -> str:
    found = list(dict.fromkeys(cell for row in rows[:20] if (cell := row.cells.get(column.name, "").strip())))
    shown = ", ".join(f"“{cell[:40]}”" for cell in found[:EXAMPLES])
    return gettext("For example %(cells)s") % {"cells": shown} if shown else gettext("Empty in the first rows")


def counts(preview: ImportPreview) -> dict[str, int]:
    """How many rows have which fate."""
    fates = [row.fate for row in preview.rows]
    return {fate: fates.count(fate) for fate in FATES}
