"""Names that stand alone on a paper: at its head, over an address, or naming an organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recert.capture.certificates.columns import is_caption
from recert.capture.certificates.evidence import Candidate
from recert.capture.certificates.names import is_headed_as_organisation, is_subject, organisation, person
from recert.capture.certificates.paper import Paper, Span
from recert.capture.certificates.phrases import is_label
from recert.capture.certificates.plain import plain
from recert.capture.certificates.provider_text import (
    HEADING,
    LEGAL,
    SHORT,
    cleaned,
    is_approver,
    is_department,
    is_signature,
)
from recert.capture.certificates.words import Paragraph, Piece

ADDRESS = re.compile(r"\s*(?:\d+\s+\w+|p\.?\s?o\.?\s+box|[^\n]*\(\d{3}\)\s*\d{3}-\d{4}|[^\n]*,\s[a-z]{2}\s+\d{5})")
FIELD = re.compile(
    r"(?:profession|course|activity|member|date|credit|licen[sc]e|certificate|employee|participant|attendee|student|session|topic|subject|method|awarded|completed|score|contact|place|location|trainer|instructor|speaker|funded)\b"
)
NO_HEAD = re.compile(
    r"\bby\b|[^,;(|] (?:provider|accredit\w+|approv\w+)\b|\b(?:was|were|is|has|have|attended|completed|participated|confiere|otorga|certifica|concede|entrega|confirms|(?:auspiciad|patrocinad|ofrecid|impartid|organizad)[oa])\b|\bthat$"
)
PARTED = re.compile(r"\s[·•|]\s")
"""What parts one name or fact from the next."""
CLOSE, PHRASE = 12, 4
ACRONYM = re.compile(r"[A-Z]{2,6}")
"""What is more often a logo than a name."""
ONE_WORD = 0.28
"""How often a word that only begins or ends names is one."""
CUT_OUT = 0.01
"""By so much less a name is sure that was cut out of a longer line: without another witness it is asked."""
FIRST, LATER = 0.74, 0.55
"""How often a name that stands alone is the provider's, on the first line and further down."""


def letterhead(paper: Paper) -> Iterator[Candidate]:
    """A name that stands alone: surest on the first line, over an address, or where it names an organisation."""
    first = True
    for piece, block in _blocks(paper):
        span = _named_part(paper, block)
        found, text = cleaned(paper, span), plain(paper.printed(span))
        if found and LEGAL.search(found[0].rstrip(".")):
            text = plain(found[0])
        lead = re.split(r"\s[·•|]\s", text, maxsplit=1)[0]
        if found is None or not _can_head(plain(found[0])) or NO_HEAD.search(lead) or _is_a_value(paper, piece):
            continue
        known = is_headed_as_organisation(found[0])
        if is_signature(found[0]) or (not known and (_is_phrase(found[0]) or is_caption(paper, piece))):
            continue
        below = paper.under(piece, 1.2)
        addressed = below is not None and ADDRESS.match(below.text.lower()) is not None
        if first or organisation(found[0]) or (addressed and not person(found[0])):
            high = first and piece.bottom < 0.3 * paper.height
            sure = (FIRST if high else LATER) + (0.06 if addressed else 0)
            sure -= _less(paper.printed(span), found[0]) + (0 if _is_whole(paper, block, found[0]) else CUT_OUT)
            generic = SHORT.fullmatch(text) or (organisation(text) and " " not in text)
            sure = ONE_WORD if generic else sure
            yield Candidate(*found, sure, "head")
        first = first and ACRONYM.fullmatch(found[0]) is not None


def _is_whole(paper: Paper, block: Span, name: str) -> bool:
    """Whether a name is all that its line says."""
    return plain(name).strip(".") == plain(paper.printed(block)).strip(" .,")


def _is_phrase(text: str) -> bool:
    """Whether most words are small, as in a sentence or a Spanish title, and in no name."""
    words = text.split()
    return len(words) >= PHRASE and sum(word[0].islower() for word in words) > len(words) / 2


def _named_part(paper: Paper, span: Span) -> Span:
    """Of a line whose parts a sign parts, the one that names an organisation when the first does not."""
    starts = [span.start, *(match.end() for match in PARTED.finditer(paper.text, span.start, span.end))]
    ends = [*(match.start() for match in PARTED.finditer(paper.text, span.start, span.end)), span.end]
    parts = [Span(start, end) for start, end in zip(starts, ends, strict=True)]
    texts = [paper.printed(one) for one in parts]
    named = [
        one
        for one, text in zip(parts, texts, strict=True)
        if is_headed_as_organisation(text) and not is_department(text)
    ]
    return named[0] if len(named) == 1 and named[0] is not parts[0] else span


def _is_a_value(paper: Paper, piece: Piece) -> bool:
    """Whether the name of a field stands before it on its row, without a value of its own below."""
    name = paper.before(piece)
    if name is None or not paper.is_name_of_field(name) or piece.left - name.right > CLOSE * piece.height:
        return False
    below = paper.under(name, 1.6)
    return below is None or paper.is_name_of_field(below) or below.left > name.right


def _less(printed: str, name: str) -> float:
    """By how much a name is less likely the provider's: it may be a title, a person, a logo, a department, an approver."""
    known = is_headed_as_organisation(name)
    other = 0.3 if person(name) or ACRONYM.fullmatch(name) else 0.08 if organisation(name) else 0.14
    return (
        (0 if known else other)
        + 0.25 * (is_subject(name) and not known)
        + 0.1 * (re.search(r"\s[-–—|]\s", printed) is not None)
        + 0.3 * is_department(name)
        + 0.35 * is_approver(name)
    )


def _can_head(text: str) -> bool:
    """Whether a line can be a name that stands alone."""
    return not (len(text.split()) > 9 or HEADING.search(text) or is_label(text) or FIELD.match(text))


def _blocks(paper: Paper) -> Iterator[tuple[Piece, Span]]:
    """Lines, and a short name that large writing broke over two lines as one."""
    for paragraph in _joined(paper.paragraphs):
        spans = [paper.span_of(piece) for piece in paragraph]
        short = 2 <= len(paragraph) <= 3 and sum(len(piece.words) for piece in paragraph) <= 6
        large = min(piece.height for piece in paragraph) > 0.9 * max(piece.height for piece in paragraph)
        if (
            short
            and large
            and len({piece.text.isupper() for piece in paragraph}) == 1
            and not (len(paragraph[-1].words) > 1 and is_department(paragraph[-1].text))
            and "," not in paragraph[-1].text
            and not any(HEADING.search(plain(piece.text)) or is_label(plain(piece.text)) for piece in paragraph)
        ):
            yield paragraph[-1], Span(spans[0].start, spans[-1].end)
        else:
            yield from zip(paragraph, spans, strict=True)


def _joined(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Paragraphs of a word each, one right under the other in one size, as one."""
    kept: Paragraph = ()
    for paragraph in paragraphs:
        last, piece = (kept or paragraph)[-1], paragraph[0]
        follows = (
            len(last.words) == len(paragraph) == 1
            and abs(last.left - piece.left) < 0.5 * last.height
            and 0 <= piece.top - last.bottom < 0.9 * last.height
            and 0.9 < piece.height / max(1e-6, last.height) < 1.1
        )
        if kept and not follows:
            yield kept
            kept = ()
        kept = (*kept, *paragraph)
    if kept:
        yield kept
