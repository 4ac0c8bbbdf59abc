"""Read a transcript file (CSV, XLSX, our JSON) into activities, naming the cell whenever one cannot be read."""

from __future__ import annotations

from recert.capture.transcripts.columns import FIELDS, Column
from recert.capture.transcripts.export import activities_document
from recert.capture.transcripts.preview import Preview, PreviewRow, preview_transcript
from recert.capture.transcripts.read import TranscriptFile, read_transcript
from recert.capture.transcripts.remarks import Remark, TranscriptUnreadable

__all__ = [
    "FIELDS",
    "Column",
    "Preview",
    "PreviewRow",
    "Remark",
    "TranscriptFile",
    "TranscriptUnreadable",
    "activities_document",
    "preview_transcript",
    "read_transcript",
]
