"""Lengths and numbers as machines read them, in linked data and exports."""

from __future__ import annotations

from decimal import Decimal


def duration(hours: Decimal) -> str:
    """Hours as ISO 8601 writes a length.

    >>> duration(Decimal("1.5")), duration(Decimal(40)), duration(Decimal("0.25"))
    ('PT1H30M', 'PT40H', 'PT15M')
    """
    whole, minutes = divmod(round(hours * 60), 60)
    return "PT" + (f"{whole}H" if whole else "") + (f"{minutes}M" if minutes or not whole else "")


def plain(number: Decimal) -> str:
    """A number without superfluous zeros and never in powers of ten.

    >>> plain(Decimal("2.0000")), plain(Decimal("30"))
    ('2', '30')
    """
    return f"{number.normalize():f}"
