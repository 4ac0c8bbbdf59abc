"""Draw the pages of one paper as upright JPEGs that are small and still legible: run only in the child process."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps, UnidentifiedImageError

from recert.capture.pages.upright import upright

LONGEST = 1650
"""Dots along a page's longer side: 150 to the inch on US Letter, at which print of six points can be read."""
QUALITY = 72
MOST_DOTS = 60_000_000
MOST_PAGES = 40


class CannotBeDrawn(ValueError):
    """A file that is no picture and no PDF, or one that needs too much."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One page as a JPEG, with its size in dots."""

    jpeg: bytes
    width: int
    height: int


def draw(path: Path) -> Iterator[Drawn]:
    """The pages of a paper, in order.

    :raises CannotBeDrawn: with what was found.
    """
    with path.open("rb") as file:
        start = file.read(1024)
    yield from _of_pdf(path) if b"%PDF-" in start else _of_picture(path)


def _of_pdf(path: Path) -> Iterator[Drawn]:
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        raise CannotBeDrawn("a PDF that cannot be opened") from None
    with document:
        for number in range(min(len(document), MOST_PAGES)):
            yield _of_page(document[number])


def _of_page(page: pypdfium2.PdfPage) -> Drawn:
    if (photo := _photograph(page)) is not None:
        return _as_jpeg(photo)
    longest = max(page.get_size()) or 1
    return _as_jpeg(page.render(scale=LONGEST / longest, rev_byteorder=True).to_pil())


def _photograph(page: pypdfium2.PdfPage) -> Image.Image | None:
    """The photograph a scanned page consists of, where it is nothing else: quicker than drawing it whole, and as sharp."""
    objects = list(islice(page.get_objects(max_depth=1), 2))
    if len(objects) != 1 or not isinstance(objects[0], pypdfium2.PdfImage) or page.get_rotation():
        return None
    image = objects[0]
    a, b, c, d, left, bottom = image.get_matrix().get()
    width, height = page.get_size()
    fills = abs(a - width) < 1 and abs(d - height) < 1 and abs(left) < 1 and abs(bottom) < 1 and not (b or c)
    if not fills or image.get_filters() != ["DCTDecode"]:
        return None
    picture = Image.open(BytesIO(image.get_data()))
    _decode_small(picture)
    return picture if picture.mode in {"L", "RGB"} else None


def _of_picture(path: Path) -> Iterator[Drawn]:
    _know_heic()
    Image.MAX_IMAGE_PIXELS = MOST_DOTS
    try:
        with Image.open(path) as picture:
            if picture.width * picture.height > MOST_DOTS:
                raise CannotBeDrawn(f"a picture of {picture.width} by {picture.height} dots")
            _decode_small(picture)
            ImageOps.exif_transpose(picture, in_place=True)
            yield _as_jpeg(picture)
    except (UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise CannotBeDrawn("no picture and no PDF") from None
    except OSError:
        raise CannotBeDrawn("a picture that breaks off") from None


def _decode_small(picture: Image.Image) -> None:
    """Let a JPEG be decoded at half its size or less, where what is left is sharp enough; other formats know no such way."""
    share = 0.85 * LONGEST / max(picture.size)
    if share < 1:
        picture.draft("RGB", (int(picture.width * share), int(picture.height * share)))


def _know_heic() -> None:
    from pillow_heif import register_heif_opener  # noqa: PLC0415 - most papers need no second library

    register_heif_opener()


def _as_jpeg(picture: Image.Image) -> Drawn:
    flat = _on_white(picture)
    flat.thumbnail((LONGEST, LONGEST), Image.Resampling.BILINEAR, reducing_gap=2.0)
    flat = upright(flat)
    out = BytesIO()
    flat.save(out, "JPEG", quality=QUALITY)
    return Drawn(out.getvalue(), flat.width, flat.height)


def _on_white(picture: Image.Image) -> Image.Image:
    """Without transparency, which a JPEG does not know, and grey where it has no colour."""
    if picture.mode in {"L", "1", "I;16"}:
        return picture.convert("L")
    if "A" in picture.mode or "transparency" in picture.info:
        layered = picture.convert("RGBA")
        paper = Image.new("RGBA", layered.size, "white")
        return Image.alpha_composite(paper, layered).convert("RGB")
    return picture if picture.mode == "RGB" else picture.convert("RGB")
