"""Spoil a page the way an office scanner does: grey, a little askew, noisy, sometimes faint, saved as JPEG."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter


def scanned(page: Image.Image, chance: np.random.Generator) -> Image.Image:
    """The page as it comes out of the scanner, in greys."""
    grey = page.convert("L")
    askew = grey.rotate(chance.uniform(-1.6, 1.6), Image.Resampling.BICUBIC, expand=True, fillcolor=250)
    soft = askew.filter(ImageFilter.GaussianBlur(chance.uniform(0.0, 0.7)))
    ink = np.asarray(soft, dtype=np.float32)
    faint = chance.choice([1.0, 1.0, 0.8, 0.6])  # one in four comes from a tired toner
    ink = 255 - (255 - ink) * faint - chance.uniform(0, 12)
    ink += chance.standard_normal(ink.shape, dtype=np.float32) * chance.uniform(2, 9)
    return Image.fromarray(np.clip(ink, 0, 255).astype(np.uint8))
