"""One person's everything as a ZIP: written as a stream, and read back without trusting a byte of it.

>>> entries = [Entry("data/notes.json", [b"[]"])]
>>> b"".join(streamed(entries, at=(2026, 11, 22, 0, 0, 0)))[:2]
b'PK'
"""

from __future__ import annotations

from recert.capture.archives.form import FORM, NUMBER, ArchiveRefused, Original
from recert.capture.archives.read import Archive
from recert.capture.archives.write import Entry, streamed

__all__ = ["FORM", "NUMBER", "Archive", "ArchiveRefused", "Entry", "Original", "streamed"]
