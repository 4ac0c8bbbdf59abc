"""Amounts as plans write them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.translation import gettext as _

from recert.rules.money import dollars as as_typed
from recert.web.plan import words

register = template.Library()


@register.filter
def money(cents: int | None) -> str:
    """`$24`, `free`, or that nobody states it."""
    return words.price_text(cents)


@register.filter
def dollars(cents: int) -> str:
    """A sum: nothing is `$0`."""
    return words.money(cents)


@register.filter
def plain_dollars(cents: int | None) -> str:
    """As one types it: `24.50`."""
    return "" if cents is None else as_typed(cents)


@register.filter
def exam_fee(fee: Mapping[str, Any], who: str) -> str:
    """`Fee for members of the association: $125`."""
    amount = _("not known") if fee["cents"] is None else words.money(fee["cents"])
    told = _("Fee for members of the association: %(amount)s")
    return (told if who == "member" else _("Fee for everybody else: %(amount)s")) % {"amount": amount}
