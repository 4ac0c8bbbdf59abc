"""Read how much an activity is worth, in the unit its certificate prints."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from recert.capture.transcripts.remarks import CellUnreadable, Remark
from recert.capture.transcripts.words import NOBODY_SAYS, UNIT_WORDS, folded
from recert.rules.transcript import UNITS
from recert.rules.wording import N_

MOST = 10_000
MOST_MINUTES = MOST * 60
NUMBER = re.compile(r"([+-]?\d{0,12}(?:[.,]\d*)?)(.*)", re.DOTALL)
SUM_OF = re.compile(r"^(?:total|number of) | (?:earned|awarded|completed)$")
MINUTES = re.compile(r"(\d{1,9})(?:\.0+)? ?(?:min|mins|minute|minutes|minutos|m)?\.?", re.IGNORECASE)

NO_QUANTITY = N_("it is empty, wanted the amount on the certificate, such as 1.5.")
NOT_A_NUMBER = N_("found %(found)s, wanted a plain number such as 1.5, with or without its unit (“2 contact hours”).")
THOUSAND_OR_FRACTION = N_("found %(found)s, which may be %(small)s or %(large)s. Write it with a point: %(small)s.")
NEGATIVE = N_("found %(found)s, wanted zero or more.")
TOO_MUCH = N_("found %(found)s, more than anyone earns with one activity. Correct the amount (at most 10,000).")
TOO_FINE = N_("found %(found)s, wanted at most four decimals. Round it as the certificate does.")
NO_UNIT = N_(
    "it is empty and the amount names no unit. Write what the certificate prints: contact_hour, aama_ceu,"
    " iacet_ceu, cme, college_credit, point …"
)
NOT_A_UNIT = N_("found %(found)s, wanted one of %(units)s.")
MINUTES_ARE_NO_UNIT = N_(
    "found %(found)s, wanted an amount of credit. Put the length into the column minutes and the credit here."
)
UNITS_CLASH = N_("found %(found)s, but the column unit says %(unit)s. Keep the one the certificate prints.")
WHICH_CREDIT = N_(
    "found %(found)s for a college activity. Write college_credit for a semester or quarter credit,"
    " ce_credit for any other."
)
NOT_MINUTES = N_("found %(found)s, wanted whole minutes such as 90.")
UNIT_ASSUMED = N_("The unit was read from the column's name: %(column)s as %(unit)s.")
WHICH_CREDITS = N_(
    "“Credits” alone may be CE, CME, nursing or college credits. Here they are read as: %(unit)s. If the certificate says"
    " otherwise, change the unit after you have added the activity."
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity in a unit; `remark` says what was assumed to get there, `question` what only the certificate can say."""

    quantity: Decimal
    unit: str
    remark: Remark | None = None
    question: Remark | None = None


def read_amount(quantity: str, unit: str, *, kind: str, column: str = "", kind_said: str = "") -> Amount:
    """Read quantity and unit together: either may carry the unit, and the quantity column's name may hint at it.

    So may the cell of the kind, `kind_said`: in a column of types people write “CEU” beside “Workshop”.

    >>> read_amount("1.5 CEUs", "", kind="course")
    Amount(quantity=Decimal('1.5'), unit='ceu', remark=None, question=None)

    :raises CellUnreadable: when one of them cannot be read, or they contradict each other.
    """
    number, said = _number_and_unit(_usual(quantity, unit, kind))
    stated = _units(unit, field="unit")
    if said and stated:
        both = tuple(one for one in said if one in stated) or tuple(one for one in stated if one in said)
        if not both:
            raise CellUnreadable(UNITS_CLASH, unit=stated[0])
        return _amount(number, stated if len(stated) <= len(said) else said, kind, "unit")
    if said or stated:
        return _amount(number, said or stated, kind, "quantity" if said else "unit")
    if usual := {"cpr_card": "card" if number == 1 else None, "employment": "year"}.get(kind):
        return Amount(number, usual)
    hinted = units_named(column)
    if not is_settled(hinted) and (type_named := UNIT_WORDS.get(folded(kind_said))):
        return _amount(number, type_named, kind, "unit")
    if hinted:
        meant = _amount(number, hinted, kind, "unit")
        return replace(meant, remark=Remark(UNIT_ASSUMED, {"column": f"“{column}”", "unit": meant.unit}))
    raise CellUnreadable(NO_UNIT, field="unit")


