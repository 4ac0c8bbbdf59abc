"""Look at a picture of a page until its words are known: the quick reader first, the patient one where it must."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib import import_module
from itertools import chain
from threading import Timer
from typing import Any

from PIL import Image

from recert.capture.certificates import tesseract
from recert.capture.certificates.straighten import evenly_lit, lies_on_its_side, straightened, turned
from recert.capture.certificates.words import Word

LARGE = 2200
CLEAR, PLAIN = 0.88, 0.93
UPSIDE_DOWN = 0.62
"""Below this confidence a page is tried the other way up."""
NEARLY = 0.5
"""Only when half as large it says half as much is a page read the other way up in full."""
SOON = 0.4
"""Seconds within which the quick reader is done with most pages that need no other."""
MOST_WRITING = 1000
"""Heights of a line that all lines of a page are long together; certificates have two or three hundred."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The words seen on a page, upright, and the page they stand on."""

    words: Sequence[Word]
    picture: Image.Image
    turns: int = 0
    """By how many quarter turns to the left the page was turned to stand upright."""

    @property
    def confidence(self) -> float:
        """How sure the reader was, each word by its length."""
        letters = sum(len(word.text) for word in self.words)
        return sum(word.confidence * len(word.text) for word in self.words) / letters if letters else 0.0

    @property
    def worth(self) -> float:
        """How much was seen, and how well."""
        return self.confidence * len(self.words)

    @property
    def is_clear(self) -> bool:
        """Whether the reader was sure of nearly everything."""
        return self.confidence >= CLEAR

    @property
    def is_plain(self) -> bool:
        """Whether there is nothing left that another reader would see better."""
        return self.confidence >= PLAIN


def quick_look(photo: Image.Image) -> Seen:
    """The words of a page turned upright and freed from its table and shadows."""
    page = straightened(photo)
    page.thumbnail((LARGE, LARGE))
    turns = 1 if lies_on_its_side(evenly_lit(page)) else 0
    seen = _read(page, turns)
    if runs_downwards(seen.words):
        turns += 1
        seen = _read(page, turns)
    if seen.confidence >= UPSIDE_DOWN or _read(page.reduce(2), turns + 2).worth < NEARLY * seen.worth:
        return seen
    return max(seen, _read(page, turns + 2), key=lambda one: one.worth)


def _read(page: Image.Image, turns: int) -> Seen:
    upright = turned(page, turns)
    return Seen(tesseract.words_seen(evenly_lit(upright)), upright, turns % 4)


def runs_downwards(words: Sequence[Word]) -> bool:
    """Whether most longer words are higher than they are wide."""
    longer = [word for word in words if len(word.text) >= 4]
    return sum(word.height > word.right - word.left for word in longer) > len(longer) / 2


def patient_look(seen: Seen) -> Seen | None:
    """The same page read by the slower reader; None where there is more writing than any certificate has."""
    reader = _patient_reader()
    lines = reader.lines_on(seen.picture)
    if _stand([reader.sides_of(line) for line in lines]):
        seen = replace(seen, picture=turned(seen.picture, 1), turns=(seen.turns + 1) % 4)
        lines = reader.lines_on(seen.picture)
    if sum(wide / high for wide, high in map(reader.sides_of, lines)) > MOST_WRITING:
        return None
    return replace(seen, words=list(chain.from_iterable(reader.words_on(seen.picture, lines))))


def _stand(sides: Sequence[tuple[float, float]]) -> bool:
    """Whether most of the longer lines are higher than they are wide."""
    longer = [(wide, high) for wide, high in sides if max(wide, high) > 2 * min(wide, high)]
    return sum(high > wide for wide, high in longer) > len(longer) / 2


def closer_look(seen: Seen, lines: Sequence[Sequence[Word]]) -> Seen:
    """The same page with these lines of it read by the slower reader."""
    reader = _patient_reader()
    again = reader.words_on(seen.picture, [reader.around(line) for line in lines])
    replaced = {id(word) for line in lines for word in line}
    kept = [word for word in seen.words if id(word) not in replaced]
    return replace(seen, words=[*kept, *chain.from_iterable(again)])


@contextmanager
def patient_reader_in_reserve() -> Iterator[None]:
    """Load the slower reader while the quick one looks, where that takes long: then it is often needed."""
    loading = Timer(SOON, lambda: _patient_reader().load())
    loading.daemon = True
    loading.start()
    try:
        yield
    finally:
        loading.cancel()


def _patient_reader() -> Any:
    """Loaded only where it is needed: that takes as long as the quick one takes for a page."""
    return import_module("recert.capture.certificates.rapid")
