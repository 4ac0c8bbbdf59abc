"""A point that the readers left out: `.5` seen as 5 is ten times too much, so the picture itself is looked at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import cv2
import numpy as np
from PIL import Image

from recert.capture.certificates.questions import asked
from recert.capture.certificates.reading import Entry, Field
from recert.capture.certificates.words import Word

BEFORE, INTO = 1.2, 1.5
"""Heights of a word, before it and into it, among which its first figure and a point before that stand."""
AIR = 0.1
FIGURE, POINT = 0.45, 0.3
"""At least so much of a word's height is a figure; at most so much of a figure's is a point."""
LEAST_INK = 0.004
"""Of a figure's square: less is dirt."""
APART = 0.35
"""A point stands nearer to its figure than this, in heights of it, and to no other sign."""
DOUBTED = 0.65


class _Mark(NamedTuple):
    """A shape of ink, in pixels."""

    left: int
    top: int
    width: int
    height: int
    ink: int

    @property
    def right(self) -> int:
        return self.left + self.width

    @property
    def bottom(self) -> int:
        return self.top + self.height


def with_points_asked(picture: Image.Image, words: Sequence[Word], entry: Entry) -> Entry:
    """The entry, its amount as a question where a point may stand before a number that was read without one."""
    quantity = entry.fields.get("quantity")
    if quantity is None or not quantity.sure or not quantity.value.isdigit():
        return entry
    if not any(has_point_before(picture, word) for word in _numbers(picture, words, quantity)):
        return entry
    doubted = replace(quantity, confidence=min(quantity.confidence, DOUBTED))
    question = asked("quantity", doubted, "point")
    return replace(entry, fields={**entry.fields, "quantity": doubted}, questions=(*entry.questions, question))


def has_point_before(picture: Image.Image, word: Word) -> bool:
    """Whether a mark of the size of a point stands on the line right before a number's first figure."""
    high = word.height
    left, right = round(word.left - BEFORE * high), round(word.left + INTO * high)
    top, bottom = round(word.top - AIR * high), round(word.bottom + AIR * high)
    marks = _marks(picture.crop((left, top, right, bottom)))
    figures = [mark for mark in marks if mark.height >= FIGURE * high]
    return any(_belongs(mark, figure, figures) for mark in marks for figure in figures)


def _belongs(mark: _Mark, figure: _Mark, figures: Sequence[_Mark]) -> bool:
    """Whether a mark is the point of this figure, and none that ends what stands before."""
    high = figure.height
    is_small = max(mark.width, mark.height) <= POINT * high and mark.ink >= LEAST_INK * high * high
    on_the_line = abs(mark.bottom - figure.bottom) <= APART * high / 2
    is_near = 0 <= figure.left - mark.right <= APART * high
    is_another = any(-POINT * high <= mark.left - other.right <= APART * high for other in figures)
    return is_small and on_the_line and is_near and not is_another


def _marks(strip: Image.Image) -> list[_Mark]:
    gray = np.asarray(strip.convert("L"))
    _, ink = cv2.threshold(gray, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    _, _, found, _ = cv2.connectedComponentsWithStats(ink)
    return [_Mark(*map(int, row)) for row in found[1:]]


def _numbers(picture: Image.Image, words: Sequence[Word], quantity: Field) -> list[Word]:
    """The words that say the amount, where it was found."""
    wide, high = picture.size
    left, top, right, bottom = quantity.box
    begins = re.compile(rf"\W*{quantity.value}(?![\d.,])")
    return [
        word
        for word in words
        if begins.match(word.text)
        and left * wide <= (word.left + word.right) / 2 <= right * wide
        and top * high <= word.middle <= bottom * high
    ]
