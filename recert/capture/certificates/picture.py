"""Pages as pictures: what a photo or scan shows, upright, and a small JPEG of any page to look at."""

from __future__ import annotations

import io
from collections.abc import Iterator
from importlib import import_module

from PIL import Image, ImageOps, UnidentifiedImageError

from recert.capture.certificates.media import PDF, media_type_of
from recert.capture.certificates.pdf import MOST_PAGES, Pdf
from recert.capture.certificates.unreadable import DAMAGED, NO_SUCH_PAGE, TOO_LARGE, TOO_MANY_PAGES, CannotBeRead

MOST_MEGAPIXELS = 60
LONGEST = 3600
"""Pixels along the longer side of a picture that is looked at; larger ones are made smaller first."""
WIDEST = 2400
FORMATS = ("JPEG", "PNG", "TIFF", "GIF", "WEBP", "BMP", "HEIF", "MPO")


def pictures_of(content: bytes, name: str) -> Iterator[Image.Image]:
    """Every page of a picture file, upright.

    :raises CannotBeRead: when it is damaged, or has too many pixels or pages.
    """
    file = _opened(content, name)
    pages = getattr(file, "n_frames", 1) if file.format == "TIFF" else 1
    if pages > MOST_PAGES:
        raise CannotBeRead(TOO_MANY_PAGES, file=name, found=f"{pages}", most=f"{MOST_PAGES}")
    for page in range(pages):
        try:
            file.seek(page)
            _refuse_large(file, name)
            yield _upright(file)
        except (OSError, SyntaxError, ValueError, EOFError) as error:
            if isinstance(error, CannotBeRead):
                raise
            raise CannotBeRead(DAMAGED, file=name) from None


def _opened(content: bytes, name: str) -> Image.Image:
    Image.MAX_IMAGE_PIXELS = None  # we count them ourselves
    if media_type_of(content, name) == "image/heic":
        _learn_heic()
    try:
        return Image.open(io.BytesIO(content), formats=FORMATS)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise CannotBeRead(DAMAGED, file=name) from None


def _learn_heic() -> None:
    from pillow_heif import register_heif_opener  # noqa: PLC0415 - a large library that few files need

    register_heif_opener(thumbnails=False)


def _refuse_large(file: Image.Image, name: str) -> None:
    megapixels = file.width * file.height / 1e6
    if megapixels > MOST_MEGAPIXELS:
        raise CannotBeRead(TOO_LARGE, file=name, found=f"{megapixels:.0f}", most=f"{MOST_MEGAPIXELS}")


def _upright(file: Image.Image) -> Image.Image:
    """The picture as it was meant to be seen, on white, no larger than is of use."""
    if file.format == "JPEG":
        file.draft("RGB", (LONGEST, LONGEST))
    picture = file
    if max(picture.size) > LONGEST:
        picture = picture.convert("RGBA" if _is_clear(picture) else "RGB")
        picture.thumbnail((LONGEST, LONGEST), reducing_gap=2.0)
    picture = ImageOps.exif_transpose(picture)
    if _is_clear(picture):
        page = Image.new("RGB", picture.size, "white")
        page.paste(picture.convert("RGBA"), mask=picture.convert("RGBA").getchannel("A"))
        return page
    return picture.convert("RGB")


def _is_clear(picture: Image.Image) -> bool:
    return picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info


def preview_of(content: bytes, name: str, *, page: int, width: int, turns: int | None = None) -> bytes:
    """One page as JPEG, at most `width` pixels wide; with `turns` straightened and turned as it was when it was read.

    :raises CannotBeRead: when there is no such page or it cannot be drawn.
    """
    picture = _page_of(content, name, page)
    if turns is not None:
        straight = import_module("recert.capture.certificates.straighten")
        picture = straight.turned(straight.straightened(picture), turns)
    picture.thumbnail((min(width, WIDEST), 2 * WIDEST))
    told = io.BytesIO()
    picture.save(told, "JPEG", quality=85, optimize=True)
    return told.getvalue()


def _page_of(content: bytes, name: str, page: int) -> Image.Image:
    if media_type_of(content, name) == PDF:
        pdf = Pdf(content, name)
        if 1 <= page <= pdf.page_count:
            return pdf.page(page).drawn(WIDEST)
    else:
        for number, picture in enumerate(pictures_of(content, name), start=1):
            if number == page:
                return picture
    raise CannotBeRead(NO_SUCH_PAGE, file=name, found=f"{page}")
