"""What we ask of someone who plans: limits, formats, place, membership. Everything may be left open."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from recert.actions.plan_wishes import PlanWishes

FORMATS = [("online", _("Online")), ("live_online", _("Live online")), ("in_person", _("In person"))]
LANGUAGES = [("en", _("English")), ("es", _("Spanish"))]
PRICES = [
    ("cheapest_known", _("Leave them out of the cheapest plan only")),
    ("all", _("Use them in every plan")),
    ("known_only", _("Never use them")),
]


class WishesForm(forms.Form):
    """Dollars and hours as people write them."""

    budget = forms.DecimalField(
        label=_("Budget in dollars"), min_value=0, max_value=10_000, decimal_places=2, required=False,
        help_text=_("The most you want to spend on courses until you apply."),
        widget=forms.NumberInput(attrs={"inputmode": "decimal", "step": "any"}),
    )  # fmt: skip
    monthly = forms.DecimalField(
        label=_("Hours a month"), min_value=0, max_value=200, decimal_places=2, required=False,
        help_text=_("How much time you have for courses."),
        widget=forms.NumberInput(attrs={"inputmode": "decimal", "step": "any"}),
    )  # fmt: skip
    formats = forms.MultipleChoiceField(
        label=_("How you want to learn"), choices=FORMATS, required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Nothing ticked means any of them."),
    )  # fmt: skip
    languages = forms.MultipleChoiceField(
        label=_("Languages"), choices=LANGUAGES, required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("A listing that states no language is taken to be in English."),
    )  # fmt: skip
    near = forms.CharField(
        label=_("Your ZIP code"), max_length=10, required=False,
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "numeric", "autocomplete": "postal-code"}),
    )  # fmt: skip
    within = forms.IntegerField(
        label=_("At most so many miles away"), min_value=0, max_value=500, required=False,
        help_text=_("For what is held in person. With a ZIP code alone: 100."),
    )  # fmt: skip
    is_member = forms.BooleanField(
        label=_("I am a member of my certifier’s association"), required=False,
        help_text=_("Members pay less for some courses."),
    )  # fmt: skip
    prices = forms.ChoiceField(
        label=_("Courses whose price we do not know"), choices=PRICES, widget=forms.RadioSelect,
        help_text=_("We never treat an unknown price as free. With a budget they always stay out."),
    )  # fmt: skip
    open_areas = forms.BooleanField(
        label=_("Plan also with courses whose area nobody states"), required=False,
        help_text=_("You would then make sure that the content fits the area you need."),
    )  # fmt: skip

    def wishes(self) -> dict[str, Any]:
        """As the action reads them: cents and hundredths of an hour."""
        cleaned = self.cleaned_data
        return {
            **{name: cleaned[name] for name in ("formats", "languages", "within", "is_member", "prices", "open_areas")},
            "near": cleaned["near"].strip(),
            "budget": _hundredfold(cleaned["budget"]),
            "monthly": _hundredfold(cleaned["monthly"]),
        }


def _hundredfold(amount: Decimal | None) -> int | None:
    return None if amount is None else int(amount * 100)


def initial(wishes: PlanWishes) -> dict[str, Any]:
    """The form as it was last filled in."""
    return {
        "budget": _plain(wishes.budget),
        "monthly": _plain(wishes.monthly),
        "formats": list(wishes.formats),
        "languages": list(wishes.languages),
        "near": wishes.near,
        "within": wishes.within,
        "is_member": wishes.is_member,
        "prices": wishes.prices,
        "open_areas": wishes.open_areas,
    }


def _plain(hundredths: int | None) -> Decimal | None:
    """
    >>> _plain(2550), _plain(2000)
    (Decimal('25.5'), Decimal('20'))
    """
    if hundredths is None:
        return None
    whole, rest = divmod(hundredths, 100)
    return Decimal(f"{whole}.{rest:02d}".rstrip("0").rstrip("."))
