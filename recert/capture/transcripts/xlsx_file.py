"""Read an Excel workbook that may be anyone's: its first sheet with a header, within limits."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import replace
from itertools import islice

from recert.capture.transcripts.columns import HEADER_WITHIN, header_row
from recert.capture.transcripts.remarks import TranscriptUnreadable
from recert.capture.transcripts.table import MOST_COLUMNS, Sought, Table, TableRow, without_names
from recert.capture.transcripts.workbook import SheetRow, TooManyColumns, Workbook
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
FAR_RIGHT = N_("%(file)s: the cell %(cell)s stands beyond column %(most)s. Keep only the columns of the transcript.")
TOO_MANY_SHEETS = N_("%(file)s has more than %(most)s sheets. Save the sheet with the transcript as CSV.")
NO_SHEET_WITH_HEADER = N_(
    "%(file)s: no sheet has a header row (looked into %(sheets)s). Name the columns in the first row,"
    " at least earned_on."
)

BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError,
    LookupError, ValueError, ArithmeticError, SyntaxError,
)  # fmt: skip
"""What damaged archives, XML and cells raise: the packer's errors, missing parts, numbers that are none, bad XML."""


def table_of_xlsx(name: str, content: bytes, sought: Sought) -> Table:
    """Read bytes as a table.

    :raises TranscriptUnreadable: when it is no workbook, is too large, or has no sheet with a header.
    """
    try:
        _check_archive(name, content, sought)
        return _first_with_header(name, Workbook(content), sought)
    except TooManyColumns as error:
        raise TranscriptUnreadable(sought.says(FAR_RIGHT), file=name, cell=str(error), most=str(MOST_COLUMNS)) from None
    except TranscriptUnreadable:
        raise
    except BROKEN:
        raise TranscriptUnreadable(NOT_XLSX, file=name) from None


def _check_archive(name: str, content: bytes, sought: Sought) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = archive.infolist()
    if not any(member.filename.startswith("xl/") for member in members):
        raise TranscriptUnreadable(NOT_A_WORKBOOK, file=name)
    if any(member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for member in members):
        raise TranscriptUnreadable(NOT_XLSX, file=name)
    unpacked = sum(member.file_size for member in members)
    if unpacked > max(MOST_UNPACKED, 6 * sought.most_bytes) or unpacked > max(1_000_000, MOST_SQUEEZED * len(content)):
        raise TranscriptUnreadable(sought.says(TOO_LARGE), file=name, found=f"{unpacked / 1_000_000:.0f}")


def _first_with_header(name: str, book: Workbook, sought: Sought) -> Table:
    if len(book.sheets) > MOST_SHEETS:
        raise TranscriptUnreadable(sought.says(TOO_MANY_SHEETS), file=name, most=str(MOST_SHEETS))
    found: Table | None = None
    headless: Table | None = None
    unread: list[str] = []
    for title, part in book.sheets:
        most = HEADER_WITHIN if found else sought.most_rows + HEADER_WITHIN + 1
        rows = list(islice(book.rows(part, most_columns=MOST_COLUMNS), most))
        table = None if found else _table(title, rows, sought)
        if table is not None and table.named:
            found = table
        elif rows:
            headless = headless or table
            unread.append(title)
    found = found or headless
    if found is None:
        looked = ", ".join(f"“{title}”" for title in unread) or "empty sheets only"
        raise TranscriptUnreadable(sought.says(NO_SHEET_WITH_HEADER), file=name, sheets=looked)
    return replace(found, unread_sheets=tuple(title for title in unread if title != found.sheet))


def _table(title: str, rows: list[SheetRow], sought: Sought) -> Table | None:
    first = [row.cells for row in rows[:HEADER_WITHIN]]
    at = header_row(first, sought.recognised)
    if not first or (at is not None and not any(sought.recognised(first[at]))):
        return None
    below = rows if at is None else rows[at + 1 :]
    width = max(len(row.cells) for row in rows[at or 0 :])
    return Table(
        header=without_names(row.cells for row in rows) if at is None else first[at] + ("",) * (width - len(first[at])),
        rows=tuple(TableRow(row.number, row.cells) for row in below),
        form="xlsx",
        sheet=title,
        named=at is not None,
    )
