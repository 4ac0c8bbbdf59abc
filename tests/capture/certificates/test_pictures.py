"""Scans and photos: turned, upside down, on a table, in several pages, and with a code to scan."""

from __future__ import annotations

import io
from functools import cache

import numpy as np
import pillow_heif
import pytest
import segno
from PIL import Image, ImageDraw

from recert.capture.certificates.pdf import Pdf
from recert.capture.certificates.read import read_file
from recert.capture.certificates.reading import Entry, Reading
from tests.capture.certificates.papers import DIPLOMA, pdf, sure

SAID = {"holder": "Dana M. Reyes", "earned_on": "2017-03-14", "quantity": "1.25", "unit": "contact_hour"}
TURNS = [Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270]


@cache
def scan() -> Image.Image:
    return Pdf(pdf(DIPLOMA), "wound.pdf").page(1).drawn(2000)


def saved(picture: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def seen(content: bytes) -> Reading:
    return read_file(content, "paper")


def says_it(entry: Entry) -> bool:
    return SAID.items() <= sure(entry).items()


def on_a_table(page: Image.Image) -> Image.Image:
    """Seen at an angle, on dark wood, lit from the left."""
    small = page.resize((1500, 1160))
    photo = Image.new("RGB", (1900, 1500), (70, 50, 40))
    corners = (-150, -200, -230, 1380, 1640, 1290, 1560, -140)
    whole = small.transform(photo.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor=(70, 50, 40))
    light = np.linspace(1.0, 0.55, photo.width)[None, :, None]
    return Image.fromarray((np.asarray(whole) * light).astype(np.uint8))


@pytest.mark.parametrize("turn", TURNS)
def test_a_scan_is_read_whichever_way_it_lies(turn: Image.Transpose) -> None:
    (entry,) = seen(saved(scan().transpose(turn), "PNG")).entries
    assert says_it(entry)


def test_a_phone_says_in_the_file_which_way_is_up() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    (entry,) = seen(saved(scan().transpose(Image.Transpose.ROTATE_90), "JPEG", exif=exif)).entries
    assert says_it(entry)
    assert entry.fields["holder"].box[1] < 0.5


def test_a_photo_on_a_table_is_read() -> None:
    (entry,) = seen(saved(on_a_table(scan()), "JPEG")).entries
    assert says_it(entry)


def test_a_photo_of_an_iphone_is_read() -> None:
    heic = io.BytesIO()
    pillow_heif.from_pillow(scan()).save(heic)
    (entry,) = seen(heic.getvalue()).entries
    assert says_it(entry)


def test_the_pages_of_a_tiff_are_pages() -> None:
    reading = seen(saved(scan(), "TIFF", save_all=True, append_images=[scan()], compression="tiff_lzw"))
    assert (reading.page_count, reading.media_type) == (2, "image/tiff")
    assert [entry.pages for entry in reading.entries] == [(1, 2)]


def test_a_scan_inside_a_pdf_is_looked_at() -> None:
    (entry,) = seen(saved(scan(), "PDF", resolution=180)).entries
    assert says_it(entry)


def test_the_address_in_a_code_is_kept() -> None:
    code = io.BytesIO()
    segno.make("https://badges.example.org/77").save(code, kind="png", scale=6)
    page = scan().copy()
    page.paste(Image.open(code).convert("RGB"), (60, 60))
    (entry,) = seen(saved(page, "PNG")).entries
    assert entry.links == ("https://badges.example.org/77",)


def test_a_white_page_is_no_certificate() -> None:
    page = Image.new("RGB", (1000, 800), "white")
    ImageDraw.Draw(page).line((0, 400, 1000, 400), fill="black")
    (entry,) = seen(saved(page, "PNG")).entries
    assert (entry.kind, dict(entry.fields)) == ("not_a_certificate", {})
