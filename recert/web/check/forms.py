"""What we ask about a course before anyone pays for it, and how the answers become an activity."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from recert.records.models import Holding
from recert.rulebooks.library import all_rulebooks, rulebook
from recert.rules.edition import Rulebook
from recert.rules.transcript import Activity, parse_category
from recert.web.base.rule_words import current_edition, most_held_first
from recert.web.base.widgets import DayInput
from recert.web.base.words import APPROVERS, KINDS, UNITS, word
from recert.web.check.course_text import LONGEST

RELEVANT = {"": None, "yes": True, "no": False}
HELD = "held-"


class PasteForm(forms.Form):
    """The text of a course page, read here and forgotten."""

    text = forms.CharField(
        label=_("Text of the course page"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Copy the page and paste it here. It is read, not kept, and not sent to anyone."),
    )  # fmt: skip


class CheckForm(forms.Form):
    """One course, and whose rules it is held against."""

    credential = forms.ChoiceField(label=_("For which credential"))
    quantity = forms.DecimalField(
        label=_("How much"), min_value=0, max_value=100_000, decimal_places=4,
        widget=forms.NumberInput(attrs={"step": "any", "inputmode": "decimal"}),
        help_text=_("The number the certificate will show, not converted."),
    )  # fmt: skip
    unit = forms.ChoiceField(
        label=_("Of what"), choices=[("", "—"), *UNITS.items()],
        help_text=_("“CEU” alone can be one hour (AAMA) or ten hours (IACET). Choose it only if nothing else is said."),
    )  # fmt: skip
    approved_by = forms.MultipleChoiceField(
        label=_("Approved by"), choices=[*APPROVERS.items()], widget=forms.CheckboxSelectMultiple, required=False,
        help_text=_("Only what the course page says. Leave it open if it says nothing."),
    )  # fmt: skip
    kind = forms.ChoiceField(label=_("What it is"), choices=[*KINDS.items()], initial="course")
    minutes = forms.IntegerField(label=_("Length in minutes"), min_value=1, max_value=100_000, required=False)
    category = forms.ChoiceField(label=_("Area"), required=False)
    relevant = forms.ChoiceField(
        label=_("Is it about medical assisting?"), widget=forms.RadioSelect, required=False,
        choices=[("", _("Not sure")), ("yes", _("Yes")), ("no", _("No"))],
    )  # fmt: skip
    title = forms.CharField(label=_("Title"), max_length=300, required=False)
    provider = forms.CharField(label=_("Who gives it"), max_length=300, required=False)
    earned_on = forms.DateField(
        label=_("Day you would finish"), widget=DayInput(), required=False, help_text=_("If open, we take today.")
    )
    certified_on = forms.DateField(
        label=_("Certified or last recertified on"), widget=DayInput(), required=False,
        help_text=_("If open, we assume that the course falls inside your cycle."),
    )  # fmt: skip
    cycle_ends = forms.DateField(
        label=_("Expires on"), widget=DayInput(), required=False, help_text=_("If your certificate shows it.")
    )

    def __init__(self, *args: Any, holdings: Sequence[Holding] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.holdings = {f"{HELD}{holding.pk}": holding for holding in holdings}
        known = [rules for rules in most_held_first(all_rulebooks()) if current_edition(rules) is not None]
        public = [(rules.credential, f"{rules.name}, {rules.certifier.acronym}") for rules in known]
        held = [(key, rulebook(holding.credential).name) for key, holding in self.holdings.items()]
        self.fields["credential"].choices = [(gettext("Yours"), held), (gettext("All"), public)] if held else public
        areas = dict.fromkeys(area for rules in known for edition in rules.editions for area in edition.categories)
        self.fields["category"].choices = [("", gettext("Not sure")), *((area, word(area)) for area in areas)]

    FEW = ("credential", "quantity", "unit", "minutes", "approved_by")

    @property
    def few(self) -> list[forms.BoundField]:
        """What nearly every answer hangs on."""
        return [self[name] for name in self.FEW]

    @property
    def more(self) -> list[forms.BoundField]:
        """What makes the answer surer, for those who know it."""
        return [self[name] for name in self.fields if name not in self.FEW]

    @property
    def shows_more(self) -> bool:
        """Whether one of the further answers is given already, or wrong."""
        usual = ("", None, "course")
        return any(bound.errors or bound.value() not in usual for bound in self.more)

    @property
    def holding(self) -> Holding | None:
        """The asker's own holding, where they chose it."""
        return self.holdings.get(self.cleaned_data["credential"])

    @property
    def rules(self) -> Rulebook:
        return rulebook(self.holding.credential if self.holding else self.cleaned_data["credential"])

    def activity(self, *, today: date) -> Activity:
        """The course as if it were done."""
        cleaned = self.cleaned_data
        quantity: Decimal = cleaned["quantity"]
        return Activity(
            id="this",
            earned_on=cleaned["earned_on"] or today,
            quantity=quantity,
            unit=cleaned["unit"],
            kind=cleaned["kind"],
            title=cleaned["title"],
            provider=cleaned["provider"],
            minutes=cleaned["minutes"],
            category=parse_category(cleaned["category"]),
            approved_by=frozenset(cleaned["approved_by"]),
            relevant=RELEVANT[cleaned["relevant"]],
        )
