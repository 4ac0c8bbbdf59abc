"""Words seen on a picture by RapidOCR: slower, and right on photos taken at an angle or in poor light."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from PIL import Image
from rapidocr import RapidOCR

from recert.capture.certificates.words import Word

LONGEST = 960
THREADS = 1
"""Two wait for each other by spinning: half as much work again, and no sooner done where files are read side by side."""
LINES_AT_ONCE = 1
"""Lines read together are padded to the longest of them, which takes twice the work and loses spaces between words."""
NARROWEST = [3, 48, 32]
"""Colours, height and least width of a line: the default pads every short line to ten times this."""


@cache
def _engine() -> Any:
    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.max_side_len": 2600,
            "Det.limit_type": "max",
            "Det.limit_side_len": LONGEST,
            "Rec.rec_batch_num": LINES_AT_ONCE,
            "Rec.rec_img_shape": NARROWEST,
            "EngineConfig.onnxruntime.intra_op_num_threads": THREADS,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


def words_seen(picture: Image.Image) -> list[Word]:
    """Every word of an upright page with its place and confidence, 0 to 1."""
    seen = _engine()(np.asarray(picture.convert("RGB"))[:, :, ::-1], use_cls=False)  # no line stands on its head
    if seen.boxes is None:
        return []
    return [
        word
        for corners, text, sure in zip(seen.boxes, seen.txts, seen.scores, strict=True)
        for word in _words(corners, text, float(sure))
    ]


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
