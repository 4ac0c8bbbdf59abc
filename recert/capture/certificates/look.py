"""Look at a picture of a page until its words are known: the quick reader first, the patient one where it must."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module

from PIL import Image

from recert.capture.certificates import tesseract
from recert.capture.certificates.straighten import evenly_lit, lies_on_its_side, straightened
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
    lit = evenly_lit(page)
    if lies_on_its_side(lit):
        page, lit = page.transpose(Image.Transpose.ROTATE_90), lit.transpose(Image.Transpose.ROTATE_90)
    seen = Seen(tesseract.words_seen(lit), page)
    if seen.confidence >= UPSIDE_DOWN:
        return seen
    other = Seen(
        tesseract.words_seen(lit.transpose(Image.Transpose.ROTATE_180)), page.transpose(Image.Transpose.ROTATE_180)
    )
    return max(seen, other, key=lambda one: one.confidence * len(one.words))


def patient_look(seen: Seen) -> Seen:
    """The same page read by the slower reader, which is loaded only now."""
    words_seen: Callable[[Image.Image], list[Word]] = import_module("recert.capture.certificates.rapid").words_seen
    return Seen(words_seen(seen.picture), seen.picture)
