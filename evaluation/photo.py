"""Spoil a page the way a phone does: seen at an angle on a table, lit from one side, not quite sharp."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter

FRAME = (2560, 1920)


def photographed(page: Image.Image, chance: np.random.Generator) -> Image.Image:
    """The page lying on a table, as a photograph in colours."""
    frame = FRAME if page.width >= page.height else FRAME[::-1]
    seen = _seen(page.convert("RGB"), frame, chance)
    lit = _lit(np.array(seen, dtype=np.float32), chance)
    lit += chance.standard_normal((*lit.shape[:2], 1), dtype=np.float32) * chance.uniform(2, 8)
    picture = Image.fromarray(np.clip(lit, 0, 255, out=lit).astype(np.uint8))
    return picture.filter(ImageFilter.GaussianBlur(chance.uniform(0.5, 1.9)))


def _seen(page: Image.Image, frame: tuple[int, int], chance: np.random.Generator) -> Image.Image:
    """Page on table: the corners wander by a few per cent of the frame, as in a hand's view."""
    width, height = frame
    across = min(width * 0.88 / page.width, height * 0.88 / page.height)
    half = np.array([page.width, page.height]) * across / 2
    turn = np.radians(chance.uniform(-4, 4))
    rotation = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * half
    placed = corners @ rotation.T + np.array(frame) / 2 + chance.uniform(-0.035, 0.035, (4, 2)) * np.array(frame)
    ends = np.array([[0, 0], [page.width, 0], [page.width, page.height], [0, page.height]])
    coefficients = _perspective(placed, ends)
    options = {"method": Image.Transform.PERSPECTIVE, "data": coefficients, "resample": Image.Resampling.BICUBIC}
    paper = page.transform(frame, **options)
    where = Image.new("L", page.size, 255).transform(frame, **options)
    return Image.composite(paper, _table(frame, chance), where)


def _perspective(source: np.ndarray, target: np.ndarray) -> list[float]:
    """The eight numbers with which Pillow finds, for a point of the frame, its point of the page."""
    rows = []
    for (x, y), (u, v) in zip(source, target, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
    return list(np.linalg.solve(np.array(rows), target.reshape(8)))


def _table(frame: tuple[int, int], chance: np.random.Generator) -> Image.Image:
    """A wooden table: streaks of brown, or a dark cloth."""
    width, height = (side // 8 for side in frame)
    colour = np.array(chance.choice([[120, 85, 60], [60, 62, 70], [165, 140, 110]]))
    wood = colour + chance.normal(0, 9, (height, 1, 1)) + chance.normal(0, 6, (height, width, 1))
    return Image.fromarray(np.clip(wood, 0, 255).astype(np.uint8)).resize(frame)


def _lit(picture: np.ndarray, chance: np.random.Generator) -> np.ndarray:
    """Light from one side and a soft shadow across a corner, a little yellow."""
    height, width = picture.shape[:2]
    across = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    down = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    angle = chance.uniform(0, 2 * np.pi)
    side = across * np.float32(np.cos(angle)) + down * np.float32(np.sin(angle))
    light = np.float32(chance.uniform(0.72, 0.95)) + np.float32(chance.uniform(0.05, 0.2)) * side
    edge = np.float32(chance.uniform(0.5, 1.1))
    light *= 1 - np.float32(chance.uniform(0.0, 0.3)) / (1 + np.exp((edge - side) * 12))
    warm = np.array([1.0, 1.0 - chance.uniform(0, 0.05), 1.0 - chance.uniform(0, 0.14)], dtype=np.float32)
    picture *= light[..., None]
    picture *= warm
    return picture
