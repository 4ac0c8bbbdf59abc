"""The activity form as a paper fills it: sure fields given, doubtful ones first, nothing that points hang on guessed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.forms import BoundField, HiddenInput
from django.utils.translation import gettext as _

from recert.actions.read_values import NOT_CERTAIN, POINTS_HANG_ON, Found, Wording, stated
from recert.actions.suggest_category import only_one
from recert.actions.weigh_draft import WeighedDraft
from recert.web.base import category
from recert.web.base.activity_form import ActivityForm
from recert.web.base.templatetags.base import day, said
from recert.web.base.words import approver_names, word

ASKED_ABOUT_ALL = ("category", "either", "relevant")


def form_for(weighed: WeighedDraft, categories: Sequence[str], data: Any = None) -> ActivityForm:
    """`data` is what was sent; without it the form shows what was read."""
    form = ActivityForm(data, initial=initial_of(weighed, categories), categories=categories)
    for hidden in ("certificate", "note"):
        form.fields[hidden].widget = HiddenInput()
    for found in weighed.doubtful if weighed.draft.fields else ():  # of what nobody read there is nothing to doubt
        if found.name in form.fields:
            form.fields[found.name].help_text = " ".join(_asked(found))
    return form


def _asked(found: Found) -> list[str]:
    sentences = [said(_in_words(found, why)) for why in found.why]
    if found.value and found.name in POINTS_HANG_ON and found.why[0]["wording"] == NOT_CERTAIN:
        sentences.append(_("It may say “%(value)s”.") % {"value": _shown(found.name, found.value)})
    return sentences


def _in_words(found: Found, why: Wording) -> Wording:
    """The reader's question names what it found as it writes it down: ancc, 2025-10-12."""
    values = why["values"]
    return {**why, "values": {**values, "found": _shown(found.name, values["found"])}} if "found" in values else why


def _shown(name: str, value: str) -> str:
    if name == "unit":
        return word(value, "unit")
    if name == "approved_by":
        return approver_names(value)
    return day(value) if name == "earned_on" else value


def initial_of(weighed: WeighedDraft, categories: Sequence[str]) -> dict[str, Any]:
    values = stated(weighed.draft)
    for found in weighed.doubtful:
        if found.name in POINTS_HANG_ON:
            values.pop(found.name, None)
    approvers = [name for name in str(values.pop("approved_by", "")).split(";") if name]
    area = category.initial_of(only_one(weighed.suggestions), categories) if categories else {}
    return {"relevant": "", **values, "approved_by": approvers, "version": weighed.draft.version, **area}


def doubtful_fields(form: ActivityForm, weighed: WeighedDraft) -> list[BoundField]:
    """What to answer first: what was doubtful, and whatever was refused."""
    names = [found.name for found in weighed.doubtful if found.name in form.fields]
    wrong = [name for name in form.errors if name in form.fields and name not in names]
    shown = [name for name in [*names, *wrong] if name not in ASKED_ABOUT_ALL and not name.startswith("part_")]
    return [form[name] for name in shown if not form.fields[name].widget.is_hidden]
