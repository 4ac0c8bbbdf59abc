"""Read a day as people and spreadsheets write it: the month first, as in the United States."""

from __future__ import annotations

import re
from datetime import date, timedelta

from recert.capture.transcripts.remarks import CellUnreadable
from recert.capture.transcripts.words import MONTHS, folded
from recert.rules.wording import N_

EXCEL_ZERO = date(1899, 12, 30)
FIRST_YEAR, LAST_YEAR = 1950, 2100

TIME = r"(?:[T ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp]\.?[Mm]\.?)?(?: ?Z| ?UTC| ?GMT|[+-]\d{2}:?\d{2})?)?"
YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){TIME}")
MONTH_FIRST = re.compile(rf"(\d{{1,2}})([-/])(\d{{1,2}})\2(\d{{4}}|\d{{2}}){TIME}")
SERIAL = re.compile(r"(\d{5})(?:\.\d+)?")
WORDS = re.compile(r"(?:[a-z]+ )?([a-z]+) (\d{1,2})(?:st|nd|rd|th)? (\d{4}|\d{2})")
DAY_THEN_WORD = re.compile(r"(?:[a-z]+ )?(\d{1,2})(?:st|nd|rd|th)? (?:of |de )?([a-z]+) (?:de |del )?(\d{4}|\d{2})")

ONLY_MONTH = (
    re.compile(r"([a-z]+) (?:de |del )?\d{4}"),
    re.compile(r"(\d{1,2}) \d{4}"),
    re.compile(r"\d{4} (\d{1,2})"),
)

WANTED = N_("found %(found)s, wanted a day such as 2024-03-14, 3/14/2024 or Mar 14, 2024.")
MONTH_WITHOUT_DAY = N_(
    "found %(found)s, a month without its day. Write the day that the certificate has, such as 2024-03-14."
)
NO_SUCH_MONTH = N_(
    "found %(found)s, wanted a day such as 2024-03-14. Days are read with the month first and there is"
    " no month %(month)s: write the year first."
)
NO_SUCH_DAY = N_("found %(found)s, but %(year)s-%(month)s has no day %(day)s. Correct the day.")
STRANGE_YEAR = N_("found %(found)s, a day in the year %(year)s. Correct the year (1950 to 2100).")


def read_day(text: str) -> date:
    """Read a day.

    >>> read_day("3/14/2024"), read_day("14-Mar-24"), read_day("45365")
    (datetime.date(2024, 3, 14), datetime.date(2024, 3, 14), datetime.date(2024, 3, 14))

    :raises CellUnreadable: when it is not a day, or none that exists.
    """
    text = text.strip()
    if numbers := YEAR_FIRST.fullmatch(text):
        return _day(numbers[1], int(numbers[3]), numbers[4])
    if numbers := MONTH_FIRST.fullmatch(text):
        return _day(numbers[4], int(numbers[1]), numbers[3])
    if serial := SERIAL.fullmatch(text):
        return _in_range(EXCEL_ZERO + timedelta(days=int(serial[1])))
    return _written_out(text)


def holds_day(text: str) -> bool:
    """Whether a text is plainly a day, or a month of a year: not words, and not a bare number of either kind.

    >>> holds_day("3/14/2024"), holds_day("May 2024"), holds_day("Course date"), holds_day("45365")
    (True, True, False, False)
    """
    try:
        read_day(text)
    except CellUnreadable as error:
        return error.remark.wording == MONTH_WITHOUT_DAY
    return not SERIAL.fullmatch(text.strip())


def is_month_first(text: str) -> bool:
    """Whether a day was written in numbers that could also be read with the day first."""
    numbers = MONTH_FIRST.fullmatch(text.strip())
    return numbers is not None and int(numbers[3]) <= 12 and numbers[1].lstrip("0") != numbers[3].lstrip("0")


def is_day_first(text: str) -> bool:
    """Whether a day was plainly written with the day first."""
    numbers = MONTH_FIRST.fullmatch(text.strip())
    return numbers is not None and int(numbers[1]) > 12 >= int(numbers[3])


def _written_out(text: str) -> date:
    words = folded(text)
    if (parts := WORDS.fullmatch(words)) and parts[1] in MONTHS:
        return _day(parts[3], MONTHS[parts[1]], parts[2])
    if (parts := DAY_THEN_WORD.fullmatch(words)) and parts[2] in MONTHS:
        return _day(parts[3], MONTHS[parts[2]], parts[1])
    raise CellUnreadable(MONTH_WITHOUT_DAY if _is_month(words) else WANTED)


def _is_month(words: str) -> bool:
    """Whether folded words name a month of a year and nothing more: “may 2024”, “05 2024”, “2024 05”."""
    named = [found[1] for form in ONLY_MONTH if (found := form.fullmatch(words))]
    return any(name in MONTHS or (name.isdecimal() and 1 <= int(name) <= 12) for name in named)


def _day(year: str, month: int, day: str) -> date:
    if not 1 <= month <= 12:
        raise CellUnreadable(NO_SUCH_MONTH, month=str(month))
    try:
        found = date(_full_year(year), month, int(day))
    except ValueError:
        raise CellUnreadable(NO_SUCH_DAY, year=year, month=f"{month:02d}", day=str(int(day))) from None
    return _in_range(found)


def _full_year(year: str) -> int:
    if len(year) == 4:
        return int(year)
    return int(year) + (2000 if int(year) < 70 else 1900)


def _in_range(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise CellUnreadable(STRANGE_YEAR, year=str(day.year))
    return day
