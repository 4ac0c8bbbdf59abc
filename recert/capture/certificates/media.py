"""What kind of file it is, by its first bytes and never by its name."""

from __future__ import annotations

from recert.capture.certificates.unreadable import EMPTY, NO_PICTURE, TOO_HEAVY, WEB_PAGE, CannotBeRead

PDF = "application/pdf"
MOST_MEGABYTES = 50
SIGNATURES = (
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"II*\x00", "image/tiff"),
    (0, b"MM\x00*", "image/tiff"),
    (0, b"GIF8", "image/gif"),
    (8, b"WEBP", "image/webp"),
    (0, b"BM", "image/bmp"),
)
HEIC = (b"heic", b"heix", b"hevc", b"hevx", b"mif1", b"msf1", b"heim", b"heis", b"avif")


def media_type_of(content: bytes, name: str) -> str:
    """The media type of a file that can be read.

    :raises CannotBeRead: when it is empty, too heavy, a web page or something else.
    """
    if not content.strip(b"\x00 \r\n\t"):
        raise CannotBeRead(EMPTY, file=name)
    if len(content) > MOST_MEGABYTES * 1024 * 1024:
        raise CannotBeRead(TOO_HEAVY, file=name, found=f"{len(content) // 1024 // 1024}", most=f"{MOST_MEGABYTES}")
    if content[4:8] == b"ftyp" and content[8:12] in HEIC:
        return "image/heic"
    for place, sign, media_type in SIGNATURES:
        if content[place : place + len(sign)] == sign:
            return media_type
    start = content[:1024].lstrip().lower()
    if b"%pdf-" in start:
        return PDF
    raise CannotBeRead(WEB_PAGE if start.startswith((b"<!doctype html", b"<html")) else NO_PICTURE, file=name)
