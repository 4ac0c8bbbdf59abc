"""Turn a typeset paper into the files that people hand in: clean, scanned or photographed, in many formats."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from io import BytesIO

import numpy as np
import pypdfium2
from PIL import ExifTags, Image
from pillow_heif import register_heif_opener

from evaluation.photo import photographed
from evaluation.scan import scanned
from evaluation.truth import Paper

LOOKS = ("clean", "scan", "photo")
SIDEWAYS = {6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}

register_heif_opener()


@dataclass(frozen=True)
class Handed:
    """A file as it is handed in."""

    name: str
    content: bytes


def handed_in(paper: Paper, pdf: bytes, look: str) -> Handed:
    """The paper in one of the looks; the same file whenever it is drawn."""
    chance = np.random.default_rng(zlib.crc32(f"{paper.name} {look}".encode()))
    name = f"{paper.name}-{look}"
    return {"clean": _clean, "scan": _scan, "photo": _photo}[look](paper, name, pdf, chance)


def _clean(paper: Paper, name: str, pdf: bytes, chance: np.random.Generator) -> Handed:
    """Four in five keep their text layer; the fifth is a picture, as downloaded from a site."""
    if paper.number % 5:
        return Handed(f"{name}.pdf", pdf)
    pages = _pages(pdf, 150)
    return _one_picture(name, pages[0], "PNG", "png") if len(pages) == 1 else _in_pdf(name, pages, 90)


def _scan(paper: Paper, name: str, pdf: bytes, chance: np.random.Generator) -> Handed:
    pages = [scanned(page, chance) for page in _pages(pdf, int(chance.choice([200, 240, 300])))]
    quality = int(chance.integers(45, 85))
    if len(pages) > 1 or paper.number % 3 == 0:
        return _in_pdf(name, pages, quality)
    if paper.number % 3 == 1:
        return _one_picture(name, pages[0], "JPEG", "jpg", quality=quality)
    return _one_picture(name, pages[0], "TIFF", "tif", compression="jpeg", quality=quality)


def _photo(paper: Paper, name: str, pdf: bytes, chance: np.random.Generator) -> Handed:
    """One in five is HEIC; one in three was held sideways, and half of those say so in their Exif."""
    pages = [photographed(page, chance) for page in _pages(pdf, 220)]
    quality = int(chance.integers(60, 88))
    if len(pages) > 1:
        return _in_pdf(name, pages, quality)
    (picture,) = pages
    exif = Image.Exif()
    if chance.random() < 1 / 3:
        orientation = int(chance.choice([6, 8]))
        picture = picture.transpose(SIDEWAYS[orientation])
        if chance.random() < 0.5:
            exif[ExifTags.Base.Orientation] = orientation
    if paper.number % 5 == 4:
        return _one_picture(name, picture, "HEIF", "heic", quality=quality)
    return _one_picture(name, picture, "JPEG", "jpg", quality=quality, exif=exif)


def _pages(pdf: bytes, dots: int) -> list[Image.Image]:
    """Each page at so many dots per inch, in colours."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=dots / 72).to_pil().convert("RGB") for page in document]


def _one_picture(name: str, picture: Image.Image, kind: str, ending: str, **options: object) -> Handed:
    file = BytesIO()
    picture.save(file, kind, **options)
    return Handed(f"{name}.{ending}", file.getvalue())


def _in_pdf(name: str, pages: list[Image.Image], quality: int) -> Handed:
    file = BytesIO()
    first, *others = pages
    first.save(file, "PDF", save_all=True, append_images=others, quality=quality, resolution=200)
    return Handed(f"{name}.pdf", file.getvalue())
