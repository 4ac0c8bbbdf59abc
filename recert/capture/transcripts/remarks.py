"""Sentences about a file, each kept as a template over values so that a page can say it in another language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence: `wording` is the template, `text` the English."""

    wording: str
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return self.wording % self.values


class TranscriptUnreadable(ValueError):
    """A transcript file that cannot be read: `remark` says what was found, where, and what to do."""

    def __init__(self, wording: str, **values: str) -> None:
        self.remark = Remark(wording, values)
        super().__init__(self.remark.text)


class CellUnreadable(ValueError):
    """A cell that cannot be read; `field` names another field of the row where that one is at fault.

    The wording may speak of `found`, which whoever knows the cell fills in.
    """

    def __init__(self, wording: str, *, field: str | None = None, **values: str) -> None:
        self.field = field
        self.remark = Remark(wording, values)
        super().__init__(wording)


def shown(text: str, limit: int = 60) -> str:
    """Write a found text so that it fits into a sentence and on any terminal.

    >>> shown("a" * 100, limit=10)
    '“aaaaaaaaa…”'
    """
    line = " ".join(text[: 4 * limit].split())
    plain = "".join(sign if sign.isprintable() else "�" for sign in line)
    return f"“{plain if len(plain) <= limit else plain[: limit - 1] + '…'}”"
