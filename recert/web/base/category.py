"""The question which category an activity belongs to: one, any of several, or divided, without a script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from recert.rules.transcript import Share, category_text, parse_category
from recert.web.base.words import word

UNKNOWN, EITHER, SPLIT, KEEP = "", "either", "split", "keep"


def fields_for(categories: Sequence[str], *, kept: str) -> dict[str, forms.Field]:
    """The fields that ask it; `kept` is a category text these fields cannot show, offered as it is."""
    choices = [(UNKNOWN, _("I do not know yet"))]
    choices += [(name, _("All of it %(category)s") % {"category": word(name).lower()}) for name in categories]
    choices += [(EITHER, _("It fits several: count it where it helps me")), (SPLIT, _("Part of it in each"))]
    if kept:
        choices.append((KEEP, _("Leave it as it is: %(text)s") % {"text": kept}))
    named = [(name, word(name)) for name in categories]
    return {
        "category": forms.ChoiceField(label=_("Category"), choices=choices, widget=forms.RadioSelect, required=False),
        "either": forms.MultipleChoiceField(
            label=_("Which ones does it fit?"), choices=named, widget=forms.CheckboxSelectMultiple, required=False
        ),
        **{f"part_{name}": _part(name) for name in categories},
    }


def _part(name: str) -> forms.DecimalField:
    label = _("How much of it is %(category)s?") % {"category": word(name).lower()}
    box = forms.NumberInput(attrs={"step": "any", "inputmode": "decimal"})
    return forms.DecimalField(label=label, required=False, min_value=0, decimal_places=4, max_digits=12, widget=box)


def initial_of(text: str, categories: Sequence[str]) -> dict[str, Any]:
    """What the fields show for a category text."""
    shares = parse_category(text)
    if not shares:
        return {"category": UNKNOWN}
    if not can_show(text, categories):
        return {"category": KEEP}
    if shares[0].quantity is not None:
        return {"category": SPLIT, **{f"part_{share.categories[0]}": share.quantity for share in shares}}
    names = shares[0].categories
    return {"category": names[0]} if len(names) == 1 else {"category": EITHER, "either": list(names)}


def in_words(text: str) -> str:
    """A category text as people read it.

    >>> in_words("clinical"), in_words("clinical|general"), in_words("clinical=2;general=1")
    ('Clinical', 'Clinical / General', 'Clinical 2, General 1')
    """
    return ", ".join(_share_in_words(share) for share in parse_category(text))


def _share_in_words(share: Share) -> str:
    names = " / ".join(map(word, share.categories))
    return names if share.quantity is None else f"{names} {share.quantity}"


def can_show(text: str, categories: Sequence[str]) -> bool:
    """Whether the fields have a place for everything the text says."""
    shares = parse_category(text)
    known = all(name in categories for share in shares for name in share.categories)
    return known and (len(shares) <= 1 or all(len(share.categories) == 1 for share in shares))


def stated(cleaned: Mapping[str, Any], categories: Sequence[str], *, kept: str) -> str:
    """The category text the answers mean."""
    answer = cleaned.get("category") or UNKNOWN
    if answer == KEEP:
        return kept
    if answer == EITHER:
        return "|".join(cleaned.get("either") or [])
    if answer == SPLIT:
        return category_text(tuple(Share((name,), part) for name, part in parts_of(cleaned, categories)))
    return str(answer)


def parts_of(cleaned: Mapping[str, Any], categories: Sequence[str]) -> list[tuple[str, Decimal]]:
    found = [(name, cleaned.get(f"part_{name}")) for name in categories]
    return [(name, part) for name, part in found if part]
