"""Pictures of papers in a PDF: a small stand-in while the page is set, and the paper itself afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from io import BytesIO

import pikepdf
from PIL import Image

from recert.packet.values import Picture

FINEST = 200
"""The shape of a page in at most so many dots along its height: exact for paper sizes, within a thousandth else."""


class PictureLost(RuntimeError):
    """A typeset page does not show the picture it was given."""


def stand_in(place: int, picture: Picture) -> bytes:
    """A small JPEG of the picture's shape, unlike that of any other place, so that none is taken for another."""
    shape = Fraction(picture.width, picture.height).limit_denominator(FINEST)
    times = -(-FINEST // shape.denominator)
    small = Image.new("RGB", (max(1, shape.numerator * times), shape.denominator * times), "white")
    small.paste((place % 256, place // 256 % 256, 0), (0, 0, small.width // 2 + 1, small.height // 2))
    out = BytesIO()
    small.save(out, "JPEG", quality=95)
    return out.getvalue()


def put_in(typeset: bytes, pictures: Sequence[Picture]) -> bytes:
    """The PDF with each stand-in replaced by its picture; tags, bookmarks and texts stay as they are.

    :raises PictureLost: when there are not as many stand-ins as pictures.
    """
    with pikepdf.open(BytesIO(typeset)) as document:
        images = list(_images(document))
        if len(images) != len(pictures):
            raise PictureLost(f"{len(pictures)} pictures were given and {len(images)} are shown")
        for image, picture in zip(images, pictures, strict=True):
            _replace(image, picture)
        out = BytesIO()
        document.save(out, deterministic_id=True)
    return out.getvalue()


def _images(document: pikepdf.Pdf) -> Iterator[pikepdf.Stream]:
    """Every image in the order of the pages."""
    for page in document.pages:
        for _, image in sorted(page.resources.get("/XObject", {}).items()):
            if isinstance(image, pikepdf.Stream) and image.get("/Subtype") == pikepdf.Name.Image:
                yield image


def _replace(image: pikepdf.Stream, picture: Picture) -> None:
    with Image.open(BytesIO(picture.jpeg)) as opened:
        grey, size = opened.mode == "L", opened.size
    image.write(picture.jpeg, filter=pikepdf.Name.DCTDecode)
    image.Width, image.Height = size
    image.ColorSpace = pikepdf.Name.DeviceGray if grey else pikepdf.Name.DeviceRGB
    image.BitsPerComponent = 8
    for leftover in ("/SMask", "/DecodeParms", "/Decode"):
        if leftover in image:
            del image[leftover]
