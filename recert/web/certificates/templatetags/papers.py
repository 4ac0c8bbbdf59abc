"""A field as a fact, and why something may be there already."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from django import forms, template
from django.utils.translation import gettext

from recert.actions.find_repeats import Repeat
from recert.web.base.templatetags.base import day

register = template.Library()


@register.simple_tag
def shown(bound: forms.BoundField) -> str:
    """What a field says, in words."""
    value = bound.value()
    if isinstance(bound.field, forms.ChoiceField):
        chosen = value if isinstance(value, list) else [value]
        choices = cast("Iterable[tuple[object, object]]", bound.field.choices)
        names = {str(key): str(label) for key, label in choices}
        return ", ".join(names.get(str(one), str(one)) for one in chosen)
    return day(str(value)) if bound.name == "earned_on" else str(value)


@register.filter
def said_of_repeat(repeat: Repeat) -> str:
    return gettext(repeat.wording)
