"""The lines that look most like a title: by their size, their place, and what stands before and after them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from recert.capture.certificates.days import day_spans
from recert.capture.certificates.evidence import Candidate
from recert.capture.certificates.holder import OFFICE, is_officer
from recert.capture.certificates.names import is_headed_as_organisation, is_subject, person
from recert.capture.certificates.paper import Paper, Span
from recert.capture.certificates.phrases import is_label, pattern
from recert.capture.certificates.plain import plain
from recert.capture.certificates.title_text import HEADING, LEFT_OVER, PAPER_LAST, cleaned, is_odd
from recert.capture.certificates.words import Paragraph, Piece

NO_TITLE = re.compile(
    r"(?:prof|dra?|mr|mrs|ms|sra?|lic)\.\s|dear\b|hello\b|hi\b|(?:length|duration|score|grade|instructors?|certificate (?:no|url|id|number)|date|hours?|credits?|time)\b|estimad[oa]|re:|to:|from:|page \d|rural route|p\.?o\.? box|tel\b|phone|fax\b"
)
LEADING = re.compile(r"(?:for|in|on|por|en|about)\s+(?=[A-Z0-9\"“])")
LEADS_UP = re.compile(
    r"(?:\b(?:for|in|on|of|titled|entitled|presents(?: the)?|course|activity|class|training|webinar|program|workshop|lecture|seminar|session|module|requirements|completed|completing|attended|attending|passed|en|de|sobre|curso|taller))\s*:?$"
)
FOLLOWED = pattern(
    r"""
    (?:jointly |co-?)?(?:sponsored|presented|provided|offered|held|given|conducted|hosted|taught|delivered|organi[sz]ed|awarded|issued|developed) (?:by|at|on|in)|presented:|speaker|presenter|instructor
    (?:on|dated|this|held|date)(?: of)? (?:\d|\w+day|the|january|february|march|april|may|june|july|august|september|october|november|december)|and (?:has|is|was|received|earned)|for \d|consisting of|with a value
    celebrad|ofrecid|impartid|con un(?:a)? (?:valor|duracion)|el dia"""
)
"""What often stands right after a title."""
AMOUNT = re.compile(r"\d+(?:\.\d+)?\s*(?:\(\d[\d.]*\)\s*)?(?:ama|contact|ce|ceu|cme|cne|credit|hour|horas|hr|clock)")
LEGAL = re.compile(
    r"\b(?:inc|llc|ltd|university|college|institute|academy|association|society|foundation|hospital|school)\b\.?$"
)
PLACE = re.compile(r"[A-Z][\w. ]+,\s(?:[A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:\s+\d{5})?$")
SMALL = frozenset([
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "vs",
    "with", "de", "del", "la", "el", "los", "las", "y", "en", "para", "por", "con",
])  # fmt: skip
MOST_LINES = 3
RANKS = (0.5, 0.25, 0.15)
"""How often the first, the second and the third of these lines is the title."""
LED = 0.72
LARGE = 1.4


def by_looks(paper: Paper, holder: str) -> Iterator[Candidate]:
    """The lines most like a title, each with how often such a line is one."""
    usual = median([piece.height for piece in paper.pieces] or [1.0])
    ranked = sorted(_lines(paper, holder, usual), key=lambda one: -one[0])
    for (score, span, led), sure in zip(ranked, RANKS, strict=False):
        if found := cleaned(paper, span):
            yield Candidate(*found, LED if led else sure if score > 0 else RANKS[-1], "looks")


def _lines(paper: Paper, holder: str, usual: float) -> Iterator[tuple[float, Span, bool]]:
    """Every line (with those that go on with it) that can be a title: its score, its place, whether words lead up to it."""
    days = day_spans(paper)
    blocks = [block for paragraph in paper.paragraphs for block in _blocks(paragraph)]
    for place, block in enumerate(blocks):
        span = Span(paper.span_of(block[0]).start, paper.span_of(block[-1]).end)
        large = block[0].height > LARGE * usual
        if any(span.start <= day.start < span.end for day in days) or cannot_be(block, holder, large=large):
            continue
        before = plain(blocks[place - 1][-1].text) if place and blocks[place - 1][-1].shares_columns(block[0]) else ""
        after = plain(blocks[place + 1][0].text) if place + 1 < len(blocks) else ""
        led = LEADS_UP.search(before) is not None
        follows = bool(holder) and plain(holder) in before
        lead = LEADING.match(block[0].text)
        score = (2.0 if led or (follows and lead) else 1.0 if follows else 0.0) + _look(paper, block, usual)
        next_day = any(0 <= day.start - span.end < 6 for day in days)
        score += 0.5 * bool(next_day or FOLLOWED.match(after) or AMOUNT.match(after))
        score -= 0.5 * (place == 0)
        if person(block[0].text) and not led and is_officer(paper, block[0]):
            continue
        yield score, Span(span.start + (lead.end() if lead else 0), span.end), led


def _blocks(paragraph: Paragraph) -> Iterator[tuple[Piece, ...]]:
    """A short paragraph as one, in which no line is a name; else each of its lines alone."""
    wordy = sum(len(piece.words) for piece in paragraph) > 28
    parts = any(
        person(piece.text)
        or HEADING.search(plain(piece.text))
        or (piece.text[0].islower() and before.text.endswith("."))
        for before, piece in pairwise((paragraph[0], *paragraph))
    )
    if len(paragraph) <= MOST_LINES and not wordy and not parts:
        yield paragraph
    else:
        yield from ((piece,) for piece in paragraph)


def _look(paper: Paper, block: tuple[Piece, ...], usual: float) -> float:
    """How much a line stands out as a title does."""
    text, piece = " ".join(one.text for one in block), block[0]
    larger = min(1.5, max(-0.5, piece.height / usual - 1))
    big = [word for word in re.findall(r"[^\W\d_][\w'’-]*", text) if word.lower() not in SMALL]
    capitals = sum(word[0].isupper() for word in big) / max(1, len(big))
    in_a_table = len(paper.row_of(piece)) >= 3
    low = piece.top > 0.75 * paper.height
    return (
        larger
        + (0.5 if capitals > 0.8 and len(big) > 1 else -0.3 if capitals < 0.5 else 0)
        + 0.4 * is_subject(text)
        - 0.9 * is_headed_as_organisation(text)
        - 0.6 * (LEGAL.search(plain(text)) is not None)
        - 1.0 * (OFFICE.search(plain(text)) is not None)
        - 1.0 * (LEFT_OVER.search(text) is not None)
        - 0.4 * bool(person(text))
        - 0.3 * (re.search(r"\d", text) is not None)
        - 1.0 * (PLACE.search(text) is not None)
        - 0.5 * in_a_table
        - 0.7 * low
        - 0.8 * text.endswith((".", "!"))
    )


def cannot_be(block: tuple[Piece, ...], holder: str, *, large: bool = False) -> bool:
    """Whether lines are a heading, a name, a label or part of a sentence."""
    text = PAPER_LAST.sub("", LEADING.sub("", " ".join(piece.text for piece in block)))
    folded, words = plain(text), len(text.split())
    wordy = words > 24 or not 5 <= len(text) <= 170 or not (text[0].isupper() or text[0] in "\"“«'0123456789#")
    known = (
        (bool(person(text)) and (not holder or plain(holder) in folded))
        or ">" in text
        or NO_TITLE.match(folded) is not None
        or FOLLOWED.match(folded) is not None
        or any(is_label(plain(piece.text)) for piece in block)
        or (_is_field(folded) and not (large and len(folded.split()) > 3))
        or (bool(holder) and plain(holder) in folded)
    )
    return wordy or known or HEADING.search(folded) is not None or is_odd(text)


def _is_field(folded: str) -> bool:
    """Whether a line is a field's name and value; a title may have a colon, too, with more words after it."""
    name, colon, rest = folded.partition(":")
    return bool(colon) and bool(
        is_label(name) or re.match(r"\s*\d", rest) or len(rest.split()) < 2 or len(name.split()) > 6
    )
