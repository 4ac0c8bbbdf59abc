"""What someone looking for a course may ask; everything may be left open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from recert.actions.choose_scale import HELD
from recert.records.models import Holding
from recert.rulebooks.library import all_rulebooks, rulebook
from recert.web.base.words import APPROVERS, word
from recert.web.courses.words import FORMATS, LANGUAGES, ORDERS, SPECIALTIES

AREAS = ("administrative", "clinical", "general")
MILES = (10, 25, 50, 100)
MORE = (
    "category", "specialty", "approved_by", "format", "near", "within", "least_price", "most_price", "from_day",
    "to_day", "most_hours", "language", "order",
)  # fmt: skip


class CoursesForm(forms.Form):
    """Asked in the address, so that an answer can be kept and shared."""

    q = forms.CharField(
        label=_("What about"), max_length=120, required=False,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )  # fmt: skip
    credential = forms.ChoiceField(label=_("For which credential"), required=False)
    category = forms.ChoiceField(label=_("Area"), required=False)
    approved_by = forms.ChoiceField(label=_("Approved by"), required=False)
    format = forms.ChoiceField(label=_("How"), required=False, choices=[("", _("Any")), *FORMATS.items()])
    near = forms.CharField(label=_("Near ZIP code or city"), max_length=80, required=False)
    within = forms.ChoiceField(
        label=_("How far"), required=False,
        choices=[(str(each), format_lazy(_("{miles} miles"), miles=each)) for each in MILES],
    )  # fmt: skip
    specialty = forms.ChoiceField(label=_("Specialty"), required=False, choices=[("", _("Any")), *SPECIALTIES.items()])
    language = forms.ChoiceField(
        label=_("Language"), required=False, choices=[("", _("Any, or not stated")), *LANGUAGES.items()]
    )
    least_price = forms.IntegerField(label=_("At least, in dollars"), min_value=0, max_value=100_000, required=False)
    most_price = forms.IntegerField(label=_("At most, in dollars"), min_value=0, max_value=100_000, required=False)
    most_hours = forms.IntegerField(
        label=_("At most so many hours long"), min_value=1, max_value=10_000, required=False
    )
    from_day = forms.DateField(
        label=_("Not before"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    to_day = forms.DateField(
        label=_("Not after"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    order = forms.ChoiceField(
        label=_("In which order"), required=False, choices=[("", _("Best first")), *ORDERS.items()]
    )
    free = forms.BooleanField(label=_("Only free"), required=False)
    fills = forms.BooleanField(label=_("Only what fills my gap"), required=False)

    def __init__(self, asked: QueryDict, *, holdings: Sequence[Holding]) -> None:
        """What an address leaves out is open; for a holder the first credential they hold stands in."""
        usual = {"within": "25", "credential": f"{HELD}{holdings[0].pk}" if holdings else ""}
        super().__init__({**usual, **asked.dict()})
        held = [(f"{HELD}{each.pk}", rulebook(each.credential).name) for each in holdings]
        known = [(each.credential, each.name) for each in all_rulebooks() if each.editions]
        whose = [(_("Yours"), held), (_("All"), known)] if held else known
        self._choose("credential", [("", _("None")), *whose])
        self._choose("category", [("", _("Any")), *((area, word(area)) for area in AREAS)])
        self._choose("approved_by", [("", _("Anybody or nobody")), *APPROVERS.items()])
        if not holdings:
            del self.fields["fills"]

    def _choose(self, name: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    @property
    def main(self) -> list[forms.BoundField]:
        return [self[name] for name in ("q", "credential")]

    @property
    def ticks(self) -> list[forms.BoundField]:
        return [self[name] for name in ("free", "fills") if name in self.fields]

    @property
    def more(self) -> list[forms.BoundField]:
        return [self[name] for name in MORE]

    @property
    def asks_more(self) -> bool:
        """Whether the part that opens should stand open."""
        return any(self.data.get(name) for name in MORE if name != "within") or any(
            name in self.errors for name in MORE
        )
