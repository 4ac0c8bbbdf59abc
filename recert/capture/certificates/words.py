"""Words with their places, and the pieces, rows and paragraphs they form on a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from recert.capture.certificates.phrases import is_label
from recert.capture.certificates.plain import plain

WIDE_GAP = 1.6
"""A gap this many times as wide as the writing is high separates a label from its value, and columns."""

CELL_GAP = 0.5
"""The same for what separates two cells under titles of columns."""

TALL = 2.0
"""So much taller than a word, another is a seal, a stamp or a name beside several lines."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands, in the page's own units from its upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float = 1.0

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Piece:
    """Words that stand side by side without a wide gap: a line of a paragraph, a label or a value."""

    words: tuple[Word, ...]

    @cached_property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @cached_property
    def left(self) -> float:
        return self.words[0].left

    @cached_property
    def right(self) -> float:
        return max(word.right for word in self.words)

    @cached_property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @cached_property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @cached_property
    def height(self) -> float:
        return median(word.height for word in self.words)

    @cached_property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    def shares_columns(self, other: Piece) -> float:
        """How much of the narrower one lies above or below the other, 0 to 1."""
        both = min(self.right, other.right) - max(self.left, other.left)
        return max(0.0, both) / max(1e-6, min(self.right - self.left, other.right - other.left))


Row = tuple[Piece, ...]
Paragraph = tuple[Piece, ...]


def rows_of(words: Iterable[Word]) -> list[Row]:
    """Put words into rows, and rows into pieces, from top to bottom and left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.middle, word.left)):
        home = next((row for row in reversed(rows[-4:]) if _on_row(word, row)), None)
        if home is None:
            rows.append([word])
        else:
            home.append(word)
    rows.sort(key=lambda row: min(word.middle for word in row))
    return list(_in_columns([_pieces(sorted(row, key=lambda word: word.left)) for row in rows]))


def _in_columns(rows: Iterable[Row]) -> Iterator[Row]:
    """Under a row of column titles, divide pieces where a word begins right under a title, or between two titles."""
    titles: Row = ()
    for row in rows:
        if titles and row[0].top - titles[0].bottom < 4 * titles[0].height:
            yield tuple(part for piece in row for part in _divided(piece, titles))
        else:
            yield row
        if len(row) >= 3 and all(is_label(plain(piece.words[-1].text)) or is_label(plain(piece.text)) for piece in row):
            titles = row


def _divided(piece: Piece, titles: Row) -> Iterator[Piece]:
    for cell in _parted(piece, _after_gaps(piece, titles)):
        if any(_share_a_middle(cell, title) for title in titles):
            yield cell
        else:
            yield from _parted(cell, (word for word in cell.words if any(_is_under(word, title) for title in titles)))


def _parted(piece: Piece, begins: Iterable[Word]) -> Iterator[Piece]:
    """The piece cut before each of these of its words."""
    starts = {id(word) for word in begins}
    words: list[Word] = []
    for word in piece.words:
        if words and id(word) in starts:
            yield Piece(tuple(words))
            words = []
        words.append(word)
    yield Piece(tuple(words))


def _is_under(word: Word, title: Piece) -> bool:
    return abs(word.left - title.left) < 0.5 * title.height


def _share_a_middle(cell: Piece, title: Piece) -> bool:
    return abs((cell.left + cell.right) - (title.left + title.right)) < 0.5 * title.height


def _after_gaps(piece: Piece, titles: Row) -> Iterator[Word]:
    """The words after the widest gap between the middles of two titles, where a column's cells stand around its middle."""
    for one, other in pairwise(titles):
        left, right = (one.left + one.right) / 2, (other.left + other.right) / 2
        if not piece.left < left < right < piece.right:
            continue
        pairs = [pair for pair in pairwise(piece.words) if left < (pair[0].right + pair[1].left) / 2 < right]
        before, after = max(pairs, key=lambda pair: pair[1].left - pair[0].right, default=(None, None))
        if before and after and after.left - before.right > CELL_GAP * min(before.height, after.height):
            yield after


