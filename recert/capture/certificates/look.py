"""Look at a picture of a page until its words are known: the quick reader first, the patient one where it must."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module

from PIL import Image

from recert.capture.certificates import tesseract
from recert.capture.certificates.straighten import evenly_lit, lies_on_its_side, straightened, turned
from recert.capture.certificates.words import Word

LARGE = 2200
CLEAR, PLAIN = 0.88, 0.93
UPSIDE_DOWN = 0.62
"""Below this confidence a page is tried the other way up."""


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
    if seen.confidence >= UPSIDE_DOWN:
        return seen
    return max(seen, _read(page, turns + 2), key=lambda one: one.confidence * len(one.words))


def _read(page: Image.Image, turns: int) -> Seen:
    upright = turned(page, turns)
    return Seen(tesseract.words_seen(evenly_lit(upright)), upright, turns % 4)


def runs_downwards(words: Sequence[Word]) -> bool:
    """Whether most longer words are higher than they are wide."""
    longer = [word for word in words if len(word.text) >= 4]
    return sum(word.height > word.right - word.left for word in longer) > len(longer) / 2


def patient_look(seen: Seen) -> Seen:
    """The same page read by the slower reader, which is loaded only now."""
    words_seen: Callable[[Image.Image], list[Word]] = import_module("recert.capture.certificates.rapid").words_seen
    words = words_seen(seen.picture)
    if not runs_downwards(words):
        return Seen(words, seen.picture, seen.turns)
    upright = turned(seen.picture, 1)
    return Seen(words_seen(upright), upright, (seen.turns + 1) % 4)
