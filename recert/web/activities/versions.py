"""Two versions of one activity side by side, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Model
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from recert.actions.read_fields import FIELDS
from recert.web.base.activity_form import ActivityForm
from recert.web.base.category import in_words
from recert.web.base.stale import Pair
from recert.web.base.words import approver_names, word


def compared(theirs: Model, yours: Mapping[str, Any]) -> list[Pair]:
    """Every field, in the order the form asks them."""
    names = [name for name in ActivityForm.base_fields if name in FIELDS] + ["category"]
    return [Pair(_label(name), _shown(name, getattr(theirs, name)), _shown(name, yours[name])) for name in names]


def _label(name: str) -> str:
    return _("Category") if name == "category" else str(ActivityForm.base_fields[name].label)


def _shown(name: str, value: Any) -> str:
    if value is None or value == "":
        return "—"
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if name in ("kind", "unit"):
        return word(str(value), name)
    if name == "approved_by":
        return approver_names(str(value))
    if name == "category":
        return in_words(str(value))
    return date_format(value, "DATE_FORMAT") if name == "earned_on" else str(value)
