"""One page as running text whose every letter remembers the word, and so the place, that it came from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from recert.capture.certificates.phrases import SPANISH, is_label
from recert.capture.certificates.plain import plain
from recert.capture.certificates.reading import Box, Field
from recert.capture.certificates.words import Paragraph, Piece, Row, Word, paragraphs_of, rows_of

MOST_WORDS = 4000
MOST_FINDS = 40
"""No certificate says a thing more often; a page that does was made to keep us busy."""


SENTENCE_END = re.compile(r"(?<!\bno)(?<!\bst)(?<!\binc)(?<!\bdr)[.;!?](?=\s)|\n\n|\s[·•|]\s")
OVERLAP = 0.45
"""Lines set close share so much of their height."""
FIELD_NUMBER = re.compile(r"(?:\d{1,2}[.)]|[a-k][.)]|[*•·])\s+(?=[a-z])")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the running text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether two stretches share words."""
        return self.start < other.end and other.start < self.end


MARK = re.compile(r"(?:\s*/\s*[^:/\n]{2,40}?)?\s*(?:\([^)\n]*\)\s*)?(?:[:|]\s*|\s-\s+)")
"""What ends the name of a field: a colon, a stroke or a dash, after its translation and a remark in brackets."""
TRANSLATED = re.compile(r"\s*/\s*[^:/\n]{2,40}$")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line that begins with the name of a field: `value` is what follows on it, `marked` that a sign ends the name."""

    piece: Piece
    name: str
    value: Span
    marked: bool

    @property
    def is_alone(self) -> bool:
        """Whether the line is nothing but the name: its value stands elsewhere."""
        return self.value.start >= self.value.end


@dataclass(frozen=True)
class Paper:
    """A page's words in reading order: `text` as printed, `folded` for comparing, letter for letter alike."""

    words: Sequence[Word]
    width: float
    height: float
    page: int = 1
    scanned: bool = False
    links: tuple[str, ...] = ()
    starts: list[int] = field(default_factory=list, repr=False)

    @cached_property
    def rows(self) -> list[Row]:
        return rows_of(self.words[:MOST_WORDS])

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        return paragraphs_of(self.rows)

    @cached_property
    def _flow(self) -> tuple[str, list[int], list[Word], dict[int, Span]]:
        text, starts, words, spans = [], [], [], {}
        length = 0
        for paragraph in self.paragraphs:
            for piece in paragraph:
                first = length
                for word in piece.words:
                    starts.append(length)
                    words.append(word)
                    text.append(word.text)
                    text.append(" ")
                    length += len(word.text) + 1
                text[-1] = "\n"
                spans[id(piece)] = Span(first, length - 1)
            text.append("\n")
            length += 1
        return "".join(text), starts, words, spans

    @cached_property
    def text(self) -> str:
        return self._flow[0]

    @cached_property
    def folded(self) -> str:
        return plain(self.text)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        return tuple(piece for paragraph in self.paragraphs for piece in paragraph)

    @cached_property
    def _row_of(self) -> dict[int, Row]:
        return {id(piece): row for row in self.rows for piece in row}

    def span_of(self, piece: Piece) -> Span:
        return self._flow[3][id(piece)]

    def piece_at(self, place: int) -> Piece:
        """The piece that holds the letter at `place`."""
        return self._places[self._place_starts[max(0, bisect_right(self._place_starts, place) - 1)]]

    @cached_property
    def _place_starts(self) -> list[int]:
        return list(self._places)

    @cached_property
    def _places(self) -> dict[int, Piece]:
        return {self.span_of(piece).start: piece for piece in self.pieces}

    def field_of(self, piece: Piece) -> Span:
        """A line without the number that stands before a field of a form: "3. Subject: ..."."""
        span = self.span_of(piece)
        number = FIELD_NUMBER.match(self.folded, span.start, span.end)
        return Span(number.end(), span.end) if number else span

    @cached_property
    def _sentences(self) -> list[int]:
        return [0, *(match.end() for match in SENTENCE_END.finditer(self.folded))]

    def sentence_at(self, place: int) -> str:
        """The folded sentence, or the line of its own, that holds the letter at `place`."""
        number = bisect_right(self._sentences, place)
        start = self._sentences[number - 1]
        return self.folded[start : self._sentences[number] if number < len(self._sentences) else None]

    def is_name_of_field(self, piece: Piece) -> bool:
        """Whether a line is nothing but the name of a field, with or without its number."""
        line = self.field_of(piece)
        return is_label(self.folded[line.start : line.end])

    def labelled(self, names: re.Pattern[str]) -> Iterator[Labelled]:
        """Every line that begins with one of these names of fields."""
        for piece in self.pieces:
            line = self.field_of(piece)
            if not (name := names.match(self.folded, line.start, line.end)):
                continue
            mark = MARK.match(self.folded, name.end(), line.end)
            start = mark.end() if mark else name.end()
            rest = self.folded[start : line.end]
            alone = not rest.strip(" :*") or (not mark and TRANSLATED.match(rest))
            yield Labelled(piece, name.group(), Span(line.end if alone else start, line.end), marked=bool(mark))

    def words_in(self, span: Span) -> list[Word]:
        starts, words = self._flow[1], self._flow[2]
        first = max(0, bisect_right(starts, span.start) - 1)
        last = max(first + 1, bisect_right(starts, span.end - 1))
        return words[first:last]

    def place_of(self, word: Word) -> Span | None:
        """Where a word of the page stands in the running text."""
        _, starts, words, _ = self._flow
        return next(
            (Span(start, start + len(one.text)) for start, one in zip(starts, words, strict=True) if one is word), None
        )

    def box(self, words: Sequence[Word]) -> Box:
        left, right = min(word.left for word in words), max(word.right for word in words)
        top, bottom = min(word.top for word in words), max(word.bottom for word in words)
        return (_part(left, self.width), _part(top, self.height), _part(right, self.width), _part(bottom, self.height))

    def field(self, value: str, span: Span, confidence: float) -> Field:
        """A field read at `span`: never surer than the least sure of its words."""
        words = self.words_in(span)
        least = min(word.confidence for word in words)
        return Field(value, round(min(confidence, least), 2), self.box(words), self.page, round(least, 2))

    def paragraph_of(self, piece: Piece) -> Paragraph:
        """The lines of running text that a piece is one of."""
        return self._paragraph_of[id(piece)]

    @cached_property
    def _paragraph_of(self) -> dict[int, Paragraph]:
        return {id(piece): paragraph for paragraph in self.paragraphs for piece in paragraph}

    def row_of(self, piece: Piece) -> Row:
        """Everything on the same row."""
        return self._row_of[id(piece)]

    def beside(self, piece: Piece) -> Piece | None:
        """The next piece to the right on the same row."""
        return next((one for one in self._row_of[id(piece)] if one.left > piece.left), None)

    def before(self, piece: Piece) -> Piece | None:
        """The next piece to the left on the same row."""
        return next((one for one in reversed(self._row_of[id(piece)]) if one.left < piece.left), None)

    def under(self, piece: Piece, reach: float = 2.2) -> Piece | None:
        """The nearest piece below that shares its columns, no further than `reach` lines."""
        below = [one for one in self.pieces if one.top >= piece.bottom - OVERLAP * piece.height and one is not piece]
        near = [
            one for one in below if one.shares_columns(piece) > 0.3 and one.top - piece.bottom < reach * piece.height
        ]
        return min(near, key=lambda one: one.top, default=None)

    def over(self, piece: Piece, reach: float = 2.2) -> Piece | None:
        """The nearest piece above that shares its columns."""
        above = [one for one in self.pieces if one.bottom <= piece.top + OVERLAP * piece.height and one is not piece]
        near = [
            one for one in above if one.shares_columns(piece) > 0.3 and piece.top - one.bottom < reach * piece.height
        ]
        return max(near, key=lambda one: one.bottom, default=None)

    def values_of(self, piece: Piece) -> Iterator[tuple[Piece, str]]:
        """What may be the value of a label: what stands beside it, else under it, else over it; never a label."""
        places = [(self.beside(piece), "beside"), (self.under(piece), "under"), (self.over(piece), "over")]
        if self.has_captions and not piece.text.endswith(":"):
            near = self.over(piece)
            places = [(near, "beside")] if near else places
        elif len(self._row_of[id(piece)]) >= 3 and not piece.text.endswith(":"):
            places = [places[1], places[0], places[2]]  # a row of column titles
        for other, where in places:
            if other and not self.is_name_of_field(other):
                yield other, where

    @cached_property
    def has_captions(self) -> bool:
        """Whether names of fields stand under their values, nearer than to what is below them."""
        votes = []
        for piece in self.pieces:
            if piece.text.endswith(":") or not is_label(plain(piece.text)):
                continue
            above, below = self.over(piece, 6), self.under(piece, 6)
            if above and below:
                up, down = piece.top - above.bottom, below.top - piece.bottom
                votes.append(not is_label(plain(above.text)) and up < 0.75 * down and piece.height < 1.3 * above.height)
            elif above:
                votes.append(
                    not is_label(plain(above.text))
                    and piece.top - above.bottom < 1.5 * piece.height
                    and self.beside(piece) is not None
                )
        return len(votes) >= 2 and sum(votes) > 0.6 * len(votes)

    @cached_property
    def is_spanish(self) -> bool:
        """Whether it is written in Spanish, or in Spanish as well."""
        return len({match.group() for match in self.find(SPANISH)}) >= 2

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        return islice(pattern.finditer(self.folded), MOST_FINDS)

    def has(self, pattern: re.Pattern[str]) -> bool:
        return pattern.search(self.folded) is not None

    def times(self, text: str) -> int:
        """How often a text is printed, in whatever lines."""
        return self.folded.replace("\n", " ").count(plain(text))

    def printed(self, span: Span) -> str:
        """What is printed there, in one line."""
        return " ".join(self.text[span.start : span.end].split())


def _part(length: float, whole: float) -> float:
    return round(min(1.0, max(0.0, length / whole)), 4) if whole else 0.0
