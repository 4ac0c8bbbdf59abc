"""Read an Excel workbook that may be anyone's: its first sheet with a header, within limits."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from recert.capture.transcripts.columns import HEADER_WITHIN, header_row, recognised
from recert.capture.transcripts.remarks import TranscriptUnreadable
from recert.capture.transcripts.table import MOST_COLUMNS, MOST_ROWS, Table, TableRow, clipped, not_endless, trimmed
from recert.rules.wording import N_

MOST_UNPACKED = 30_000_000
MOST_SHEETS = 50
MOST_SQUEEZED = 200
"""How many times its size a workbook may unpack to; real ones reach about fifty."""

NOT_XLSX = N_(
    "%(file)s is not a readable Excel workbook. Open it in Excel, save it as XLSX or CSV, and give that file."
)
NOT_A_WORKBOOK = N_(
    "%(file)s is packed like a workbook but holds no Excel sheets (another office format?). Save it as XLSX or CSV."
)
TOO_LARGE = N_("%(file)s unpacks to %(found)s MB, as no transcript does. Save the one sheet as CSV.")
TOO_MANY_SHEETS = N_("%(file)s has more than %(most)s sheets. Save the sheet with the transcript as CSV.")
NO_SHEET_WITH_HEADER = N_(
    "%(file)s: no sheet has a header row (looked into %(sheets)s). Name the columns in the first row,"
    " at least earned_on."
)


def table_of_xlsx(name: str, content: bytes) -> Table:
    """Read bytes as a table.

    :raises TranscriptUnreadable: when it is no workbook, is too large, or has no sheet with a header.
    """
    _check_archive(name, content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of styles and extensions we do not read
            return _first_with_header(name, _sheets(name, content))
    except TranscriptUnreadable:
        raise
    except Exception:  # noqa: BLE001 a stranger's workbook may break the parser anywhere
        raise TranscriptUnreadable(NOT_XLSX, file=name) from None


def _check_archive(name: str, content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise TranscriptUnreadable(NOT_XLSX, file=name) from None
    if not any(member.filename.startswith("xl/") for member in members):
        raise TranscriptUnreadable(NOT_A_WORKBOOK, file=name)
    unpacked = sum(member.file_size for member in members)
    if unpacked > MOST_UNPACKED or unpacked > max(1_000_000, MOST_SQUEEZED * len(content)):
        raise TranscriptUnreadable(TOO_LARGE, file=name, found=f"{unpacked / 1_000_000:.0f}")


def _sheets(name: str, content: bytes) -> Iterator[tuple[str, list[tuple[int, tuple[str, ...]]]]]:
    from openpyxl import load_workbook  # noqa: PLC0415 it takes longer to import than a CSV file takes to read

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        if len(book.worksheets) > MOST_SHEETS:
            raise TranscriptUnreadable(TOO_MANY_SHEETS, file=name, most=str(MOST_SHEETS))
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            yield sheet.title, _filled_rows(name, sheet)
    finally:
        book.close()


def _filled_rows(name: str, sheet: Any) -> list[tuple[int, tuple[str, ...]]]:
    rows: list[tuple[int, tuple[str, ...]]] = []
    for number, values in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS + 1, values_only=True), start=1):
        not_endless(name, number)
        if len(rows) > MOST_ROWS + HEADER_WITHIN:
            break
        if values.count(None) == len(values):
            continue
        cells = trimmed(tuple(clipped(_text(value)) for value in values))
        if cells:
            rows.append((number, cells))
    return rows


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return _digits(value)
    return str(value)


def _digits(value: float) -> str:
    """Write a number as Excel shows it, to fifteen digits.

    >>> _digits(0.1 + 0.2), _digits(45365.0), _digits(1e9)
    ('0.3', '45365', '1000000000')
    """
    text = f"{value:.15g}"
    if "e" in text:
        text = f"{value:.20f}" if abs(value) < 1 else f"{value:.0f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _first_with_header(name: str, sheets: Iterator[tuple[str, list[tuple[int, tuple[str, ...]]]]]) -> Table:
    found: Table | None = None
    unread: list[str] = []
    for title, rows in sheets:
        table = _table(title, rows)
        if found is None and table is not None:
            found = table
        elif rows:
            unread.append(title)
    if found is None:
        looked = ", ".join(f"“{title}”" for title in unread) or "empty sheets only"
        raise TranscriptUnreadable(NO_SHEET_WITH_HEADER, file=name, sheets=looked)
    return Table(header=found.header, rows=found.rows, form="xlsx", sheet=found.sheet, unread_sheets=tuple(unread))


def _table(title: str, rows: list[tuple[int, tuple[str, ...]]]) -> Table | None:
    first = [cells[: MOST_COLUMNS + 1] for _, cells in rows[:HEADER_WITHIN]]
    at = header_row(first)
    if not first or not any(recognised(first[at])):
        return None
    width = max(len(cells) for _, cells in rows[at:])
    header = rows[at][1] + ("",) * (width - len(rows[at][1]))
    return Table(
        header=header,
        rows=tuple(TableRow(number, cells) for number, cells in rows[at + 1 :]),
        form="xlsx",
        sheet=title,
    )
