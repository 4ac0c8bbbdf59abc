"""What the activity is called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from statistics import median

from recert.capture.certificates.evidence import Candidate
from recert.capture.certificates.names import is_headed_as_organisation
from recert.capture.certificates.paper import Paper, Span
from recert.capture.certificates.phrases import pattern
from recert.capture.certificates.plain import plain
from recert.capture.certificates.ranking import Found, ranked, sureness
from recert.capture.certificates.reading import Field
from recert.capture.certificates.title_evidence import Setting
from recert.capture.certificates.title_looks import every_text
from recert.capture.certificates.title_weights import WEIGHTS
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
LIKELY = 0.85
"""A title that is likelier is sure: of those on layouts left out of the weighing, 97 in 100 were right."""
MAY_BE_A_PART = frozenset(["cut below", "cut above", "dangling", "odd", "town below", "field below"])
OF_A_LINE = frozenset(["begins amid line", "ends amid line"])
OF_CARDS = frozenset(["card strong", "card fair", "card weak"])
LARGE = 1.4
CUT = 0.6
CUT_SHORT = re.compile(r"\s(?:and|&|\+|y|with) [A-Z][a-z]")
"""What goes on after the name of a card: "CPR and Choking Relief"."""


def title_of(paper: Paper, kind: str, holder: str, provider: str = "") -> Field | None:
    """The title, and how sure we are of it."""
    found = (one for one in titles_on(paper, kind, holder) if plain(one.text) != plain(provider))
    best = ranked(found, WEIGHTS)[:1]
    return _field(paper, *best[0]) if best else None


def titles_on(paper: Paper, kind: str, holder: str) -> Iterator[Found]:
    """Every text that may be the title: what words make out to be it, on a card what cards are called, and lines."""
    said = [*said_titles(paper), *(_card_titles(paper) if kind == "cpr_card" else ())]
    return every_text(Setting(paper, holder), said)


def may_be_a_part(title: Found) -> bool:
    """Whether a title may go on, lack its beginning, or hold more than itself."""
    of_a_line = title.evidence & OF_A_LINE and title.evidence & OF_CARDS
    return not title.whole or bool(title.evidence & MAY_BE_A_PART or of_a_line)


def _field(paper: Paper, best: Found, likely: float) -> Field:
    """The title as a field: a question where another may as well be it, or where it may be a part."""
    sure = likely >= LIKELY and not may_be_a_part(best)
    field = paper.field(best.text, best.span, sureness(likely, sure=sure))
    if "line" not in best.evidence:
        return field
    return replace(field, box=paper.box([word for piece in best.run for word in piece.words]))


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
    others = paper.text[line.start : match.start()], paper.text[match.end() : line.end]
    alone = alone and not any(map(is_headed_as_organisation, others))
    return line if alone and match.end() <= line.end and paper.text[line.start].isupper() else span
