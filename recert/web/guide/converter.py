"""Convert between the units certificates print, exactly, by the minutes behind each."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from recert.rules.transcript import MINUTES_IN


class AmountUnreadable(ValueError):
    """The amount is not a number the converter can work with."""


@dataclass(frozen=True, slots=True)
class Converted:
    """An amount in one unit; `exact` is False where `text` is a fraction that no decimal can write out."""

    unit: str
    text: str
    exact_decimal: bool


def convert(amount: Fraction, unit: str) -> tuple[Fraction, tuple[Converted, ...]]:
    """Minutes behind an amount, and the same time in every unit whose minutes are fixed.

    >>> minutes, rows = convert(Fraction(3, 2), "iacet_ceu")
    >>> minutes, [row.text for row in rows if row.unit == "contact_hour"]
    (Fraction(900, 1), ['18'])
    """
    minutes = amount * MINUTES_IN[unit]
    return minutes, tuple(_converted(minutes / per_unit, name) for name, per_unit in MINUTES_IN.items())


def _converted(amount: Fraction, unit: str) -> Converted:
    text = decimal_text(amount)
    return Converted(unit, text if text is not None else fraction_text(amount), text is not None)


def read_amount(text: str) -> Fraction:
    """Read an amount of at most four decimals.

    :raises AmountUnreadable: a sentence saying what was found and what is wanted.
    """
    try:
        amount = Decimal(text.strip())
    except InvalidOperation:
        raise AmountUnreadable(f"“{text.strip()[:40]}” is not a number. Write the number only, such as 1.5.") from None
    if not amount.is_finite() or not 0 < amount <= 10_000 or Decimal(amount).as_tuple().exponent < -4:  # type: ignore[operator]
        raise AmountUnreadable(
            f"{text.strip()[:40]} does not fit. Write a number above 0, up to 10000, with at most 4 decimals."
        )
    return Fraction(amount)


def decimal_text(amount: Fraction) -> str | None:
    """The shortest decimal that is exactly this amount, up to six places; None where there is none.

    >>> decimal_text(Fraction(9, 5)), decimal_text(Fraction(1, 12))
    ('1.8', None)
    """
    millionths = amount * 1_000_000
    if millionths.denominator != 1:
        return None
    whole, rest = divmod(int(millionths), 1_000_000)
    return f"{whole}.{rest:06d}".rstrip("0").rstrip(".")


def fraction_text(amount: Fraction) -> str:
    """A mixed number.

    >>> fraction_text(Fraction(5, 3)), fraction_text(Fraction(1, 12))
    ('1 2/3', '1/12')
    """
    whole, rest = divmod(amount, 1)
    return f"{whole} {rest}" if whole else str(rest)
