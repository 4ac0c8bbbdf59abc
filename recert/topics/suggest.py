"""Match a course's own words against an outline, and say which line speaks for which category."""

from __future__ import annotations

import re
from dataclasses import dataclass

from recert.topics.outline import Outline, OutlineLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A category, the outline lines that speak for it, the words found, and whether people disagree about it."""

    category: str
    lines: tuple[OutlineLine, ...]
    words: tuple[str, ...]
    disputed: bool


def suggest(text: str, outline: Outline) -> tuple[Suggestion, ...]:
    """The categories a text speaks of, most words first; several mean a course to be split by time.

    >>> from recert.topics.outline import outline
    >>> [s.category for s in suggest("Phlebotomy: the order of draw", outline("aama"))]
    ['clinical']
    >>> suggest("Basket weaving", outline("aama"))
    ()
    """
    found = [(line, words) for line in outline.lines if (words := _found(text, line.words))]
    categories = dict.fromkeys(line.category for line, _ in found)
    suggestions = [_suggestion(category, found) for category in categories]
    return tuple(sorted(suggestions, key=lambda s: -len(s.words)))


def _suggestion(category: str, found: list[tuple[OutlineLine, tuple[str, ...]]]) -> Suggestion:
    mine = [(line, words) for line, words in found if line.category == category]
    return Suggestion(
        category=category,
        lines=tuple(line for line, _ in mine),
        words=tuple(word for _, words in mine for word in words),
        disputed=any(line.also for line, _ in mine),
    )


def _found(text: str, words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE))
