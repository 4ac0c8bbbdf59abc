"""What kind of file it is, by how its bytes begin; its name may say anything."""

from __future__ import annotations

UNKNOWN = "application/octet-stream"
BEGINNINGS = (
    (b"%PDF", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"{", "application/json"),
    (b"<svg", "image/svg+xml"),
    (b"<?xml", "image/svg+xml"),
    (b"eyJ", "application/vc+jwt"),
)
HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}


def media_type_of(head: bytes) -> str:
    """The kind, from a file's first bytes.

    >>> media_type_of(b"%PDF-1.7"), media_type_of(b"MZ")
    ('application/pdf', 'application/octet-stream')
    """
    if head[4:8] == b"ftyp" and head[8:12] in HEIC_BRANDS:
        return "image/heic"
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return next(
        (kind for beginning, kind in BEGINNINGS if head.startswith(beginning) or start.startswith(beginning)), UNKNOWN
    )
