"""What one page of a file said: its certificates, and its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recert.capture.certificates.reading import Entry


@dataclass(frozen=True, slots=True)
class PageRead:
    """The certificates on a page and all of its text."""

    entries: Sequence[Entry]
    text: str
    turns: int | None = None
    """For a page that was looked at, the quarter turns to the left that set it upright."""
