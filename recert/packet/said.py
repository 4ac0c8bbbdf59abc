"""Sentences of a packet, kept as a template over values so that a page or a paper can say them in another language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from recert.packet import names

Say = Callable[[str], str]
"""Turns an English wording into the reader's language, as gettext does."""


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence: `wording` is the template, `text` the English."""

    wording: str
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return told(self, str)


def told(said: Said, say: Say) -> str:
    """The sentence in the reader's language: ids in words, sentences of a rulebook translated, the rest as it is.

    >>> told(Said("%(points)s points %(about)s", {"points": "2", "about": "clinical"}), str)
    '2 points clinical'
    """
    return say(said.wording) % {key: names.read(key, value, say) for key, value in said.values.items()}
