"""Money as files, programs and forms write it."""

from __future__ import annotations


def dollars(cents: int) -> str:
    """Cents as a plain number of dollars.

    >>> dollars(1017300), dollars(5), dollars(0)
    ('10173.00', '0.05', '0.00')
    """
    return f"{cents // 100}.{cents % 100:02d}"
