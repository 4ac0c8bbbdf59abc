"""Several numbers to one name: columns that say what was offered and what was earned, and boxes that are ticked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from recert.capture.certificates.paper import Paper
from recert.capture.certificates.plain import plain
from recert.capture.certificates.words import Piece

EARNED = re.compile(
    r"^total\b(?! (?:possible|available|offered|posible|disponible))|\b(?:awarded|earned|attended|claimed|requested|granted|received|recorded|posted|yours|obtenid[oa]s|otorgad[oa]s)\b"
)
OFFERED = re.compile(
    r"\b(?:approved|offered|available|designated|possible|maximum|max|ofrecid[oa]s|disponibles?|posibles?)\b"
)
ONE_OF_MANY = re.compile(r"\b(?:each|per|every|cada)\b")
CREDIT = re.compile(
    r"(?:total |amount of |number of )?(?:(?:contact |clock |credit |ce |ceu )?hours?|credits?|ceus?|amount|value|credito|horas(?: de)? (?:contacto|credito))s?(?:\(s\))?"
)
"""Names of what a paper counts, whatever is said of it."""
TOTAL = re.compile(r"(?:grand )?(?:total|sum|suma)\b(?! (?:possible|available|offered))|(?:claimed|earned|awarded) ?\(")
BOX = re.compile(r"(?:\[ ?(?P<tick>[x✓✔*])? ?\]|(?P<full>[☒☑✓✔])|[☐□▢])[^\[\]☐□▢☒☑]{0,30}$")
"""A box to be ticked and the few words between it and what it stands for."""
NUMBER = re.compile(r"\s*(?:up to )?\d{1,3}(?:\.\d{1,4})?\s*")
MOST_OF_A_VALUE, MOST_OF_A_NAME = 9, 5
FAR = 60
"""So many rows over a number nobody looks for the title of its column."""


def numbers_beside(paper: Paper, name: Piece) -> list[Piece]:
    """The numbers that follow a name on its row, up to the next words."""
    after = [piece for piece in paper.row_of(name) if piece.left > name.left]
    return list(takewhile(lambda piece: NUMBER.fullmatch(plain(piece.text)) is not None, after))


def said_by_column(paper: Paper, number: Piece) -> str:
    """What the title of its column makes of a number: given, a limit, or nothing."""
    return said_by_name(_column_of(paper, number))


def counted_in_row(paper: Paper, name: Piece) -> Piece | None:
    """The number that stands on the row of a name under the title of a column that only counts: "Amount", "Hours"."""
    after = (piece for piece in paper.row_of(name) if piece.left > name.left and NUMBER.fullmatch(piece.text))
    return next((piece for piece in after if CREDIT.fullmatch(_column_of(paper, piece))), None)


def _column_of(paper: Paper, number: Piece) -> str:
    """The title of a number's column, past numbers and dashes; empty where none is found."""
    above = (piece for piece in _up(paper, number) if not NUMBER.fullmatch(piece.text))
    title = next((plain(piece.text) for piece in above if any(sign.isalnum() for sign in piece.text)), "")
    return "" if any(sign.isdigit() for sign in title) else title


def is_total(paper: Paper, piece: Piece) -> bool:
    """Whether a row begins with the word for a sum."""
    return TOTAL.match(plain(paper.row_of(piece)[0].text)) is not None


def said_by_name(folded: str) -> str:
    """What a name of a field makes of the number that belongs to it.

    >>> said_by_name("ceus earned"), said_by_name("hours offered"), said_by_name("ceus")
    ('given', 'limit', '')
    """
    return "given" if EARNED.search(folded) else "limit" if OFFERED.search(folded) else ""


def said_by_label(paper: Paper, place: int) -> str:
    """What the name of a field left of a value, or over it, makes of the amount the value begins with.

    One that only counts says nothing of the unit, so that the amount which follows it is what is meant.
    """
    value = paper.piece_at(place)
    if paper.span_of(value).start != place or len(value.words) > MOST_OF_A_VALUE:
        return ""
    for piece in (paper.before(value), paper.over(value)):
        if piece is None or len(piece.words) > MOST_OF_A_NAME or any(sign.isdigit() for sign in piece.text):
            continue
        name = plain(piece.text).strip(" :")
        said = "each" if ONE_OF_MANY.search(name) else said_by_name(name)
        if said or (CREDIT.fullmatch(name) and any(sign.isalpha() for sign in value.text)):
            return said or "given"
    return ""


def said_by_box(paper: Paper, place: int) -> str:
    """What a box before a place on its line makes of it: given where it is ticked, else only a choice."""
    line = paper.span_of(paper.piece_at(place))
    box = BOX.search(paper.folded, line.start, place)
    return "" if box is None else "given" if box["tick"] or box["full"] else "limit"


def _up(paper: Paper, piece: Piece) -> Iterator[Piece]:
    for _ in range(FAR):
        above = paper.over(piece, 4)
        if above is None:
            return
        yield above
        piece = above
