"""What is where in an export, how much of it there may be, and why one is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from recert.capture.transcripts.remarks import Remark
from recert.rules.wording import N_

FORM = "recert export"
NUMBER = 1
"""Raised by whoever changes the form so that an older Recert could misread it."""

ABOUT = "data/export.json"
FILES = "data/files.json"
SUMS = "SHA256SUMS"
TABLE = re.compile(r"data/[a-z_]{1,40}\.json")
ORIGINAL = re.compile(r"originals/[^/\\\x00-\x1f]{1,150}")
PAGE = re.compile(r"[A-Za-z0-9-]{1,40}\.(html|txt|json)")
DIGEST = re.compile(r"[0-9a-f]{64}")

MOST_BYTES = 2 * 1024**3
MOST_ENTRIES = 20_000
MOST_LISTING = 8 * 1024**2
"""Bytes of the ZIP's own list of what is in it."""
MOST_TABLE = 256 * 1024**2
MOST_LINE = 16 * 1024**2
MOST_ROWS = 100_000
CHUNK = 256 * 1024

NOT_A_ZIP = N_("This is not a ZIP file, or it was cut off on its way. Choose the file that Recert gave you, whole.")
NOT_OURS = N_("This ZIP file is not an export of Recert: there is no %(name)s in it.")
TOO_BIG = N_("This file is larger than an export that can be brought back (%(most)s GB).")
TOO_MANY = N_("This ZIP file says that it holds more than an export can.")
STRANGE = N_("There is something in this file that no export has: %(name)s. Choose the file as Recert gave it to you.")
TWICE = N_("%(name)s is in this file twice. Choose the file as Recert gave it to you.")
SWOLLEN = N_("%(name)s is larger than it may be. Choose the file as Recert gave it to you.")
DAMAGED = N_("%(name)s is damaged in this file. Download your export once more and try again.")
ALTERED = N_("%(name)s is not what it was when the export was made. Download your export once more and try again.")
NEWER = N_(
    "This export was made by a newer Recert (form %(found)s; this one reads up to %(known)s). Update Recert first."
)
UNREADABLE = N_("%(name)s cannot be read. Download your export once more and try again.")
TOO_MUCH_WORK = N_("This file takes more time or memory to read than an export should.")


@dataclass(frozen=True, slots=True)
class Original:
    """A paper in the export: where it lies, and what its bytes must be."""

    path: str
    digest: str
    size: int
    media_type: str


class ArchiveRefused(ValueError):
    """A file that is no export, or not a whole one: `remark` says what was found and what to do."""

    def __init__(self, wording: str, **values: Any) -> None:
        self.remark = Remark(wording, {key: str(value) for key, value in values.items()})
        super().__init__(self.remark.text)
