"""The ways in which certificates print a day."""

from __future__ import annotations

from datetime import date

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
MESES = [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
]


def printed(day: str) -> dict[str, str]:
    """
    >>> printed("2027-10")["month"], printed("2025-05-16")["dashed"], printed("2025-05-06")["long"]
    ('10/2027', '16-May-2025', 'May 6, 2025')
    """
    year, month, number = (int(part) for part in f"{day}-1".split("-")[:3])
    name, mes = MONTHS[month - 1], MESES[month - 1]
    return {
        "iso": day,
        "us": f"{month:02}/{number:02}/{year}",
        "short": f"{month}/{number}/{year}",
        "two": f"{month}/{number}/{year % 100:02}",
        "long": f"{name} {number}, {year}",
        "upper": f"{name} {number}, {year}".upper(),
        "dashed": f"{number:02}-{name[:3]}-{year}",
        "spoken": f"this {_ordinal(number)} day of {name}, {year}",
        "weekday": f"{date(year, month, number):%A}, {name} {number}, {year}",
        "month": f"{month:02}/{year}",
        "monthname": f"{name} {year}",
        "es": f"{number} de {mes} de {year}",
        "es_numbers": f"{number:02}/{month:02}/{year}",
        "abbreviated": f"{name[:3]} {number}, {year}",
    }


def is_day(value: str) -> bool:
    """Whether a text is an ISO day or month."""
    return len(value) in {7, 10} and value[:4].isdigit() and value[4] == "-" and value[-2:].isdigit()


def _ordinal(number: int) -> str:
    ending = "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
