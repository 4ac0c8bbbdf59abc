"""Read certificates (PDF, photo, scan) into draft activities: each field with a place and how sure we are of it.

A stranger's file is opened only in a process of its own: start reading at `apart`, then `read`.
"""

from __future__ import annotations

from recert.capture.certificates.apart import ORDINARY, Limits, preview, read_apart
from recert.capture.certificates.document import reading_document
from recert.capture.certificates.reading import SURE, Entry, Field, Question, Reading
from recert.capture.certificates.unreadable import CannotBeRead

__all__ = [
    "ORDINARY",
    "SURE",
    "CannotBeRead",
    "Entry",
    "Field",
    "Limits",
    "Question",
    "Reading",
    "preview",
    "read_apart",
    "reading_document",
]
