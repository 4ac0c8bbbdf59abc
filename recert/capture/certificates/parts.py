"""Several certificates on one page: cards over or beside one another, a card and a credit page on one sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice, pairwise

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
MOST_LINES, MOST_HEADS = 300, 5
LEAST_AGAIN = 3
"""So many lines in the same order make a form that was filled in again."""


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


def copies_of(paper: Paper) -> Iterator[list[Paper]]:
    """A page of one form filled in several times: in rows of columns, in rows, in columns."""
    rows, columns = (
        _cut_between(paper, _returns(paper, upright=upright), upright=upright) for upright in (False, True)
    )
    inner = [_cut_between(row, _returns(row, upright=True), upright=True) or [row] for row in rows]
    ways = (list(chain.from_iterable(inner)) if any(len(one) > 1 for one in inner) else [], rows, columns)
    return (way for way in ways if way)


def _headings(paper: Paper) -> list[list[Piece]]:
    """A line of words that stands on the page again: the first line of each part."""
    first: dict[str, list[Piece]] = {}
    for piece in paper.pieces:
        if len(text := plain(piece.text)) >= 8 and not is_label(text) and not any(sign.isdigit() for sign in text):
            first.setdefault(text, []).append(piece)
    return [pieces for pieces in first.values() if len(pieces) > 1][:4]


def _returns(paper: Paper, *, upright: bool) -> list[tuple[float, float]]:
    """From where to where a form ends and begins anew: the same lines, in the same order, as often as one another."""
    start = _left if upright else _top
    lines = [sorted(pieces, key=start) for pieces in _again(paper, upright=upright)]
    lines.sort(key=lambda pieces: start(pieces[0]))
    for first in lines[:MOST_HEADS]:
        last = [*map(start, first[1:]), float("inf")]
        form = [
            pieces
            for pieces in lines
            if len(pieces) == len(first)
            and all(
                begins <= start(piece) < ends
                for begins, piece, ends in zip(map(start, first), pieces, last, strict=True)
            )
        ]
        if len({plain(pieces[0].text) for pieces in form}) >= LEAST_AGAIN:
            return [
                (max(start(pieces[place]) for pieces in form), start(first[place + 1]))
                for place in range(len(first) - 1)
            ]
    return []


def _again(paper: Paper, *, upright: bool) -> Iterator[list[Piece]]:
    """Lines that stand on the page several times, right under or right beside one another and in the same writing."""
    groups: list[list[Piece]] = []
    same: dict[str, list[list[Piece]]] = {}
    across = _top if upright else _left
    for piece in islice(paper.pieces, MOST_LINES):
        there = same.setdefault(plain(piece.text), [])
        for group in there:
            other = group[0]
            if abs(across(other) - across(piece)) < 0.5 * piece.height and 0.9 < piece.height / other.height < 1.1:
                group.append(piece)
                break
        else:
            there.append([piece])
            groups.append(there[-1])
    return (group for group in groups if 2 <= len(group) <= MOST)


def _cut(paper: Paper, signs: Sequence[Piece], *, upright: bool) -> list[Paper]:
    """Cut between each two signs where the white space is widest; nothing when there is none."""
    start = _left if upright else _top
    return _cut_between(paper, list(pairwise(sorted({start(piece) for piece in signs}))), upright=upright)


def _cut_between(paper: Paper, marks: Sequence[tuple[float, float]], *, upright: bool) -> list[Paper]:
    start, end = (_left, _right) if upright else (_top, _bottom)
    pieces = sorted(paper.pieces, key=start)
    cuts: list[float] = []
    for one, other in marks:
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


def _left(piece: Piece) -> float:
    return piece.left


def _right(piece: Piece) -> float:
    return piece.right


def _top(piece: Piece) -> float:
    return piece.top


def _bottom(piece: Piece) -> float:
    return piece.bottom
