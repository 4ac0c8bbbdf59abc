"""How many minutes a paper says it took."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recert.capture.certificates.paper import Paper, Span

MINUTES = re.compile(
    r"(?<![\w./-])(?P<minutes>\d{1,4})(?:[ ]|\n(?!\n))*[- ]?(?:minutes?|mins?\.?|minutos?)(?![a-z])(?![ -]*(?:contact |clock |credit |ce )?(?:hour|credit|unit|hora|ceu))"
)
ABOUT = re.compile(r"\b(?:about|approx\w*|around|roughly|estimated|alrededor de|aproximad\w+|unos)[\s.:]*$")
LONG = re.compile(
    r"(?<![\w.-])(?P<hours>\d{1,2})\s*(?:hours?|hrs?\.?|h|horas?)[\s,]*(?:and\s+|y\s+)?(?P<minutes>[0-5]?\d)\s*(?:minutes?|mins?\.?|m|minutos?)(?![a-z])"
)
MINUTE_LABEL = re.compile(
    r"(?:duration|length|time|duracion|total time|minutes?|minutos)\s*(?:\((?:in )?(?:minutes?|mins?|minutos)\))\s*:?\s*(?P<minutes>\d{1,4})(?![\d.:/])|(?<![a-z])(?:total |contact )?(?:minutes|minutos)\s*:\s*(?P<minutes2>\d{1,4})(?![\d.:/])"
)
MINUTE_NAME = re.compile(
    r"(?:(?:total|course|training|session|actual) )?(?:minutes|minutos|mins?\.?)(?: (?:assigned|spent|taken|attended|completed|total(?:es)?|asignados))?(?=\s*:?\s*$|\n|$)"
)
MOST_FIGURES = 4
LENGTH_OF = re.compile(
    r"[\s-]*(?:course|webinar|activity|session|training|presentation|program|class|module|lecture|video)"
)
LENGTH = re.compile(
    r"(?:lasting|lasted|duration|length|total|time|spent|attended|session|viewed|duracion|took)(?: was| is| of| de)?\s*:?\s*$"
)
RESTATED = re.compile(
    r"(?<![\d.,])(?:1(?:\.0+)?|one) (?:ce |nurse )?(?:contact |clock |credit )hours? \($|(?<![\d.,])(?:1(?:\.0+)?|una) hora (?:de )?(?:contacto|credito) \($"
)
A_RULE = re.compile(
    r"(?:hours?|credits?|ceus?|units?|horas?|credito)\b[^.]{0,40}(?:=|\bequals?\b|\bis\b|\bare\b|\bstands?\b|\bcorrespond|\brepresent|\bbased\b|\bmeans\b|\bequivale)"
    r"|\b(?:each|every|per) \w+ of \d|(?:based on|per|each|every|de) (?:an? )?\d+[- ]?min\w*[- ](?:contact |clock |credit )?(?:hour|hora)|minut\w+\s*(?:=|equals?|make|counts? as|equivalen)"
)
LABELLED, UNNAMED = 0.9, 0.6
MOST_OF_A_NAME = 8
"""What stands beside more words on a row may be the rest of their line, which a scan tore."""


def minutes_on(paper: Paper) -> list[tuple[int, Span, float]]:
    """How long it took and how sure that is what the minutes are; not the length of the hour it counts in, nor a rule."""
    found = [
        (
            int(one["hours"]) * 60 + int(one["minutes"]),
            Span(*one.span()),
            UNNAMED if _is_rough(paper, one) else LABELLED,
        )
        for one in paper.find(LONG)
    ]
    found += [(int(one["minutes"] or one["minutes2"]), Span(*one.span()), LABELLED) for one in paper.find(MINUTE_LABEL)]
    found += list(_minutes_of_names(paper))
    for match in paper.find(MINUTES):
        span = Span(*match.span())
        if not any(span.overlaps(other) for _, other, _ in found) and (sure := _is_length(paper, match)):
            found.append((int(match["minutes"]), span, sure))
    return [one for one in found if 5 <= one[0] <= 6000]


def _minutes_of_names(paper: Paper) -> Iterator[tuple[int, Span, float]]:
    """The number beside or under a name that is minutes and nothing else."""
    for name in paper.labelled(MINUTE_NAME):
        for piece, _ in paper.values_of(name.piece) if name.is_alone else ():
            below = paper.under(piece)
            is_a_row = below is not None and below.text.isdecimal()  # one of many, of which none is the whole
            if piece.text.isdecimal() and len(piece.text) <= MOST_FIGURES and not is_a_row:
                yield int(piece.text), paper.span_of(piece), LABELLED


def _is_length(paper: Paper, match: re.Match[str]) -> float:
    """How sure we are that minutes tell how long it took."""
    piece = paper.piece_at(match.start())
    left = paper.before(piece)
    if A_RULE.search(paper.sentence_at(match.start())) or (left is not None and left.text.endswith("=")):
        return 0.0
    before = paper.folded[max(0, match.start() - 45) : match.start()]
    after = paper.folded[match.end() : match.end() + 40]
    if _is_rough(paper, match):
        return UNNAMED
    bracketed = before.endswith("(") and after.startswith(")") and not RESTATED.search(before)
    if LENGTH_OF.match(after) or LENGTH.search(before) or bracketed:
        return LABELLED
    if re.search(r"(?:per|each|every|is|are|at least|minimum|within|an?)\s*(?:an?\s+)?$", before) or re.match(
        r"[\s)]*(?:per|each|of instruction|is|are|hour|before|after|late)", after
    ):
        return 0.0
    if RESTATED.search(before) and after.startswith(")"):
        return UNNAMED  # "1.0 contact hour (60 minutes)": what it took, or what the hour is made of
    alone = len(piece.words) <= 4 and (left is None or len(left.words) <= MOST_OF_A_NAME)
    short = len(piece.words) <= 10
    return LABELLED if alone else UNNAMED if short or re.search(r"(?:\(|for|of|,)\s*:?\s*$", before) else 0.0


def _is_rough(paper: Paper, match: re.Match[str]) -> bool:
    """Whether a time is only about right: that of any class, not of this one."""
    return ABOUT.search(paper.folded, max(0, match.start() - 20), match.start()) is not None
