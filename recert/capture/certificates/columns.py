"""Cells of a table whose neighbours are printed so close that a row or its titles became one line."""

from __future__ import annotations

from recert.capture.certificates.paper import Labelled, Paper, Span
from recert.capture.certificates.words import Piece, Word

BELOW = 3
"""So many lines under its title the first cell of a column may begin."""


def cell_under(paper: Paper, title: Labelled) -> Span | None:
    """The words in the first row under a column's title that begin no further left and before the next column.

    What stands around the middle of the title, as in a centred table, is all of it the cell.
    """
    first, following = _edges(paper, title)
    edge = first.left - 0.5 * first.height
    row = _row_below(paper, title.piece, first)
    centred = next((piece for piece in row if _is_centred(title, piece)), None)
    words = (
        list(centred.words)
        if centred
        else [word for piece in row for word in piece.words if edge <= word.left < following]
    )
    if not words:
        return None
    start, end = paper.place_of(words[0]), paper.place_of(words[-1])
    return Span(start.start, end.end) if start and end and start.start < end.end else None


def are_names(paper: Paper, name: Piece, under: Piece) -> bool:
    """Whether what stands under a name of a field is the next name of a column, each with a value beside it."""
    beside, next_beside = paper.beside(name), paper.beside(under)
    if beside is None or next_beside is None:
        return False
    alike = 0.9 < name.height / under.height < 1.1 and abs(name.left - under.left) < 0.3 * name.height
    return alike and abs(beside.left - next_beside.left) < 0.3 * beside.height


def _edges(paper: Paper, title: Labelled) -> tuple[Word, float]:
    """The first word of the title, and where the next column begins."""
    line = paper.field_of(title.piece)
    own = paper.words_in(Span(line.start, line.start + len(title.name)))
    rest = [word for word in title.piece.words if word.left > own[-1].left]
    beside = paper.beside(title.piece)
    if rest:
        return own[0], rest[0].left
    return own[0], beside.left - 0.5 * beside.height if beside else paper.width


def _is_centred(title: Labelled, piece: Piece) -> bool:
    """Whether a piece reaches as far to the left of a title that stands alone on its line as to the right of it."""
    name = title.piece
    off = (piece.left + piece.right) - (name.left + name.right)
    return title.is_alone and piece.left < name.left - 0.5 * name.height and abs(off) < 0.5 * name.height


def _row_below(paper: Paper, title: Piece, first: Word) -> tuple[Piece, ...]:
    below = [
        row
        for row in paper.rows
        if 0 <= row[0].top - title.bottom + 0.5 * first.height < BELOW * first.height and row is not paper.row_of(title)
    ]
    return min(below, key=lambda row: row[0].top, default=())
