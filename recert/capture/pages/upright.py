"""Turn a page that was scanned on its side: only where its lines run down the page and it reads better turned."""

from __future__ import annotations

import numpy as np
from PIL import Image

SMALL = 700
CLEARLY = 1.5
"""Certificates on their side have three times as much change across columns; written upright, a third."""
ENOUGH = 40
"""Letters that must be read with certainty, running across, before a page is turned."""
TURNS = (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270)


def upright(page: Image.Image) -> Image.Image:
    """The page with its writing running across, as far as that can be told; else the page as it is."""
    if not may_lie_on_its_side(page) or not _looks_so(page):
        return page
    readings = [(_reads(turned), turned) for turned in (page.transpose(turn) for turn in TURNS)]
    much, best = max(readings, key=lambda reading: reading[0])
    return best if much > ENOUGH else page


def may_lie_on_its_side(page: Image.Image) -> bool:
    """A quick look: lines of writing make the darkness of rows change more than that of columns."""
    small = page.reduce(max(1, max(page.size) // SMALL)).convert("L")
    dark = 255.0 - np.asarray(small, dtype=np.float32)
    middle = dark[dark.shape[0] // 8 : -dark.shape[0] // 8, dark.shape[1] // 8 : -dark.shape[1] // 8]
    rows, columns = middle.mean(axis=1), middle.mean(axis=0)
    return bool(np.square(np.diff(columns)).mean() > CLEARLY * np.square(np.diff(rows)).mean())


def _looks_so(page: Image.Image) -> bool:
    """A closer look, whose library is loaded only for the few pages that need it."""
    from recert.capture.certificates.straighten import evenly_lit, lies_on_its_side  # noqa: PLC0415

    return lies_on_its_side(evenly_lit(page))


def _reads(page: Image.Image) -> float:
    """How many letters of words that run across can be read, each by how sure the reader is of it."""
    from recert.capture.certificates.tesseract import words_seen  # noqa: PLC0415

    words = [word for word in words_seen(page) if len(word.text) >= 3 and word.right - word.left > word.height]
    return sum(word.confidence * len(word.text) for word in words)