def units_named(column: str) -> tuple[str, ...]:
    """The units that the name of a column of amounts may mean, the likeliest first.

    >>> units_named("Total CEUs (earned)"), units_named("Amount")
    (('ceu', 'aama_ceu', 'iacet_ceu'), ())
    """
    return UNIT_WORDS.get(SUM_OF.sub("", folded(re.sub(r"\(.*?\)", "", column))), ())


def is_settled(units: tuple[str, ...]) -> bool:
    """Whether the first of the units may be taken. One college credit may be fifteen of any other."""
    return bool(units) and "college_credit" not in units[1:]


def read_minutes(text: str) -> int | None:
    """Read a length in whole minutes; None where nobody says."""
    if folded(text) in NOBODY_SAYS:
        return None
    minutes = MINUTES.fullmatch(text.strip())
    if minutes is None or int(minutes[1]) > MOST_MINUTES:
        raise CellUnreadable(NOT_MINUTES)
    return int(minutes[1])


def read_number(text: str) -> Decimal:
    """Read a plain number of at most four decimals; a comma may stand for the point."""
    digits = text.strip()
    if re.fullmatch(r"[1-9]\d{0,2}(,\d{3})+(\.\d*)?", digits):
        _refuse_thousands(digits)
    digits = digits.replace(",", ".")
    if not re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)", digits):
        raise CellUnreadable(NOT_A_NUMBER)
    number = Decimal(digits)
    if number < 0:
        raise CellUnreadable(NEGATIVE)
    if number > MOST:
        raise CellUnreadable(TOO_MUCH)
    if number != number.quantize(Decimal("0.0001")):
        raise CellUnreadable(TOO_FINE)
    return _shortest(number)


def _shortest(number: Decimal) -> Decimal:
    """Drop zeros behind the point, and the sign of a zero, so that equal amounts are equal texts.

    >>> _shortest(Decimal("12.500")), _shortest(Decimal("100"))
    (Decimal('12.5'), Decimal('100'))
    """
    plain = f"{abs(number):f}"
    return Decimal(plain.rstrip("0").rstrip(".") if "." in plain else plain)


def _usual(quantity: str, unit: str, kind: str) -> str:
    if quantity.strip():
        return quantity
    if kind == "cpr_card" and folded(unit) in ("", "card"):
        return "1"
    raise CellUnreadable(NO_QUANTITY)


def _number_and_unit(text: str) -> tuple[Decimal, tuple[str, ...]]:
    parts = NUMBER.fullmatch(text.strip())
    if parts is None or not parts[1].strip(".,+-"):
        raise CellUnreadable(NOT_A_NUMBER)
    words = folded(parts[2])
    if not words and parts[2].strip(" .()"):
        raise CellUnreadable(NOT_A_NUMBER)
    number = read_number(parts[1])
    if not words:
        return number, ()
    if words in {"min", "mins", "minute", "minutes", "minutos"}:
        raise CellUnreadable(MINUTES_ARE_NO_UNIT)
    if words not in UNIT_WORDS:
        raise CellUnreadable(NOT_A_NUMBER)
    return number, UNIT_WORDS[words]


def _units(text: str, *, field: str) -> tuple[str, ...]:
    words = folded(text)
    if words in NOBODY_SAYS:
        return ()
    if words not in UNIT_WORDS:
        raise CellUnreadable(NOT_A_UNIT, field=field, units=", ".join(UNITS))
    return (text.strip(),) if text.strip() in UNITS else UNIT_WORDS[words]


def _amount(number: Decimal, units: tuple[str, ...], kind: str, field: str) -> Amount:
    """The amount in the first of the units that a word may mean; “credits” alone are asked about."""
    if is_settled(units):
        return Amount(number, units[0])
    if kind == "college":
        raise CellUnreadable(WHICH_CREDIT, field=field)
    return Amount(number, units[0], question=Remark(WHICH_CREDITS, {"unit": units[0]}))


def _refuse_thousands(digits: str) -> None:
    small, large = digits.replace(",", ".", 1), digits.replace(",", "")
    if "." in digits or digits.count(",") > 1:
        raise CellUnreadable(TOO_MUCH if Decimal(large) > MOST else NOT_A_NUMBER)
    raise CellUnreadable(THOUSAND_OR_FRACTION, small=small, large=large)
