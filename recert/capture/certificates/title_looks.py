"""Every text of a page that may be the title: what words make out to be it, and every line with those that go on with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recert.capture.certificates.evidence import Candidate
from recert.capture.certificates.names import person
from recert.capture.certificates.paper import Span
from recert.capture.certificates.plain import plain
from recert.capture.certificates.ranking import Found
from recert.capture.certificates.said import follow, signs_of, stands_on
from recert.capture.certificates.title_evidence import Setting, evidence
from recert.capture.certificates.title_lines import Run
from recert.capture.certificates.title_text import cleaned, in_one_language, neat

LEADING = re.compile(r"(?:[Ff]or|[Ii]n|[Oo]n|[Pp]or|[Ee]n|[Aa]bout)\s+(?=[A-Z0-9\"“])")


def every_text(page: Setting, said: Sequence[Candidate]) -> Iterator[Found]:
    """What words make out to be the title, then lines that may be it."""
    signs = signs_of(said)
    made = (*(_said(page, one, signs) for one in said), *_lines(page, signs))
    yield from (one for one in made if not _names_somebody(page, one.text))


def _names_somebody(page: Setting, text: str) -> bool:
    """Whether a text holds the holder's name, or is a name that stands on the paper more than once: as a signature does."""
    signed = len(text.split()) <= 3 and bool(person(text)) and text[0].isupper() and page.paper.times(text) > 1
    return signed or bool(page.holder and plain(page.holder) in plain(text))


def _said(page: Setting, one: Candidate, signs: dict[str, set[str]]) -> Found:
    run, place = stands_on(page.paper, one.span)
    return _made(page, one.text, one.span, run, place | signs[plain(one.text)])


def _made(page: Setting, text: str, span: Span, run: Run, known: set[str]) -> Found:
    one = in_one_language(text)
    return Found(one, span, run, frozenset({*evidence(page, one, run), *known}), whole=one == text)


def _lines(page: Setting, signs: dict[str, set[str]]) -> Iterator[Found]:
    paper = page.paper
    for run in page.lines.runs():
        spans = [paper.span_of(piece) for piece in run]
        text = " ".join(piece.text for piece in run)
        if any(page.has_day(span) for span in spans) or not 5 <= len(text) <= 200:
            continue
        lead = LEADING.match(text)
        start = spans[0].start + (lead.end() if lead else 0)
        if not (found := _text_of(page, text[lead.end() :] if lead else text, spans, start)):
            continue
        known = {"line"} | ({"lead word"} if lead else set()) | set(_shared(plain(found[0]), signs))
        yield _made(page, *found, run, known)


def _text_of(page: Setting, text: str, spans: Sequence[Span], start: int) -> tuple[str, Span] | None:
    """The title on these lines, which need not follow one another in the running text."""
    if follow(spans) and spans[-1].end > start:
        return cleaned(page.paper, Span(start, spans[-1].end))
    title = neat(text)
    return (title, Span(start, spans[0].end)) if title else None


def _shared(text: str, signs: dict[str, set[str]]) -> Iterator[str]:
    """What words say of a line, or of a part of it."""
    for other, names in signs.items():
        if other == text:
            yield from names
        elif other in text or text in other:
            yield from (f"about {name.split()[0]}" for name in names)
