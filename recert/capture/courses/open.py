"""Find the table of courses in a workbook, or in CSV of another alphabet; what its columns mean is not known here."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from recert.capture.transcripts.csv_file import NO_HEADER
from recert.capture.transcripts.formats import OTHER_FORMAT, TOO_LARGE, table_of
from recert.capture.transcripts.remarks import TranscriptUnreadable
from recert.capture.transcripts.table import GOES_ON, TOO_MANY_COLUMNS, TOO_MANY_ROWS, Sought, TableRow
from recert.capture.transcripts.xlsx_file import FAR_RIGHT, NO_SHEET_WITH_HEADER, TOO_MANY_SHEETS
from recert.capture.transcripts.xlsx_file import TOO_LARGE as UNPACKS_TOO_LARGE

MOST_BYTES = 20 * 1024 * 1024
MOST_ROWS = 100_000
WORDINGS = {
    GOES_ON: "%(file)s goes on beyond row %(most)s. Delete the empty rows around the courses.",
    TOO_MANY_ROWS: "%(file)s has more than %(most)s rows. Save the courses as plain CSV (UTF-8), which may be longer.",
    TOO_MANY_COLUMNS: "%(file)s has more than %(most)s columns. Keep only those of the courses.",
    TOO_LARGE: "%(file)s is larger than %(most)s MB. Save the courses as plain CSV (UTF-8), which may be longer.",
    OTHER_FORMAT: "%(file)s is %(format)s, wanted CSV or XLSX. Save the courses in one of these.",
    UNPACKS_TOO_LARGE: "%(file)s unpacks to %(found)s MB, more than a list of courses needs. Save the one sheet as CSV.",
    FAR_RIGHT: "%(file)s: the cell %(cell)s stands beyond column %(most)s. Keep only the columns of the courses.",
    TOO_MANY_SHEETS: "%(file)s has more than %(most)s sheets. Save the sheet with the courses as CSV.",
    NO_HEADER: "%(file)s is empty, wanted a header row that names at least id and title.",
    NO_SHEET_WITH_HEADER: (
        "%(file)s: no sheet has a header row (looked into %(sheets)s). Name the columns in the first row,"
        " at least id and title."
    ),
}


class CoursesUnreadable(ValueError):
    """A file that is no table of courses: what was found, and what to do."""


@dataclass(frozen=True, slots=True)
class CourseTable:
    """A header, and the rows below it as a spreadsheet numbers them."""

    header: tuple[str, ...]
    rows: tuple[TableRow, ...]


def open_courses(name: str, content: bytes, *, wanted: Collection[str], columns: Collection[str]) -> CourseTable:
    """The sheet whose header names most of `columns`; it should name all that are `wanted`.

    :raises CoursesUnreadable: when it is no table, or larger than one that a person keeps.
    """

    def recognised(header: tuple[str, ...]) -> tuple[bool, int]:
        names = {cell.strip().lower() for cell in header}
        return names.issuperset(wanted), len(names.intersection(columns))

    sought = Sought(recognised=recognised, most_bytes=MOST_BYTES, most_rows=MOST_ROWS, wordings=WORDINGS)
    try:
        table = table_of(name, content, sought)
    except TranscriptUnreadable as unreadable:
        raise CoursesUnreadable(str(unreadable)) from None
    return CourseTable(table.header, table.rows)
