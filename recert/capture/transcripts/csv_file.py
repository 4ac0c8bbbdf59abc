"""Read a CSV file as spreadsheets of many countries write it."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator

from recert.capture.transcripts.columns import HEADER_WITHIN, header_row
from recert.capture.transcripts.remarks import TranscriptUnreadable
from recert.capture.transcripts.table import (
    MOST_COLUMNS,
    MOST_SIGNS,
    Sought,
    Table,
    TableRow,
    clipped,
    is_blank,
    not_endless,
    trimmed,
    without_names,
)
from recert.rules.wording import N_

DELIMITERS = ",;\t|"

NOT_TEXT = N_("%(file)s is not a text file. Save the table as CSV (UTF-8) or XLSX and give that file.")
NO_HEADER = N_(
    "%(file)s is empty, wanted a header row that names at least the column earned_on. Save the table with its header."
)
TOO_MANY_CELLS = N_(
    "%(file)s, row %(row)s: found %(found)s cells where the header has %(wanted)s columns."
    " Put quotes around a text that contains %(delimiter)s."
)
CELL_TOO_LONG = N_(
    "%(file)s, row %(row)s: a cell holds more than %(most)s signs. Look for a quote that is opened and never closed."
)
BROKEN_QUOTES = N_("%(file)s, row %(row)s: the quotes do not close. Write each quote inside a quoted text twice.")


def table_of_csv(name: str, content: bytes, sought: Sought) -> Table:
    """Read bytes as a table.

    :raises TranscriptUnreadable: when it is no text, has no header, or a row does not fit the header.
    """
    text = _decoded(name, content)
    separator, _, rest = text.partition("\n")
    if separator.lower().startswith("sep=") and len(separator.strip()) == 5:
        return _table(name, rest, separator.strip()[4], sought, skipped=1)
    delimiter = max(DELIMITERS, key=lambda delimiter: _header_fit(text, delimiter, sought))
    return _table(name, text, delimiter, sought, skipped=0)


def _decoded(name: str, content: bytes) -> str:
    for encoding in _encodings(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _reads_as_text(text):
            return text
    raise TranscriptUnreadable(NOT_TEXT, file=name)


def _encodings(content: bytes) -> tuple[str, ...]:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ("utf-16",)
    if content[1:2] == b"\0":
        return ("utf-16-le",)
    if content[:1] == b"\0":
        return ("utf-16-be",)
    return ("utf-8-sig", "cp1252")


def _reads_as_text(text: str) -> bool:
    return not any((sign < " " and sign not in "\t\n\r\f\v\x1a") or sign == "\x7f" for sign in set(text))


def _header_fit(text: str, delimiter: str, sought: Sought) -> tuple[bool, int, int]:
    fits = [(*sought.recognised(row), len(row)) for _, row in _first_rows(text, delimiter, sought) if len(row) > 1]
    return max(fits, default=(False, 0, 0))


def _first_rows(text: str, delimiter: str, sought: Sought) -> list[tuple[int, tuple[str, ...]]]:
    rows = []
    try:
        for number, row in enumerate(_records(text, delimiter), start=1):
            if not is_blank(row):
                rows.append((number, row[: MOST_COLUMNS + 1]))
            if len(rows) == HEADER_WITHIN or number > sought.most_rows:
                break
    except csv.Error:
        pass  # what is wrong is said with its row when the whole file is read
    return rows


def _records(text: str, delimiter: str) -> Iterator[tuple[str, ...]]:
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True, strict=True):
        yield tuple(map(clipped, row))


def _table(name: str, text: str, delimiter: str, sought: Sought, *, skipped: int) -> Table:
    first = [row for _, row in _first_rows(text, delimiter, sought)]
    header_at = header_row(first, sought.recognised)
    header = without_names(first) if header_at is None else None
    rows: list[TableRow] = []
    number, seen = skipped, 0
    try:
        for number, row in enumerate(_records(text, delimiter), start=skipped + 1):
            not_endless(name, number, sought)
            if is_blank(row):
                continue
            if header is None:
                header = row if seen == header_at else None
                seen += 1
            else:
                rows.append(TableRow(number, _fitted(name, number, row, header, delimiter)))
            if len(rows) > sought.most_rows:
                break
    except csv.Error as error:
        wording = CELL_TOO_LONG if "field larger" in str(error) else BROKEN_QUOTES
        raise TranscriptUnreadable(wording, file=name, row=str(number + 1), most=f"{MOST_SIGNS:,}") from None
    if header is None:
        raise TranscriptUnreadable(sought.says(NO_HEADER), file=name)
    return Table(header=trimmed(header), rows=tuple(rows), form="csv", named=header_at is not None)


def _fitted(name: str, number: int, row: tuple[str, ...], header: tuple[str, ...], delimiter: str) -> tuple[str, ...]:
    filled = trimmed(row)
    if len(filled) > len(header):
        raise TranscriptUnreadable(
            TOO_MANY_CELLS,
            file=name,
            row=str(number),
            found=str(len(filled)),
            wanted=str(len(header)),
            delimiter={"\t": "a tab"}.get(delimiter, f"“{delimiter}”"),
        )
    return filled