def _on_row(word: Word, row: Sequence[Word]) -> bool:
    """Whether a word stands on the line of the nearest word to its left or right; a tall one beside it joins no lines."""
    low = [other for other in row if other.height <= TALL * word.height]
    near = min(low or row, key=lambda other: max(other.left - word.right, word.left - other.right))
    both = min(word.bottom, near.bottom) - max(word.top, near.top)
    return both >= 0.5 * min(word.height, near.height) and near.left != word.left


def _pieces(row: Sequence[Word]) -> Row:
    pieces: list[list[Word]] = []
    for word in row:
        before = pieces[-1][-1] if pieces else None
        if (
            before is None
            or word.left - before.right > WIDE_GAP * min(word.height, before.height)
            or _ends_label(before, word)
        ):
            pieces.append([word])
        else:
            pieces[-1].append(word)
    return tuple(Piece(tuple(piece)) for piece in pieces)


def _ends_label(before: Word, word: Word) -> bool:
    return before.text.endswith(":") and word.left - before.right > 0.8 * min(word.height, before.height)


def paragraphs_of(rows: Sequence[Row]) -> list[Paragraph]:
    """Join pieces that follow one another down a column in the same writing; labels stand alone."""
    open_ones: list[list[Piece]] = []
    lefts: dict[int, Piece] = {}
    done: list[list[Piece]] = []
    for row in rows:
        labelled = any(is_label(plain(piece.text)) for piece in row) and (len(row) > 1 or row[0].text.endswith(":"))
        for piece in row:
            home = None if labelled else next((one for one in open_ones if _continues(one, piece)), None)
            if home and _begins_a_row(home[-1], piece, row, lefts):
                home = None
            lefts[id(piece)] = row[0]
            covered = [
                one
                for one in open_ones
                if one is not home and piece.shares_columns(one[-1]) > 0 and one[-1].middle < piece.middle
            ]
            open_ones = [one for one in open_ones if one not in covered]
            done += covered
            if home is None:
                open_ones.append([piece])
            else:
                home.append(piece)
    return in_reading_order([tuple(one) for one in done + open_ones])


def _begins_a_row(last: Piece, piece: Piece, row: Row, lefts: Mapping[int, Piece]) -> bool:
    """Whether a short name of a field stands left of a piece, and another one left of the piece above it."""
    name, above = row[0], lefts[id(last)]
    return (
        len(row) == 2
        and name is not piece
        and above is not last
        and max(len(name.words), len(above.words)) <= 3
        and abs(name.left - above.left) < 0.5 * name.height
        and name.left + 0.1 * piece.right < piece.left
    )


def _continues(paragraph: Sequence[Piece], piece: Piece) -> bool:
    last = paragraph[-1]
    gap = piece.top - last.bottom
    return (
        -0.6 * last.height < gap < 0.9 * last.height
        and piece.shares_columns(last) > 0.5
        and 0.78 < piece.height / max(1e-6, last.height) < 1.28
        and not is_label(plain(last.text))
    )


def in_reading_order(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Cut the page into bands, and a band into columns, until every piece of it is one paragraph."""
    if len(paragraphs) < 2:
        return list(paragraphs)
    for first, last in ((_top, _bottom), (_left, _right)):
        groups: list[list[Paragraph]] = []
        reach = float("-inf")
        for one in sorted(paragraphs, key=first):
            if (first(one) >= reach - 0.25 * one[0].height and groups) or not groups:
                groups.append([one])
            else:
                groups[-1].append(one)
            reach = max(reach, last(one))
        if len(groups) > 1:
            return [one for group in groups for one in in_reading_order(group)]
    return sorted(paragraphs, key=lambda one: (_top(one), _left(one)))


def _top(paragraph: Paragraph) -> float:
    return paragraph[0].top


def _bottom(paragraph: Paragraph) -> float:
    return paragraph[-1].bottom


def _left(paragraph: Paragraph) -> float:
    return min(piece.left for piece in paragraph)


def _right(paragraph: Paragraph) -> float:
    return max(piece.right for piece in paragraph)
