"""A state's answer in words."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext_lazy as _

register = template.Library()

WORDS = {
    "required": _("required"),
    "not_required": _("not required"),
    "none": _("none asked for"),
    "through_certifier": _("through your certifier"),
    "unknown": _("not known: ask the state"),
}


@register.filter
def state_word(answer: str) -> str:
    """Required, not required, none, through the certifier, or not known."""
    return str(WORDS[answer])
