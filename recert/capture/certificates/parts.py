"""Several certificates on one page: cards over or beside one another, a card and a credit page on one sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from recert.capture.certificates.paper import Paper
from recert.capture.certificates.phrases import is_label, pattern
from recert.capture.certificates.plain import plain
from recert.capture.certificates.words import Piece

SIGNS_OF_ONE = [
    pattern(
        r"issued?(?: date| on)?(?= ?:?)|date (?:issued|of issue)|fecha de (?:expedicion|emision)",
        before=r"(?<![a-z])",
        after=r"(?![a-z])",
    ),
    pattern(
        r"(?:has|have) (?:successfully |satisfactorily )*(?:completed|met|fulfilled|participated|attended)|the above individual|ha (?:completado|aprobado|participado)",
        before=r"(?<![a-z])",
    ),
    pattern(
        r"certificate of|(?:continuing education|ce|ceu) certificate|course completion card|certificado de|provider card",
        before=r"(?<![a-z])",
    ),
    pattern(r"(?:has )?(?:successfully )?completed", before=r"(?<![a-z])", after=r"(?! (?:on|date|:))"),
    pattern(r"renew by|expir(?:es|ation)(?: date)?|valid until", before=r"(?<![a-z])"),
]
MOST = 12


def parts_of(paper: Paper) -> list[list[Paper]]:
    """Ways to divide a page into certificates, the likeliest first; whether one holds, their fields must tell."""
    ways = []
    for pieces in (
        *([paper.piece_at(match.start()) for match in paper.find(sign)] for sign in SIGNS_OF_ONE),
        *_headings(paper),
    ):
        signs = [piece for place, piece in enumerate(pieces) if piece not in pieces[:place]]
        if 2 <= len(signs) <= MOST:
            ways += [way for way in (_cut(paper, signs, upright=False), _cut(paper, signs, upright=True)) if way]
    return ways


def _headings(paper: Paper) -> list[list[Piece]]:
    """A line of words that stands on the page again: the first line of each part."""
    first: dict[str, list[Piece]] = {}
    for piece in paper.pieces:
        if len(text := plain(piece.text)) >= 8 and not is_label(text) and not any(sign.isdigit() for sign in text):
            first.setdefault(text, []).append(piece)
    return [pieces for pieces in first.values() if len(pieces) > 1][:4]


def _cut(paper: Paper, signs: Sequence[Piece], *, upright: bool) -> list[Paper]:
    """Cut between each two signs where the white space is widest; nothing when there is none."""

    def start(piece: Piece) -> float:
        return piece.left if upright else piece.top

    def end(piece: Piece) -> float:
        return piece.right if upright else piece.bottom

    marks = sorted({start(piece) for piece in signs})
    pieces = sorted(paper.pieces, key=start)
    cuts: list[float] = []
    for one, other in pairwise(marks):
        reach, gaps = max(end(piece) for piece in pieces if start(piece) <= one), []
        for piece in pieces:
            if start(piece) > one and start(piece) > reach and start(piece) <= other:
                gaps.append((start(piece) - reach, (start(piece) + reach) / 2))
            if start(piece) > one:
                reach = max(reach, end(piece))
        if gaps:
            cuts.append(max(gaps)[1])
    if not cuts:
        return []
    edges = [float("-inf"), *cuts, float("inf")]
    groups = [
        [word for word in paper.words if low <= (word.left if upright else word.middle) < high]
        for low, high in pairwise(edges)
    ]
    return [replace(paper, words=group, links=()) for group in groups if group]
