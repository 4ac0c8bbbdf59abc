"""The mistake that costs most: a CEU can be one hour or ten. What to ask before such a number is kept."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from django.utils.translation import gettext as _

from recert.rules.transcript import MINUTES_IN
from recert.web.base.words import word

LONG_DAY = Decimal(16 * 60)
"""More minutes than a single course is likely to take: worth one question."""


def doubt(*, quantity: Decimal, unit: str, minutes: int | None, approved_by: Collection[str]) -> str:
    """A question about the amount, or nothing where it is plausible."""
    if unit == "ceu":
        return _of_bare_ceu(minutes, approved_by)
    implied = quantity * MINUTES_IN.get(unit, 0)
    if minutes is not None and implied:
        return _of_length(quantity, unit, implied, minutes)
    if unit == "iacet_ceu" and implied >= LONG_DAY:
        said = _(
            "%(quantity)s IACET CEUs would be %(hours)s hours. Does the certificate say so, or does it mean hours?"
        )
        return said % {"quantity": quantity, "hours": _short(implied / 60)}
    return ""


def _of_bare_ceu(minutes: int | None, approved_by: Collection[str]) -> str:
    if minutes is not None or {"aama", "iacet"} & set(approved_by):
        return ""
    return _(
        "“CEU” alone can mean one hour (AAMA) or ten hours (IACET). Look for a name beside it, or say below who approved "
        "it or how many minutes it took."
    )


def _of_length(quantity: Decimal, unit: str, implied: Decimal, minutes: int) -> str:
    if implied < 5 * minutes and minutes < 5 * implied:
        return ""
    said = _("%(quantity)s × %(unit)s would take %(implied)s minutes, but you wrote %(minutes)s. Which is right?")
    return said % {"quantity": quantity, "unit": word(unit, "unit"), "implied": _short(implied), "minutes": minutes}


def _short(amount: Decimal) -> str:
    return f"{amount.normalize():f}"
