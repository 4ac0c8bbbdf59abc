"""Any file as a table of plain texts that still knows where each cell stood."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from recert.capture.transcripts.remarks import TranscriptUnreadable
from recert.rules.wording import N_

MOST_BYTES = 5_000_000
MOST_ROWS = 20_000
SCANNED_PER_ROW = 10
"""Rows looked at, blank ones included, for each that a file may have."""
MOST_COLUMNS = 200
MOST_SIGNS = 2_000
"""The longest text one cell may hold."""


class TableRow(NamedTuple):
    """A row as a spreadsheet numbers it, or an activity's place in a JSON list."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A header and what stands below it, blank rows left out."""

    header: tuple[str, ...]
    rows: tuple[TableRow, ...]
    form: Literal["csv", "xlsx", "json", "pdf"]
    sheet: str = ""
    unread_sheets: tuple[str, ...] = ()
    named: bool = True
    """Whether the file has a header; without one the columns go by their letters and the first row is a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What a file is read for: what its header looks like, how large it may be, and how to speak of it."""

    recognised: Callable[[tuple[str, ...]], tuple[bool, int]]
    """How much a row looks like the header: whether it names what no such file lacks, and how many fields."""
    most_bytes: int
    most_rows: int
    from_elsewhere: bool = False
    """Whether exports of certifiers and trackers are read as well: PDF tables, a column to each category."""
    wordings: Mapping[str, str] = field(default_factory=dict)
    """Sentences about a transcript → the same about this kind of file."""

    def says(self, wording: str) -> str:
        return self.wordings.get(wording, wording)


def letter(index: int) -> str:
    """Name a column as spreadsheets do.

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    name = ""
    while index >= 0:
        name = chr(ord("A") + index % 26) + name
        index = index // 26 - 1
    return name


def nameless(index: int) -> str:
    """What a column is called that the file gives no name."""
    return f"column ({letter(index)})"


def without_names(rows: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """A header for rows that have none."""
    return tuple(map(nameless, range(max(len(trimmed(row)) for row in rows))))


def is_blank(cells: tuple[str, ...]) -> bool:
    return not any(cell.strip() for cell in cells)


GOES_ON = N_("%(file)s goes on beyond row %(most)s. Delete the empty rows around the transcript.")
TOO_MANY_ROWS = N_("%(file)s has more than %(most)s rows. A transcript is one person's: split the file.")
TOO_MANY_COLUMNS = N_("%(file)s has more than %(most)s columns. Keep only those of the transcript.")


def not_endless(name: str, number: int, sought: Sought) -> None:
    """Refuse to look further.

    :raises TranscriptUnreadable: when a row's number is beyond what such a file has.
    """
    most = sought.most_rows * SCANNED_PER_ROW
    if number > most:
        raise TranscriptUnreadable(sought.says(GOES_ON), file=name, most=f"{most:,}")


def clipped(text: str) -> str:
    """Cut a cell just beyond what one may hold, so that no later step chews on megabytes."""
    return text[: MOST_SIGNS + 1]


def trimmed(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Drop the blank cells behind the last filled one."""
    end = len(cells)
    while end and not cells[end - 1].strip():
        end -= 1
    return cells[:end]


def within_limits(name: str, table: Table, sought: Sought) -> Table:
    """Refuse a table that nobody needs.

    :raises TranscriptUnreadable: when it has more rows or columns than such a file may.
    """
    if len(table.rows) > sought.most_rows:
        raise TranscriptUnreadable(sought.says(TOO_MANY_ROWS), file=name, most=f"{sought.most_rows:,}")
    if len(table.header) > MOST_COLUMNS:
        raise TranscriptUnreadable(sought.says(TOO_MANY_COLUMNS), file=name, most=str(MOST_COLUMNS))
    return table
