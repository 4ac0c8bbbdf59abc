"""Words seen on a picture by RapidOCR: slower, and right on photos taken at an angle or in poor light."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from omegaconf import OmegaConf
from PIL import Image

from recert.capture.certificates.words import Word


@contextmanager
def _read_once() -> Iterator[None]:
    """The engine reads its long table of models twice when it is imported."""
    load = OmegaConf.load
    OmegaConf.load = staticmethod(cache(load))  # type: ignore[method-assign]
    try:
        yield
    finally:
        OmegaConf.load = staticmethod(load)  # type: ignore[method-assign]


with _read_once():
    from rapidocr import RapidOCR
    from rapidocr.utils.process_img import get_rotate_crop_image

Corners = NDArray[np.float32]
LONGEST = 960
LEAST_SURE = 0.5
"""What the reader itself believes less is no writing."""
STEEPEST = 0.05
AIR = 0.2
"""So much of their height is taken in around words, for the other reader cuts them close."""
FINDING = 2
"""Threads that look for lines on a page, which share the work well: the same work, done in a good half of the time."""
READING = 1
"""Threads that read one line: two wait for each other by spinning, which is half as much work again."""
SIDE_BY_SIDE = 2
"""Lines that are read at the same time instead, where a second processor is free."""
LINES_AT_ONCE = 1
"""Lines read together are padded to the longest of them, which takes twice the work and loses spaces between words."""
NARROWEST = [3, 48, 32]
"""Colours, height and least width of a line: the default pads every short line to ten times this."""


@cache
def _engine(threads: int) -> Any:
    """An engine opens only those of its models that it is asked for."""
    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.max_side_len": 2600,
            "Det.limit_type": "max",
            "Det.limit_side_len": LONGEST,
            "Rec.rec_batch_num": LINES_AT_ONCE,
            "Rec.rec_img_shape": NARROWEST,
            "EngineConfig.onnxruntime.intra_op_num_threads": threads,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


@cache
def load() -> None:
    """Open the models before they are needed."""
    nothing = Image.new("RGB", (64, 64))
    lines_on(nothing)
    words_on(nothing, [np.array([[0, 0], [64, 0], [64, 48], [0, 48]], np.float32)])


def lines_on(picture: Image.Image) -> list[Corners]:
    """Where there is writing on an upright page: the corners of each line, from the upper left one clockwise."""
    found = _engine(FINDING)(_colours(picture), use_det=True, use_cls=False, use_rec=False)
    return [] if found.boxes is None else [np.asarray(corners, np.float32) for corners in found.boxes]


def sides_of(corners: Corners) -> tuple[float, float]:
    """How wide and how high a line is."""
    across, down = corners[1] - corners[0], corners[3] - corners[0]
    return max(1.0, float(np.linalg.norm(across))), max(1.0, float(np.linalg.norm(down)))


def around(words: Sequence[Word]) -> Corners:
    """The corners of the line that words stand on, which may run a little up or down."""
    places = np.array([((word.left + word.right) / 2, word.middle) for word in words])
    slope = np.clip(np.polyfit(places[:, 0], places[:, 1], 1)[0], -STEEPEST, STEEPEST) if len(words) >= 3 else 0.0
    risen = [slope * place for place in places[:, 0]]
    air = AIR * max(word.height for word in words)
    top = min(word.top - rise for word, rise in zip(words, risen, strict=True)) - air
    bottom = max(word.bottom - rise for word, rise in zip(words, risen, strict=True)) + air
    left, right = min(word.left for word in words) - air, max(word.right for word in words) + air
    flat = np.array([[left, top], [right, top], [right, bottom], [left, bottom]])
    flat[:, 1] += slope * flat[:, 0]
    return flat.astype(np.float32)


def words_on(picture: Image.Image, lines: Sequence[Corners]) -> list[list[Word]]:
    """The words of each line with their places and confidence, 0 to 1; no line stands on its head."""
    if not lines:
        return []
    page = _colours(picture)
    with ThreadPoolExecutor(SIDE_BY_SIDE) as readers:
        return list(readers.map(lambda corners: _words_of(page, corners), lines))


def _words_of(page: NDArray[np.uint8], corners: Corners) -> list[Word]:
    seen = _engine(READING).recognize_txt([get_rotate_crop_image(page, corners.copy())])
    text, sure = seen.txts[0], float(seen.scores[0])
    return _words(corners, text, sure) if sure >= LEAST_SURE else []


def _colours(picture: Image.Image) -> NDArray[np.uint8]:
    """Blue, green and red, as the engine wants them; in one piece, for it would copy a mere view again for every line."""
    return np.ascontiguousarray(np.asarray(picture.convert("RGB"))[:, :, ::-1])


def _words(corners: Any, text: str, sure: float) -> list[Word]:
    """The words of one line of writing, each where its letters would be if all were equally wide."""
    left, right = float(min(corners[0][0], corners[3][0])), float(max(corners[1][0], corners[2][0]))
    top, bottom = float((corners[0][1] + corners[1][1]) / 2), float((corners[2][1] + corners[3][1]) / 2)
    slope = float((corners[1][1] - corners[0][1]) / max(1.0, right - left))
    step = (right - left) / max(1, len(text))
    words, start = [], 0
    for part in text.split(" "):
        if part:
            down = slope * step * (start + len(part) / 2 - len(text) / 2)
            words.append(
                Word(
                    part,
                    left + step * start,
                    top + down,
                    left + step * (start + len(part)),
                    bottom + down,
                    round(sure, 3),
                )
            )
        start += len(part) + 1
    return words
