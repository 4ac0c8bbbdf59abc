"""What was read off a file: entries with fields, each with a confidence and a place, and what only the holder can say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made

SURE = 0.8
"""From this confidence on a field is given as read; below it, it is a question as well."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom as fractions of the page, 0 to 1 from its upper left corner as it is shown upright."""


@dataclass(frozen=True, slots=True)
class Field:
    """One value as text: days ISO (or YYYY-MM), amounts plain decimals, several approvers joined by semicolons."""

    value: str
    confidence: float
    box: Box
    page: int = 1
    legible: float = 1.0
    """How clearly its words could be seen, whatever they mean."""

    @property
    def sure(self) -> bool:
        return self.confidence >= SURE


@dataclass(frozen=True, slots=True)
class Question:
    """What the paper leaves open about `field` (empty: about the whole paper), as a wording over values."""

    field: str
    code: str
    wording: str
    values: Mapping[str, str] = made(default_factory=dict)

    @property
    def text(self) -> str:
        return self.wording % self.values


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One certificate of a file; `pages` repeat the same activity, `links` are addresses in its codes."""

    kind: str
    pages: tuple[int, ...]
    fields: Mapping[str, Field]
    questions: tuple[Question, ...] = ()
    links: tuple[str, ...] = ()

    @property
    def first_page(self) -> int:
        return min(self.pages)

    @property
    def last_page(self) -> int:
        return max(self.pages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything read off one file."""

    file: str
    media_type: str
    page_count: int
    entries: tuple[Entry, ...]
    texts: tuple[str, ...] = ()
    """The plain text of every page in order, as it was read or seen; empty where there is none."""
    turns: tuple[int | None, ...] = ()
    """Of every page that was looked at, the quarter turns to the left that set it upright; None where text was read.

    Boxes stand on the page as `preview` draws it with these turns: cut out of its table, straightened and turned.
    """
