"""What a person says of rows that lack a day, an amount or a unit: it stands in for the file's own cells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from recert.capture.transcripts.amounts import read_amount, read_number
from recert.capture.transcripts.cells import read_kind
from recert.capture.transcripts.days import read_day
from recert.capture.transcripts.remarks import CellUnreadable
from recert.capture.transcripts.table import clipped

ROW = re.compile(r"\d{1,9}", re.ASCII)
REPAIRABLE = ("earned_on", "quantity", "unit")
Repairs = Mapping[int, Mapping[str, str]]
"""Row number → field → text."""


def repairs_of(document: Any) -> dict[int, dict[str, str]]:
    """Repairs as they were kept; what is of another shape, in an export that somebody edited, says nothing.

    >>> repairs_of({"2": {"unit": "cme", "title": "Wounds"}, "x": {}, "3": 4})
    {2: {'unit': 'cme'}}
    """
    rows = document.items() if isinstance(document, dict) else ()
    return {
        int(number): {field: clipped(str(texts[field])) for field in REPAIRABLE if field in texts}
        for number, texts in rows
        if ROW.fullmatch(number) and isinstance(texts, dict)
    }


def read_so_far(texts: Mapping[str, str], column: str) -> dict[str, str]:
    """Day, amount and unit as far as they can be read; `column` is the name of the amount's.

    >>> read_so_far({"earned_on": "May 2024", "quantity": "1.5"}, "Total")
    {'earned_on': '', 'quantity': '1.5', 'unit': ''}
    """
    return {"earned_on": _day(texts.get("earned_on", "")), **_amount(texts, column)}


def _day(text: str) -> str:
    try:
        return read_day(text).isoformat()
    except CellUnreadable:
        return ""


def _amount(texts: Mapping[str, str], column: str) -> dict[str, str]:
    quantity, unit, said = (texts.get(field, "") for field in ("quantity", "unit", "kind"))
    try:
        found = read_amount(quantity, unit, kind=_kind(said), column=column, kind_said=said)
    except CellUnreadable:
        return {"quantity": _number(quantity), "unit": _unit(unit)}
    # What would be a question is not filled in: it would look like somebody's answer.
    return {"quantity": f"{found.quantity:f}", "unit": "" if found.question else found.unit}


def _kind(text: str) -> str:
    try:
        return read_kind(text)
    except CellUnreadable:
        return "course"


def _number(text: str) -> str:
    try:
        return f"{read_number(text):f}"
    except CellUnreadable:
        return ""


def _unit(text: str) -> str:
    try:
        return read_amount("1", text, kind="course").unit
    except CellUnreadable:
        return ""
