"""Letters of a text layer, and the words they form: by spaces that were typed, and by gaps wider than between letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import median

from recert.capture.certificates.words import Word

WIDE_GAP = 0.3
"""A gap this many times as wide as a letter is high ends a word, unless the whole line is set apart like that."""

TYPED_GAP = 0.17
"""The same where letters stand close to one another, as they are typed."""

TIGHT_GAP = 0.12
"""The same where letters were drawn together."""

CLOSE = 0.03
"""A gap so narrow is none: letters that stand like this were not set apart."""

APART = 0.1
"""Letters with such gaps are set apart so far that anybody may see spaces between them."""

SEEN_CLOSE, SEEN_APART = 0.02, 0.06
"""So much wider than between its letters is a space that the file's own reader sees: an A or an f makes it narrow."""

MOST_SPACES = 0.4
"""Where more letters than this seem to stand after a space, letters are set apart, not words."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter where it stands."""

    sign: str
    left: float
    top: float
    right: float
    bottom: float
    after_space: bool = False
    after_gap: bool = False
    """Whether the file's own reader sees a space before it that no letter stands for."""


def lines_of(letters: Iterable[Letter]) -> Iterator[list[Letter]]:
    """Letters that follow one another along one line."""
    line: list[Letter] = []
    for letter in letters:
        if line and _elsewhere(line[-1], letter):
            yield line
            line = []
        line.append(letter)
    if line:
        yield line


def _elsewhere(one: Letter, other: Letter) -> bool:
    height = max(1.0, min(one.bottom - one.top, other.bottom - other.top))
    back, down = other.right < one.left - height, abs(other.bottom - one.bottom) > 0.6 * height
    return back or down


def words_of(line: Sequence[Letter]) -> Iterator[Word]:
    """The words of a line; letters set apart evenly, as in a letterhead, are still one word."""
    gaps = [(two.left - one.right) / max(1.0, one.bottom - one.top) for one, two in pairwise(line)]
    usual = median([gap for gap, letter in zip(gaps, line[1:], strict=True) if not letter.after_space] or [0.0])
    limit, seen = _least_gaps(usual)
    if sum(letter.after_gap for letter in line) > MOST_SPACES * len(line):
        seen = inf
    word = [line[0]]
    for gap, letter in zip(gaps, line[1:], strict=True):
        if letter.after_space or gap > limit or (letter.after_gap and gap > seen):
            yield _word(word)
            word = []
        word.append(letter)
    yield _word(word)


def _least_gaps(usual: float) -> tuple[float, float]:
    """How wide a gap ends a word, and how wide one does in which the file's own reader sees a space."""
    if usual > APART:
        return max(WIDE_GAP, usual + 0.15), inf
    if usual > CLOSE:
        return WIDE_GAP, usual + SEEN_APART
    return (TIGHT_GAP if usual < -CLOSE / 2 else TYPED_GAP), min(usual, 0.0) + SEEN_CLOSE


def _word(letters: Sequence[Letter]) -> Word:
    text = unicodedata.normalize("NFKC", "".join(letter.sign for letter in letters)).replace("\u00ad", "")
    return Word(
        text.strip() or "?",
        min(letter.left for letter in letters),
        min(letter.top for letter in letters),
        max(letter.right for letter in letters),
        max(letter.bottom for letter in letters),
    )
