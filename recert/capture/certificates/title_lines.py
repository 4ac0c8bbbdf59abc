"""The lines of a page, and those that stand right under one another in one writing, as a title on several lines does."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from statistics import median

from recert.capture.certificates.paper import Paper
from recert.capture.certificates.words import Piece

LARGE = 1.4
MOST_LINES = 4
MOST_PIECES = 400
"""So many pieces no certificate has; of a page that was made to keep us busy only these are looked at."""

FIELD = re.compile(r"[A-Z][\w ./()-]{1,30}:\s+\S")

Run = tuple[Piece, ...]


class Lines:
    """The pieces of a page from top to bottom, and which of them go on with which."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.pieces = sorted(list(paper.pieces)[:MOST_PIECES], key=lambda piece: piece.top)
        self._tops = [piece.top for piece in self.pieces]

    @cached_property
    def usual(self) -> float:
        """How high most writing of the page is."""
        return median([piece.height for piece in self.pieces] or [1.0])

    @cached_property
    def _after(self) -> dict[int, Piece]:
        return {id(piece): found for piece in self.pieces if (found := self._find(piece))}

    @cached_property
    def _before(self) -> dict[int, Piece]:
        return {id(self._after[id(piece)]): piece for piece in self.pieces if id(piece) in self._after}

    def after(self, piece: Piece) -> Piece | None:
        """The line that goes on right under a line."""
        return self._after.get(id(piece))

    def before(self, piece: Piece) -> Piece | None:
        """The line that goes before right over a line."""
        return self._before.get(id(piece))

    def runs(self) -> Iterator[Run]:
        """Every line, alone and with those that go on with it."""
        for piece in self.pieces:
            run: Run = (piece,)
            yield run
            while len(run) < MOST_LINES and (more := self.after(run[-1])):
                run = (*run, more)
                yield run

    def _find(self, piece: Piece) -> Piece | None:
        low = bisect_left(self._tops, piece.bottom - 0.6 * piece.height)
        high = bisect_right(self._tops, piece.bottom + 0.9 * piece.height)
        found = next((one for one in self.pieces[low:high] if one is not piece and _goes_on(piece, one)), None)
        return None if found is None or self._are_two_fields(piece, found) else found

    def _are_two_fields(self, *lines: Piece) -> bool:
        """Whether one of two lines is the name of a field or begins with one, or both stand beside names of their own."""
        small = lines[0].height < LARGE * self.usual  # in large writing a colon divides a title
        named = [self.paper.is_name_of_field(one) or (small and FIELD.match(one.text)) for one in lines]
        before = [self.paper.before(one) for one in lines]
        return any(named) or all(one is not None and self.paper.is_name_of_field(one) for one in before)


def _goes_on(piece: Piece, under: Piece) -> bool:
    """Whether two lines are set as one text: in one size, and flush at the left or around one middle."""
    flush = abs(piece.left - under.left) < 0.5 * piece.height
    centred = abs((piece.left + piece.right) - (under.left + under.right)) < piece.height
    return under.middle > piece.middle and 0.85 < under.height / max(1e-6, piece.height) < 1.18 and (flush or centred)
