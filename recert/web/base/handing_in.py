"""A form through which a file with activities is handed in: the same on every page that asks for one."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest

from recert.actions.start_import import MOST_BYTES, FileRefused, start_import
from recert.records.models import ImportDraft
from recert.web.base.asking import person_asking


def handed_in(request: HttpRequest, form: forms.Form) -> ImportDraft | None:
    """The draft of the form's `file`; None where there is none yet, or it was refused beside its field."""
    if request.method != "POST" or not form.is_valid():
        return None
    file = form.cleaned_data["file"]
    try:
        content = file.read(MOST_BYTES + 1)
        return start_import(person_asking(request), name=file.name, content=content, size=file.size)
    except FileRefused as refused:
        form.add_error("file", str(refused))
        return None
