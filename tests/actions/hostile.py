"""Files that a stranger might hand in to do harm, or that came out broken; made by code, named by what they are."""

from __future__ import annotations

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable

import pikepdf
from PIL import Image

from tests.papers import pdf

Maker = Callable[[], bytes]


def _picture(kind: str, size: tuple[int, int] = (40, 30)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "white").save(out, kind)
    return out.getvalue()


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_bomb() -> bytes:
    """Thirty thousand pixels square in a few kilobytes."""
    head = struct.pack(">IIBBBBB", 30_000, 30_000, 1, 0, 0, 0, 0)
    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(bytes(3_751 * 1_000)) for _ in range(30)) + packer.flush()
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def locked_pdf() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as opened:
        opened.save(out, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    return out.getvalue()


def pdf_with_script() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf())) as opened:
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1); this.submitForm('http://example.org')")
        opened.Root.OpenAction = script
        opened.attachments["virus.exe"] = b"MZ" + bytes(100)
        opened.save(out)
    return out.getvalue()


def pdf_stream_bomb() -> bytes:
    """A page whose contents unpack to a gigabyte."""
    packer = zlib.compressobj(9)
    zeros = b" " * 2**20
    packed = b"".join(packer.compress(zeros) for _ in range(1024)) + packer.flush()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed) + packed + b"\nendstream",
    ]
    return _pdf_of(objects)


def pdf_image_bomb() -> bytes:
    """A picture of 40,000 by 40,000 pixels on a page."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(2_000_000)) for _ in range(100)) + packer.flush()
    draw = b"q 612 0 0 792 0 0 cm /I Do Q"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n" % len(draw) + draw + b"\nendstream",
        b"<< /Type /XObject /Subtype /Image /Width 40000 /Height 40000 /BitsPerComponent 1 /ColorSpace /DeviceGray"
        b" /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed) + packed + b"\nendstream",
    ]
    return _pdf_of(objects)


def pdf_that_contains_itself() -> bytes:
    """A page tree that is its own child."""
    return _pdf_of([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2000000000 >>"])


def pdf_of_a_giant_sheet() -> bytes:
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 2000000 2000000] >>"
    return _pdf_of([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page])


def _pdf_of(objects: list[bytes]) -> bytes:
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%b\nendobj\n" % pair for pair in enumerate(objects, 1))
    return body + b"trailer << /Size %d /Root 1 0 R >>\n%%%%EOF\n" % (len(objects) + 1)


def zip_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("certificate.pdf", bytes(200 * 2**20))
    return out.getvalue()


def tiff_in_a_circle() -> bytes:
    """A picture whose next picture is itself."""
    plain = bytearray(_picture("TIFF"))
    (start,) = struct.unpack("<I", plain[4:8])
    (entries,) = struct.unpack("<H", plain[start : start + 2])
    struct.pack_into("<I", plain, start + 2 + 12 * entries, start)
    return bytes(plain)


def wrong_sum_png() -> bytes:
    good = bytearray(_picture("PNG"))
    good[40] ^= 0xFF
    return bytes(good)


LAUGHS = b"<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY a 'ha'>" + b"".join(
    b"<!ENTITY %c '%b'>" % (letter, b"&%c;" % (letter - 1) * 20) for letter in range(ord("b"), ord("m"))
) + b"]><svg xmlns='http://www.w3.org/2000/svg'>&l;</svg>"  # fmt: skip
OUTSIDE = (
    b"<?xml version='1.0'?><!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
    b"<svg xmlns='http://www.w3.org/2000/svg'>&x;</svg>"
)
SCRIPT = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(1)</script></svg>"
HOSTILE: dict[str, tuple[str, Maker, str]] = {
    "a PDF cut off in the middle": ("cut.pdf", lambda: pdf()[:300], "unreadable"),
    "a PDF locked with a password": ("locked.pdf", locked_pdf, "unreadable"),
    "a PDF with a script and an attached program": ("script.pdf", pdf_with_script, "read"),
    "a PDF whose page unpacks to a gigabyte": ("bomb.pdf", pdf_stream_bomb, "unreadable"),
    "a PDF with a picture of 1.6 gigapixels": ("picture.pdf", pdf_image_bomb, "read"),
    "a PDF whose page tree contains itself": ("circle.pdf", pdf_that_contains_itself, "unreadable"),
    "a PDF of a sheet seven kilometres wide": ("giant.pdf", pdf_of_a_giant_sheet, "unreadable"),
    "a PDF of 500 pages": ("long.pdf", lambda: pdf(pages=500), "unreadable"),
    "a PDF header with a web page behind it": ("page.pdf", lambda: b"%PDF-1.4\n<html><script>1</script>", "unreadable"),
    "a web page named PDF": ("saved.pdf", lambda: b"<!doctype html><title>Sign in</title>", "unreadable"),
    "a PNG of 900 megapixels in 110 kB": ("bomb.png", png_bomb, "unreadable"),
    "a PNG with a wrong check sum": ("sum.png", wrong_sum_png, "unreadable"),
    "a JPEG cut off in the middle": ("cut.jpg", lambda: _picture("JPEG", (900, 700))[:700], "unreadable"),
    "a JPEG header before noise": ("noise.jpg", lambda: b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40, "unreadable"),
    "a JPEG with nothing on it": ("blank.jpg", lambda: _picture("JPEG", (900, 700)), "read"),
    "a GIF": ("moving.gif", lambda: _picture("GIF"), "read"),
    "a TIFF whose next page is itself": ("circle.tif", tiff_in_a_circle, "read"),
    "a HEIC header before nothing": ("phone.heic", lambda: b"\x00\x00\x00\x18ftypheic" + bytes(40), "unreadable"),
    "an SVG with a script": ("badge.svg", lambda: SCRIPT, "unreadable"),
    "an SVG that laughs a billion times": ("laughs.svg", lambda: LAUGHS, "unreadable"),
    "an SVG that asks for the password file": ("outside.svg", lambda: OUTSIDE, "unreadable"),
    "JSON nested a hundred thousand deep": ("deep.json", lambda: b'{"a":' * 100_000 + b"1", "unreadable"),
    "JSON that is no badge": ("list.json", lambda: json.dumps({"hello": "world"}).encode(), "unreadable"),
    "a token that is none": ("badge.jwt", lambda: b"eyJhbGciOiJub25lIn0.e30.", "unreadable"),
    "a ZIP bomb named PDF": ("zip.pdf", zip_bomb, "unreadable"),
    "a program": ("setup.exe", lambda: b"MZ" + bytes(4_000), "unreadable"),
    "plain text": ("notes.txt", lambda: b"I did two hours of wound care.", "unreadable"),
    "a megabyte of nothing": ("zeros.pdf", lambda: bytes(2**20), "unreadable"),
    "one byte": ("one.pdf", lambda: b"%", "unreadable"),
}
