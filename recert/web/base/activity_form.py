"""One activity, asked the way a certificate is read: what, when, how much, who approved it, where it belongs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, cast
from uuid import uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from recert.actions.list_holdings import list_holdings
from recert.records.models import Activity, Person
from recert.records.snapshots import approvers
from recert.rulebooks.library import rulebook
from recert.web.base import category, units
from recert.web.base.courses import IS_RELEVANT
from recert.web.base.widgets import DayInput
from recert.web.base.words import APPROVERS, KINDS, UNITS

MARK = re.compile(r"[0-9a-f]{16}/\d+")
"""How an activity names a paper that is attached to it: nothing for people to read or type."""
PLAIN = (
    "title",
    "provider",
    "earned_on",
    "kind",
    "quantity",
    "unit",
    "minutes",
    "approval_number",
    "certificate",
    "note",
)


class ActivityForm(forms.Form):
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    request_key = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    title = forms.CharField(
        label=gettext_lazy("Title"), max_length=300, help_text=gettext_lazy("As the certificate has it.")
    )
    provider = forms.CharField(label=gettext_lazy("Who gave it"), max_length=300, required=False)
    earned_on = forms.DateField(label=gettext_lazy("Finished on"), widget=DayInput())
    quantity = forms.DecimalField(
        label=gettext_lazy("How much"), min_value=0, max_value=100_000, decimal_places=4,
        widget=forms.NumberInput(attrs={"step": "any", "inputmode": "decimal"}),
        help_text=gettext_lazy("The number on the certificate, not converted."),
    )  # fmt: skip
    unit = forms.ChoiceField(label=gettext_lazy("Of what"), choices=[("", "—"), *UNITS.items()])
    minutes = forms.IntegerField(
        label=gettext_lazy("Length in minutes"), min_value=1, max_value=100_000, required=False,
        help_text=gettext_lazy("If the certificate or the course page says it."),
    )  # fmt: skip
    approved_by = forms.MultipleChoiceField(
        label=gettext_lazy("Approved by"), widget=forms.CheckboxSelectMultiple, required=False,
        help_text=gettext_lazy("Only what the certificate says. Leave it open if it says nothing."),
    )  # fmt: skip
    relevant = forms.ChoiceField(
        label=gettext_lazy("Is it about medical assisting?"), widget=forms.RadioSelect, required=False,
        choices=[("", gettext_lazy("Not sure")), ("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))],
    )  # fmt: skip
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=[*KINDS.items()], initial="course")
    approval_number = forms.CharField(label=gettext_lazy("Approval number"), max_length=100, required=False)
    certificate = forms.CharField(
        label=gettext_lazy("Where the certificate is"), max_length=500, required=False,
        help_text=gettext_lazy("A link, or a note such as “blue folder”."),
    )  # fmt: skip
    note = forms.CharField(
        label=gettext_lazy("Note"), max_length=5000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, categories: Sequence[str], activity: Activity | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.categories = categories
        self.kept = activity.category if activity and not category.can_show(activity.category, categories) else ""
        known = {**APPROVERS, **{name: name.upper() for name in approvers(activity.approved_by if activity else "")}}
        self.approvers().choices = [(name, known.get(name, name)) for name in {**APPROVERS, **known}]
        if categories or self.kept:
            self.fields |= category.fields_for(categories, kept=self.kept)
        if activity and MARK.fullmatch(activity.certificate):
            self.fields["certificate"].widget = forms.HiddenInput()
        self.doubt = ""
        self.fields["sure"] = forms.BooleanField(label=_("The number is right as I wrote it"), required=False)

    def approvers(self) -> forms.MultipleChoiceField:
        return cast("forms.MultipleChoiceField", self.fields["approved_by"])

    @property
    def part_fields(self) -> list[forms.BoundField]:
        return [self[f"part_{name}"] for name in self.categories]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if {"quantity", "unit"} <= cleaned.keys() and not cleaned.get("sure"):
            self._ask(cleaned)
        if cleaned.get("category") == category.SPLIT and "quantity" in cleaned:
            self._add_up(cleaned)
        if cleaned.get("category") == category.EITHER and len(cleaned.get("either") or []) < 2:
            self.add_error("either", _("Choose at least two, or one category above."))
        return cleaned

    def _ask(self, cleaned: dict[str, Any]) -> None:
        self.doubt = units.doubt(
            quantity=cleaned["quantity"],
            unit=cleaned["unit"],
            minutes=cleaned.get("minutes"),
            approved_by=cleaned.get("approved_by") or (),
        )
        if self.doubt:
            self.add_error("unit", self.doubt)

    def _add_up(self, cleaned: dict[str, Any]) -> None:
        parts = category.parts_of(cleaned, self.categories)
        total = sum(part for _name, part in parts)
        if total != cleaned["quantity"]:
            values = {"parts": total, "quantity": cleaned["quantity"]}
            unequal = _("The parts add up to %(parts)s, but the certificate says %(quantity)s.")
            self.add_error("category", unequal % values)

    def stated(self) -> dict[str, Any]:
        """The fields as the actions take them."""
        cleaned = self.cleaned_data
        asked = "category" in self.fields
        categories = {"category": category.stated(cleaned, self.categories, kept=self.kept)} if asked else {}
        return {
            **{name: cleaned[name] for name in PLAIN},
            "approved_by": ";".join(cleaned["approved_by"]),
            "relevant": IS_RELEVANT[cleaned["relevant"]],
            **categories,
        }


def initial_of(activity: Activity, categories: Sequence[str]) -> dict[str, Any]:
    relevant = {value: key for key, value in IS_RELEVANT.items()}[activity.relevant]
    return {
        **{name: getattr(activity, name) for name in PLAIN},
        "version": activity.version,
        "approved_by": sorted(approvers(activity.approved_by)),
        "relevant": relevant,
        **category.initial_of(activity.category, categories),
    }


def blank() -> dict[str, Any]:
    return {"request_key": uuid4().hex, "kind": "course", "relevant": "", "category": ""}


def categories_of(person: Person) -> tuple[str, ...]:
    """Every category that a credential of theirs asks for, in the rulebooks' order."""
    books = (rulebook(holding.credential) for holding in list_holdings(person))
    editions = (edition for book in books for edition in book.editions if not edition.superseded)
    return tuple(dict.fromkeys(name for edition in editions for name in edition.categories))
