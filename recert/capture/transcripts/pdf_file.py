"""Read a table out of a PDF's text layer: words by where they stand, columns by the header above them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

import pypdfium2
from pypdfium2 import PdfiumError

from recert.capture.transcripts.days import read_day
from recert.capture.transcripts.remarks import CellUnreadable, TranscriptUnreadable
from recert.capture.transcripts.table import MOST_COLUMNS, MOST_SIGNS, Sought, Table, TableRow
from recert.rules.wording import N_

MOST_PAGES = 60
MOST_LETTERS = 400_000
WORD_GAP = 0.22
"""Letters farther apart than this part of their height belong to two words."""
CELL_GAP = 0.85
"""Words farther apart than this part of their height belong to two cells of a header."""
GOES_ON_WITHIN = 2.0
"""A line that follows its row within so many heights goes on with it."""

LOCKED = N_("%(file)s is locked with a password. Save it without the password and add it again.")
BROKEN = N_("%(file)s is a PDF that cannot be opened. Download it again.")
TOO_MANY_PAGES = N_(
    "%(file)s has %(found)s pages, more than a transcript (%(most)s). Save only the pages of the table."
)
NO_TEXT = N_(
    "%(file)s is a picture of a table, without text in it. Add it to your certificates, or ask for the transcript as CSV."
)
NO_TABLE = N_(
    "%(file)s holds text, but no table with a day and a title in its header. Save the table as CSV or XLSX and give that."
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or a cell of the header: its text, and where it stands from the left and from the top."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        return max(self.bottom - self.top, 1.0)


Line = list[Piece]


def table_of_pdf(name: str, content: bytes, sought: Sought) -> Table:
    """Read the first table of a PDF, over all its pages.

    :raises TranscriptUnreadable: when it cannot be opened, or shows no table.
    """
    lines = _lines_of(name, content)
    found = _header(lines, sought)
    if found is None:
        raise TranscriptUnreadable(NO_TABLE, file=name)
    header, start = found
    texts = tuple(cell.text for cell in header)
    rows = [TableRow(n, row) for n, row in enumerate(_rows(lines[start:], header, _day_column(texts, sought)), start=1)]
    return Table(header=texts, rows=tuple(rows), form="pdf")


def _lines_of(name: str, content: bytes) -> list[Line]:
    try:
        with pypdfium2.PdfDocument(content) as document:
            if len(document) > MOST_PAGES:
                raise TranscriptUnreadable(TOO_MANY_PAGES, file=name, found=str(len(document)), most=str(MOST_PAGES))
            lines = [line for page in document for line in _lines(page)]
    except PdfiumError as error:
        raise TranscriptUnreadable(LOCKED if "assword" in str(error) else BROKEN, file=name) from None
    if not lines:
        raise TranscriptUnreadable(NO_TEXT, file=name)
    return lines


def _lines(page: pypdfium2.PdfPage) -> list[Line]:
    """The words of a page, line by line from the top."""
    words = sorted(_words(page), key=lambda word: (word.top + word.bottom) / 2)
    lines: list[Line] = []
    for word in words:
        middle = (word.top + word.bottom) / 2
        if lines and lines[-1][0].top <= middle <= lines[-1][0].bottom:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word.left) for line in lines]


def _words(page: pypdfium2.PdfPage) -> Iterator[Piece]:
    """Letters put together, in the order in which the PDF holds them."""
    height, text = page.get_height(), page.get_textpage()
    word: Piece | None = None
    for index in range(min(text.count_chars(), MOST_LETTERS)):
        sign = text.get_text_range(index, 1)
        left, bottom, right, top = text.get_charbox(index, loose=True)
        letter = Piece(sign, left, right, height - top, height - bottom)
        if word and sign.strip() and _goes_on(word, letter):
            word = replace(word, text=word.text + sign, right=right)
            continue
        if word:
            yield word
        word = letter if sign.strip() else None
    if word:
        yield word


def _goes_on(word: Piece, letter: Piece) -> bool:
    same_line = word.top <= (letter.top + letter.bottom) / 2 <= word.bottom
    return same_line and -word.height < letter.left - word.right < WORD_GAP * word.height


def _cells(line: Line, gap: float = CELL_GAP) -> Line:
    """Words of a header put together into the cells they make."""
    cells: Line = []
    for word in line:
        if cells and word.left - cells[-1].right < gap * word.height:
            cells[-1] = replace(cells[-1], text=f"{cells[-1].text} {word.text}", right=word.right)
        else:
            cells.append(word)
    return cells[:MOST_COLUMNS]


def _header(lines: Sequence[Line], sought: Sought) -> tuple[Line, int] | None:
    """The header that names most fields, of one line or of two, and the place of the line after it."""
    best: tuple[int, Line, int] | None = None
    for place, line in enumerate(lines[:200]):
        one = _cells(line)
        two = _joined(one, _cells(lines[place + 1])) if place + 1 < len(lines) else one
        for cells, after in ((one, place + 1), (two, place + 2)):
            has_day, fields = sought.recognised(tuple(cell.text for cell in cells))
            if has_day and fields > max(1, best[0] if best else 0):
                best = (fields, cells, after)
    return (best[1], best[2]) if best else None


def _joined(upper: Line, lower: Line) -> Line:
    """Two lines of a header as one: what stands below a cell belongs to it."""
    cells = list(upper)
    for one in lower:
        nearest = min(range(len(cells)), key=lambda n: _apart(cells[n], one))
        if _apart(cells[nearest], one) > 0:
            cells.append(one)
        else:
            cell = cells[nearest]
            left, right = min(cell.left, one.left), max(cell.right, one.right)
            cells[nearest] = replace(cell, text=f"{cell.text} {one.text}", left=left, right=right, bottom=one.bottom)
    return sorted(cells, key=lambda cell: cell.left)


def _day_column(header: tuple[str, ...], sought: Sought) -> int:
    """The column without which the header names no day."""
    without = ((*header[:n], "", *header[n + 1 :]) for n in range(len(header)))
    return next((n for n, rest in enumerate(without) if not sought.recognised(rest)[0]), 0)


def _rows(lines: Sequence[Line], header: Line, day: int) -> Iterator[tuple[str, ...]]:
    """A row begins where the day's column holds a day; what follows closely goes on with it, the rest is no row."""
    texts = [cell.text for cell in header]
    row: list[str] | None = None
    bottom = 0.0
    for line in lines:
        cells = _in_columns(line, header)
        if _is_day(cells[day]):
            if row:
                yield _clipped(row)
            row = cells
        elif row and cells != texts and 0 <= line[0].top - bottom + line[0].height < GOES_ON_WITHIN * _height(line):
            row = [f"{had} {more}".strip() for had, more in zip(row, cells, strict=True)]
        else:
            continue
        bottom = max(word.bottom for word in line)
    if row:
        yield _clipped(row)


def _in_columns(line: Line, header: Line) -> list[str]:
    """Each word in the column that it stands under, or nearest to; words that touch stay together."""
    cells = [""] * len(header)
    for piece in _cells(line, gap=0.45):
        column = min(range(len(header)), key=lambda n: (_apart(header[n], piece), -header[n].left))
        cells[column] = f"{cells[column]} {piece.text}".strip()
    return cells


def _apart(cell: Piece, word: Piece) -> float:
    """How far two pieces stand apart from left to right; 0 where one is above the other."""
    return max(0.0, cell.left - word.right, word.left - cell.right)


def _is_day(text: str) -> bool:
    try:
        read_day(text)
    except CellUnreadable:
        return False
    return True


def _height(line: Line) -> float:
    return median(word.height for word in line)


def _clipped(row: list[str]) -> tuple[str, ...]:
    return tuple(cell[: MOST_SIGNS + 1] for cell in row)
