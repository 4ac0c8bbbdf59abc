"""Write small transcript files the way people's programs write them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

from openpyxl import Workbook

from recert.capture.transcripts import read_transcript
from recert.rules.transcript import Activity

Cells = Sequence[object]


def csv(*lines: str) -> bytes:
    return "\n".join(lines).encode()


def xlsx(**sheets: Sequence[Cells]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


def read(*lines: str) -> tuple[Activity, ...]:
    return read_transcript("ce.csv", csv(*lines)).activities


def only(header: str, row: str) -> Activity:
    """The one activity of a file that also says 2024-03-14 and, unless the header names them, one contact hour."""
    usual = {"earned_on": "2024-03-14", "quantity": "1", "unit": "contact_hour"}
    left = {name: value for name, value in usual.items() if name not in header.split(",")}
    (activity,) = read(",".join([header, *left]), ",".join([row, *left.values()]))
    return activity


MARCH_14 = date(2024, 3, 14)
