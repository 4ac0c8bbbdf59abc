"""Amounts as plans write them."""

from __future__ import annotations

from django import template

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
    return "" if cents is None else f"{cents // 100}.{cents % 100:02d}"
