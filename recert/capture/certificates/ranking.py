"""How likely each text of a page is the value that is looked for, by the sum of what speaks for and against it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import exp, fsum

from recert.capture.certificates.evidence import MOST
from recert.capture.certificates.paper import Span
from recert.capture.certificates.plain import plain
from recert.capture.certificates.words import Piece

HALF = 0.75
NONE = 1.0
"""That none of them is the value weighs as much as one for which nothing speaks."""


@dataclass(frozen=True)
class Found:
    """A text that may be the value, where it stands, and the names of all that speaks for and against it."""

    text: str
    span: Span
    run: tuple[Piece, ...]
    evidence: frozenset[str]
    whole: bool = True
    """Whether nothing was left away: the other language of two."""


def sureness(likely: float, *, sure: bool) -> float:
    """How sure a value is that is so likely: nothing is certain, and one with a doubt is a question."""
    return min(likely, MOST if sure else HALF)


def text_of(found: Found) -> str:
    """A text without case and accents."""
    return plain(found.text)


def ranked(
    found: Iterable[Found], weights: Mapping[str, float], same: Callable[[Found], str] = text_of
) -> list[tuple[Found, float]]:
    """Every text once, with how likely it is the value among all of them, the likeliest first; `same` tells which are one."""
    best: dict[str, tuple[Found, float]] = {}
    for one in found:
        # Rounded once, whatever order a set is in: else a tie would be settled anew each time.
        text, weight = same(one), fsum(weights.get(name, 0.0) for name in one.evidence)
        if text not in best or best[text][1] < weight:
            best[text] = (one, weight)
    whole = NONE + sum(exp(weight) for _, weight in best.values())
    likely = [(one, exp(weight) / whole) for one, weight in best.values()]
    return sorted(likely, key=lambda one: -one[1])
