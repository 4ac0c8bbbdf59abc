"""Whether one title is another in short, as a card to carry along has it."""

from __future__ import annotations

import re


def shortens(short: str, title: str) -> bool:
    """Whether every word of a folded title stands in another, or for several words of it by their first letters.

    >>> shortens("fa/cpr/aed", "adult & pediatric first aid/cpr/aed"), shortens("cpr/aed", "adult first aid/cpr/aed")
    (True, False)
    """
    words, wanted = _words(title), [word for word in _words(short) if word not in _words(title)]
    letters = "".join(word[0] for word in words)
    return bool(wanted) and all(len(word) > 1 and word in letters for word in wanted)


def _words(folded: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", folded)
