"""What words make out to be a value: by which signs each text is, and where one stands on its lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from recert.capture.certificates.evidence import Candidate
from recert.capture.certificates.paper import Paper, Span
from recert.capture.certificates.plain import plain
from recert.capture.certificates.title_lines import Run

STRONG, FAIR = 0.9, 0.7


def signs_of(said: Iterable[Candidate]) -> dict[str, set[str]]:
    """By which signs, and how strong each is, words make out every text to be the value."""
    signs: dict[str, set[str]] = {}
    for one in said:
        signs.setdefault(plain(one.text), set()).add(_sign(one))
    return signs


def stands_on(paper: Paper, span: Span) -> tuple[Run, set[str]]:
    """The lines on which words stand that say it, and whether they begin or end amid them."""
    first, last = paper.piece_at(span.start), paper.piece_at(max(span.start, span.end - 1))
    begins = paper.span_of(first).start == span.start
    ends = paper.span_of(last).end <= span.end + 1
    place = {"said"} | (set() if begins else {"begins amid line"}) | (set() if ends else {"ends amid line"})
    return (first,) if first is last else (first, last), place


def follow(spans: Sequence[Span]) -> bool:
    """Whether lines follow one another in the running text, as lines of two columns do not."""
    return all(later.start - one.end <= 2 for one, later in pairwise(spans))


def _sign(said: Candidate) -> str:
    return f"{said.sign} " + ("strong" if said.sure >= STRONG else "fair" if said.sure >= FAIR else "weak")
