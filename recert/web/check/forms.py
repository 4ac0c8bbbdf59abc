"""What we ask about a course before anyone pays for it, and how the answers become an activity."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from recert.actions.choose_scale import HELD
from recert.records.models import Holding
from recert.rulebooks.library import all_rulebooks, rulebook
from recert.rules.edition import Rulebook
from recert.web.base.courses import SOMEBODYS_DAY, CourseForm
from recert.web.base.rule_words import current_edition
from recert.web.base.widgets import DayInput
from recert.web.check.course_text import LONGEST

FEW = ("credential", "quantity", "unit", "minutes", "approved_by")


class PasteForm(forms.Form):
    """The text of a course page, read here and forgotten."""

    text = forms.CharField(
        label=_("Text of the course page"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Copy the page and paste it here. It is read, not kept, and not sent to anyone."),
    )  # fmt: skip


class CheckForm(CourseForm):
    """One course, and whose rules it is held against."""

    credential = forms.ChoiceField(label=_("For which credential"))
    certified_on = forms.DateField(
        label=_("Certified or last recertified on"), widget=DayInput(), required=False, validators=SOMEBODYS_DAY,
        help_text=_("If open, we assume that the course falls inside your cycle."),
    )  # fmt: skip
    cycle_ends = forms.DateField(
        label=_("Expires on"), widget=DayInput(), required=False, validators=SOMEBODYS_DAY,
        help_text=_("If your certificate shows it."),
    )  # fmt: skip

    def __init__(self, *args: Any, holdings: Sequence[Holding] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.holdings = {f"{HELD}{holding.pk}": holding for holding in holdings}
        known = [rules for rules in all_rulebooks() if current_edition(rules) is not None]
        public = [(rules.credential, f"{rules.name}, {rules.certifier.acronym}") for rules in known]
        held = [(key, rulebook(holding.credential).name) for key, holding in self.holdings.items()]
        cast(forms.ChoiceField, self.fields["credential"]).choices = (
            [(gettext("Yours"), held), (gettext("All"), public)] if held else public
        )

    @property
    def few(self) -> list[forms.BoundField]:
        """What nearly every answer hangs on."""
        return [self[name] for name in FEW]

    @property
    def more(self) -> list[forms.BoundField]:
        """What makes the answer surer, for those who know it."""
        return [self[name] for name in self.fields if name not in FEW]

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
