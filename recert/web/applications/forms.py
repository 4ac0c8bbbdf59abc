"""What we ask about an application: how and when it was sent, what was asked, what came of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from recert.records.applications import WAYS
from recert.rulebooks.library import rulebook
from recert.web.applications.words import WAY_WORDS
from recert.web.base.widgets import DayInput


class StepForm(forms.Form):
    """What every step has: its day, words about it, and the version of the application that was looked at."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    on = forms.DateField(label=_("On which day?"), widget=DayInput())
    words = forms.CharField(required=False, max_length=5000, widget=forms.Textarea(attrs={"rows": 3}))

    def columns(self) -> dict[str, Any]:
        """The application's own columns that change with this step."""
        return {}


class SentForm(StepForm):
    way = forms.ChoiceField(
        label=_("How did you send it?"), widget=forms.RadioSelect, choices=[(way, WAY_WORDS[way]) for way in WAYS]
    )
    field_order = ("version", "way", "on", "words")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = _("Proof that it was sent")
        self.fields["words"].help_text = _("A confirmation or tracking number, or whom you spoke to. Optional.")

    def columns(self) -> dict[str, Any]:
        return {"way": self.cleaned_data["way"]}


class AskedForm(StepForm):
    answer_by = forms.DateField(label=_("Answer by"), widget=DayInput(), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = _("What do they ask for?")
        self.fields["words"].required = True

    def columns(self) -> dict[str, Any]:
        return {"answer_by": self.cleaned_data["answer_by"]}


class AnsweredForm(StepForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = _("What did you answer?")

    def columns(self) -> dict[str, Any]:
        return {"answer_by": None}


class ReturnedForm(StepForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = _("Why was it returned?")
        self.fields["words"].required = True

    def columns(self) -> dict[str, Any]:
        return {"answer_by": None, "expected_by": None}


class DroppedForm(StepForm):
    """Nothing was sent: start anew another time."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["words"]


class AcceptedForm(forms.Form):
    """The day on the new certificate, and the printed end where the certifier prints it."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    recertified_on = forms.DateField(
        label=_("Recertified on"), widget=DayInput(), help_text=_("The day on your new certificate.")
    )
    cycle_ends = forms.DateField(label=_("New expiry day"), widget=DayInput(), required=False)

    def __init__(self, *args: Any, credential: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        applied = [edition for edition in rulebook(credential).editions if not edition.superseded]
        if applied and applied[-1].cycle.ends == "printed":
            self.fields["cycle_ends"].required = True
        else:
            del self.fields["cycle_ends"]

    def cycle_end(self) -> date | None:
        found: date | None = self.cleaned_data.get("cycle_ends")
        return found
