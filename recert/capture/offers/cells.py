"""Read the cells that only offers have: money to the cent, hours to the hundredth, formats and ZIP codes."""

from __future__ import annotations

import re
from datetime import date

from recert.capture.transcripts.amounts import read_number
from recert.capture.transcripts.days import read_day
from recert.capture.transcripts.remarks import CellUnreadable
from recert.capture.transcripts.words import NOBODY_SAYS, folded
from recert.places.zips import five_digits

MOST_CENTS = 10_000_000
MONEY = re.compile(r"(?:usd ?)?\$? ?(\d{1,3}(?:,\d{3})+|\d{1,9})?(?:\.(\d{0,2})0*)?(?: ?usd)?", re.IGNORECASE)
FREE = {"free", "gratis", "no cost", "no charge"}
ONLINE = (
    "online, on line, virtual, webinar, live webinar, live online, self paced, online self paced, on demand, en linea"
)
IN_PERSON = "in person, onsite, on site, classroom, face to face, presencial"
FORMATS = {folded(word): "online" for word in ONLINE.split(",")} | {
    folded(word): "in_person" for word in IN_PERSON.split(",")
}

LIVE = {folded(word) for word in IN_PERSON.split(",")} | {"webinar", "live webinar", "live online"}
LANGUAGES = {"english": "en", "ingles": "en", "spanish": "es", "espanol": "es", "en": "en", "es": "es"}
YES, NO = {"yes", "y", "true", "1", "si"}, {"no", "n", "false", "0"}

NOT_YES_OR_NO = "found %(found)s, wanted yes or no, or nothing."
NO_PRICE = "it is empty, wanted the price in dollars, such as 45.00. Write 0.00 if it is free."
NOT_MONEY = "found %(found)s, wanted dollars and cents, such as 45.00 (0.00 if it is free)."
TOO_DEAR = "found %(found)s, wanted at most 100,000 dollars. Correct the price."
HOURS_TOO_FINE = "found %(found)s, wanted hours with at most two decimals, such as 1.25."
NOT_A_FORMAT = "found %(found)s, wanted online or in_person, or nothing."
NOT_A_ZIP = "found %(found)s, wanted the five digits of a US ZIP code, such as 97201, or nothing."


def read_money(text: str) -> int:
    """Read dollars as cents.

    >>> read_money("$1,045.5"), read_money("45"), read_money("free")
    (104550, 4500, 0)

    :raises CellUnreadable: when it is empty, no amount of money, or finer than a cent.
    """
    if folded(text) in NOBODY_SAYS:
        raise CellUnreadable(NO_PRICE)
    if folded(text) in FREE:
        return 0
    money = MONEY.fullmatch(text.strip())
    if money is None or not (money[1] or money[2]):
        raise CellUnreadable(NOT_MONEY)
    cents = int((money[1] or "0").replace(",", "")) * 100 + int((money[2] or "").ljust(2, "0"))
    if cents > MOST_CENTS:
        raise CellUnreadable(TOO_DEAR)
    return cents


def read_hours(text: str) -> int:
    """Read the learner's hours as hundredths; none where nobody says.

    >>> read_hours("1.25"), read_hours("")
    (125, 0)
    """
    if folded(text) in NOBODY_SAYS:
        return 0
    hundredths = read_number(text) * 100
    if hundredths != int(hundredths):
        raise CellUnreadable(HOURS_TOO_FINE)
    return int(hundredths)


def read_format(text: str) -> str:
    """Read how it is held; empty where nobody says."""
    words = folded(text)
    if words in NOBODY_SAYS:
        return ""
    if words not in FORMATS:
        raise CellUnreadable(NOT_A_FORMAT)
    return FORMATS[words]


def read_zip(text: str) -> str:
    """Read a ZIP code; empty where nobody says."""
    if folded(text) in NOBODY_SAYS:
        return ""
    found = five_digits(text)
    if not found:
        raise CellUnreadable(NOT_A_ZIP)
    return found


def read_live(text: str) -> bool:
    """Read whether it is held at a set time, online or not.

    >>> read_live("live webinar"), read_live("on demand")
    (True, False)
    """
    return folded(text) in LIVE


def read_language(text: str) -> str:
    """Read a language as its code where we know its name; empty where nobody says.

    >>> read_language("Spanish"), read_language("EN")
    ('es', 'en')
    """
    words = folded(text)
    return "" if words in NOBODY_SAYS else LANGUAGES.get(words, words)


def read_names(text: str) -> frozenset[str]:
    """Read names, several with `;`.

    >>> sorted(read_names("AAMA; Pack"))
    ['aama', 'pack']
    """
    return frozenset(name for piece in text.split(";") if (name := read_name(piece)))


def read_name(text: str) -> str:
    """Read the name of a bundle or an association, in small letters."""
    return " ".join(text.casefold().split())


def read_yes(text: str) -> bool:
    """Read yes; anything nobody says is no."""
    words = folded(text)
    if words in NOBODY_SAYS or words in NO:
        return False
    if words not in YES:
        raise CellUnreadable(NOT_YES_OR_NO)
    return True


def read_money_or_none(text: str) -> int | None:
    """Read dollars as cents; None where nobody says."""
    return None if folded(text) in NOBODY_SAYS else read_money(text)


def read_day_or_none(text: str) -> date | None:
    """Read a day; None where there is no limit."""
    return None if folded(text) in NOBODY_SAYS else read_day(text)
