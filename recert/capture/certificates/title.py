"""What the activity is called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from statistics import median

from recert.capture.certificates.evidence import Candidate, strongest
from recert.capture.certificates.names import person
from recert.capture.certificates.paper import Paper, Span
from recert.capture.certificates.phrases import pattern
from recert.capture.certificates.plain import plain
from recert.capture.certificates.reading import Field
from recert.capture.certificates.title_looks import by_looks
from recert.capture.certificates.title_text import in_one_language, is_odd
from recert.capture.certificates.titles import said_titles

CARD = pattern(
    r"""
    (?:(?:advanced|basic|pediatric|neonatal|cardiac|cardiovascular|trauma|emergency) )*life support(?: \((?:bls|acls|pals)\))?(?: for healthcare providers?)?(?: provider| instructor)?|(?:acls|pals|nrp)(?: provider)?
    bls(?: for healthcare providers?)?(?: provider| instructor)?
    heartsaver(?:\(r\)|®)?(?: pediatric)?(?: first aid)?(?:[ /]*(?:cpr|aed))*
    (?:(?:adult|child|infant|pediatric|and|baby)[ /,&]*)*(?:first aid|cpr|aed)(?:(?:[ /,&]|and|with|for|con)*(?:first aid|cpr|aed|adult|child|infant|pediatric|healthcare providers?|professional rescuers?|the professional rescuer))*
    (?:primeros auxilios|rcp|dea)(?:(?:[ /,&]|y|con)*(?:primeros auxilios|rcp|dea))*|soporte vital(?: (?:basico|avanzado|cardiaco|cardiovascular|pediatrico|neonatal))*(?: \(?(?:svb|bls)\)?)?"""
)
DESCRIBES = frozenset([
    "adult", "child", "infant", "pediatric", "baby", "and", "emergency", "course", "program", "class",
    "certificate", "online", "provider",
])  # fmt: skip
ODD = 0.45
"""No odd title is surer."""
HALF = 0.75
WELL_FOUNDED = 0.93
LARGE = 1.4
CUT = 0.6
CUT_SHORT = re.compile(r"\s(?:and|&|\+|y|with) [A-Z][a-z]")
"""What goes on after the name of a card: "CPR and Choking Relief"."""
AGAIN = 0.4


def title_of(paper: Paper, kind: str, holder: str, provider: str = "") -> Field | None:
    """The title, and how sure we are of it."""
    found = [one for one in _candidates(paper, kind, holder) if plain(one.text) != plain(provider)]
    best = strongest(found)
    return paper.field(best.text, best.span, _as_sure_as_it_proves(best)) if best else None


def _as_sure_as_it_proves(best: Candidate) -> float:
    """A title for which only a little speaks is asked: on papers never met before one in four of these was another."""
    return best.sure if best.sure >= WELL_FOUNDED or best.sign == "card" else min(best.sure, HALF)


def _candidates(paper: Paper, kind: str, holder: str) -> Iterator[Candidate]:
    """Every text that may be the title; a name that is printed again under its signature is a person's."""
    cards = list(_card_titles(paper)) if kind == "cpr_card" else []
    said = [one for one in said_titles(paper) if not holder or plain(holder) not in plain(one.text)]
    looks = [one for one in by_looks(paper, holder) if not _is_signed(paper, one)]
    said = [one for one in said if not _is_signed(paper, one)]
    for one in (_in_one_language(one) for one in (*said, *looks)):
        doubtful = is_odd(one.text) or (cards and not CARD.search(plain(one.text)))
        yield replace(one, sure=min(one.sure, ODD)) if doubtful else one
    yield from (replace(one, sure=AGAIN, sign="again") for one in (*said, *looks) if paper.times(one.text) > 1)
    yield from cards


def _is_signed(paper: Paper, found: Candidate) -> bool:
    """Whether a text is a person's name that stands on the paper more than once."""
    return bool(person(found.text)) and found.text[0].isupper() and paper.times(found.text) > 1


def _in_one_language(found: Candidate) -> Candidate:
    """One of two languages that a title is printed in, side by side, is asked."""
    text = in_one_language(found.text)
    return found if text == found.text else replace(found, text=text, sure=min(found.sure, HALF))


def _card_titles(paper: Paper) -> Iterator[Candidate]:
    """The names of cards: surest in large writing, and where the paper has no other."""
    found = [(match, paper.piece_at(match.start()), _whole_line(paper, match)) for match in paper.find(CARD)]
    tallest = max((piece.height for _, piece, _ in found), default=0.0)
    texts = {plain(paper.printed(span)) for _, _, span in found}
    for match, piece, span in found:
        company = _names_a_company(paper, match)
        small = piece.height < 0.98 * tallest
        sure = 0.3 if company or small else 0.88 if len(texts) == 1 else 0.8
        if CUT_SHORT.match(paper.text, span.end):
            sure = min(sure, CUT)
        yield Candidate(paper.printed(span).strip(" /,&"), span, sure, "card")


def _names_a_company(paper: Paper, match: re.Match[str]) -> bool:
    """Whether a name goes before on the same line: "Golden Bay CPR" gives classes, "CPR Certification" is one."""
    before = paper.text[paper.span_of(paper.piece_at(match.start())).start : match.start()]
    words = re.findall(r"[A-Za-z]+", before)[-1:]
    return any(word[0].isupper() and word.lower() not in DESCRIBES for word in words)


def _whole_line(paper: Paper, match: re.Match[str]) -> Span:
    """The name of a card with what belongs to it on its line, where that is short and no sentence."""
    piece, span = paper.piece_at(match.start()), Span(*match.span())
    line = paper.span_of(piece)
    words = paper.folded[line.start : line.end]
    large = piece.height > LARGE * median(one.height for one in paper.pieces)
    alone = len(piece.words) <= (10 if large else 6) and not re.search(
        r"[:;@.]|\d|\b(?:has|have|course|program|training|card|center|is|by|association|society|inc|llc|code|certif\w*)\b",
        words,
    )
    return line if alone and match.end() <= line.end and paper.text[line.start].isupper() else span
