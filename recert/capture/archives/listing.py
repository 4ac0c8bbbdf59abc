"""The ZIP's own list of what is in it: measured before it is read, and every entry held against what an export has."""

from __future__ import annotations

import stat
import struct
import zipfile
from typing import BinaryIO

from recert.capture.archives import form
from recert.capture.archives.form import ArchiveRefused

END = b"PK\x05\x06"
END_SIZE = 22
LONGEST_COMMENT = 65_535
ENCRYPTED = 0x1
READABLE = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
Listed = dict[str, zipfile.ZipInfo]


def checked_listing(file: BinaryIO) -> tuple[zipfile.ZipFile, Listed]:
    """:raises ArchiveRefused: unless it is a ZIP with the names and sizes of an export."""
    _measure(file)
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, struct.error):
        raise ArchiveRefused(form.NOT_A_ZIP) from None
    listed: Listed = {}
    for entry in archive.infolist():
        _check(entry)
        if entry.filename in listed:
            raise ArchiveRefused(form.TWICE, name=_short(entry.filename))
        listed[entry.filename] = entry
    for wanted in (form.ABOUT, form.FILES, form.SUMS):
        if wanted not in listed:
            raise ArchiveRefused(form.NOT_OURS, name=wanted)
    if sum(entry.file_size for entry in listed.values()) > form.MOST_BYTES:
        raise ArchiveRefused(form.TOO_BIG, most=form.MOST_BYTES // 1024**3)
    return archive, listed


def _measure(file: BinaryIO) -> None:
    """zipfile reads the whole list at once, so that its length is looked at first."""
    size = file.seek(0, 2)
    if size > form.MOST_BYTES:
        raise ArchiveRefused(form.TOO_BIG, most=form.MOST_BYTES // 1024**3)
    file.seek(max(0, size - END_SIZE - LONGEST_COMMENT))
    tail = file.read()
    at = tail.rfind(END)
    if at < 0 or len(tail) - at < END_SIZE:
        raise ArchiveRefused(form.NOT_A_ZIP)
    entries, listing = struct.unpack("<HL", tail[at + 10 : at + 16])
    if entries > form.MOST_ENTRIES or listing > form.MOST_LISTING:
        raise ArchiveRefused(form.TOO_MANY)
    file.seek(0)


def _check(entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    kinds = (form.TABLE, form.ORIGINAL, form.PAGE)
    if name != form.SUMS and not any(kind.fullmatch(name) for kind in kinds):
        raise ArchiveRefused(form.STRANGE, name=_short(name))
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in {0, stat.S_IFREG} or entry.flag_bits & ENCRYPTED or entry.compress_type not in READABLE:
        raise ArchiveRefused(form.STRANGE, name=_short(name))
    if not form.ORIGINAL.fullmatch(name) and entry.file_size > form.MOST_TABLE:
        raise ArchiveRefused(form.SWOLLEN, name=_short(name))


def _short(name: str) -> str:
    return "".join(letter if letter.isprintable() else "�" for letter in name[:80])
