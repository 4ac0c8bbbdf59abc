"""Turn a page that was scanned on its side or head: only where its lines say so and it reads better turned."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Whole = NDArray[np.int64]

SMALL = 700
CLEARLY = 1.5
"""Certificates on their side have three times as much change across columns; written upright, a third."""
ENOUGH = 40
"""Letters that must be read with certainty, running across, before a page is turned."""
LARGE, INK, STRIPS = 1400, 96, 6
"""Pixels to which a page is made smaller, darkness that is ink, and strips looked at apart, since columns differ."""
LINE_HEIGHTS = range(7, 61)
FEWEST_LINES, FEWEST_DOTS = 12, 6
HEAD_DOWN = 0.47
"""On sixty drawn papers between 0.54 and 0.97 stuck out above; on their head between 0.03 and 0.46."""
TURNS = (Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_270)


def upright(page: Image.Image) -> Image.Image:
    """The page with its writing running across, as far as that can be told; else the page as it is."""
    if not may_lie_on_its_side(page) or not _looks_so(page):
        return _head_up(page)
    readings = [(_reads(turned), turned) for turned in (page.transpose(turn) for turn in TURNS)]
    much, best = max(readings, key=lambda reading: reading[0])
    return best if much > ENOUGH else page


def _head_up(page: Image.Image) -> Image.Image:
    if not may_stand_on_its_head(page):
        return page
    turned = page.transpose(Image.Transpose.ROTATE_180)
    return turned if _reads(turned) > max(ENOUGH, _reads(page)) else page


def may_stand_on_its_head(page: Image.Image) -> bool:
    """A quick look: of what sticks out of lines of writing, more sticks out at the top (b, d, h, t) than below (g, p)."""
    dark = 255.0 - np.asarray(page.convert("L").reduce(max(1, max(page.size) // LARGE)), dtype=np.float32)
    tall, wide = dark.shape[0] // 20, dark.shape[1] // 20
    ink = dark[tall:-tall, wide:-wide] > INK
    step = ink.shape[1] // STRIPS + 1
    strips = [ink[:, start : start + step].sum(axis=1) for start in range(0, ink.shape[1], step)]
    sticking = [found for strip in strips for line in _lines(strip) if (found := _sticking_out(line)) is not None]
    above, below = (sum(part) for part in zip(*sticking, strict=True)) if sticking else (0.0, 0.0)
    return len(sticking) >= FEWEST_LINES and above < HEAD_DOWN * (above + below)


def _lines(strip: Whole) -> list[Whole]:
    """The rows with ink that stand together as high as a line of writing."""
    edges = np.diff(np.concatenate([[0], (strip > 0).astype(np.int8), [0]]))
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    return [strip[start:end] for start, end in zip(starts, ends, strict=True) if end - start in LINE_HEIGHTS]


def _sticking_out(line: Whole) -> tuple[float, float] | None:
    """The ink above and below the body of a line, whose rows hold more than half of what the fullest does."""
    body = np.flatnonzero(line > line.max() / 2)
    if line.max() < FEWEST_DOTS or body[-1] - body[0] < 2:
        return None
    return float(line[: body[0]].sum()), float(line[body[-1] + 1 :].sum())


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
