"""Tell from a spreadsheet's number format whether a number is shown as a day, a time or an amount, and write it so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

DATE, TIME, AMOUNT = "date", "time", "amount"
EXCEL_ZERO, MAC_ZERO = date(1899, 12, 30), date(1904, 1, 1)
BUILT_IN_DATES = {*range(14, 18), 22, *range(27, 37), *range(50, 59)}
BUILT_IN_TIMES = {*range(18, 22), *range(45, 48)}
ELAPSED = re.compile(r"\[[hms]+\]")
NOT_SIGNS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


def format_kind(number: str, codes: Mapping[str, str]) -> str:
    """Say what a cell style shows: the built-in formats by number, a workbook's own by its code.

    >>> format_kind("14", {}), format_kind("164", {"164": "m/d/yyyy"}), format_kind("165", {"165": "[h]:mm"})
    ('date', 'date', 'time')
    """
    if number not in codes:
        known = int(number)
        return DATE if known in BUILT_IN_DATES else TIME if known in BUILT_IN_TIMES else AMOUNT
    code = codes[number].lower()
    signs = NOT_SIGNS.sub("", code).partition(";")[0]
    if ELAPSED.search(code):
        return TIME
    if "general" in signs:
        return AMOUNT
    if re.search("[dy]", signs) or ("m" in signs and not re.search("[hs]", signs)):
        return DATE
    return TIME if re.search("[hs]", signs) else AMOUNT


def cell_of_date(value: float, *, counts_from_1904: bool) -> str:
    """Write a day's number as the day.

    >>> cell_of_date(45365.75, counts_from_1904=False)
    '2024-03-14'
    """
    if 0 <= value < 1:
        return cell_of_time(value)
    try:
        return ((MAC_ZERO if counts_from_1904 else EXCEL_ZERO) + timedelta(days=int(value))).isoformat()
    except OverflowError:
        return cell_of_number(value)


def cell_of_time(value: float) -> str:
    """Write a part of a day as hours and minutes, so that nobody takes it for an amount.

    >>> cell_of_time(0.0625)
    '1:30'
    """
    minutes = round(value * 24 * 60)
    return f"{minutes // 60}:{minutes % 60:02d}"


def cell_of_number(value: float) -> str:
    """Write a number as a spreadsheet shows it, to fifteen digits.

    >>> cell_of_number(0.1 + 0.2), cell_of_number(45365.0), cell_of_number(1e9)
    ('0.3', '45365', '1000000000')
    """
    text = f"{value:.15g}"
    if "e" in text:
        text = f"{value:.20f}" if abs(value) < 1 else f"{value:.0f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
