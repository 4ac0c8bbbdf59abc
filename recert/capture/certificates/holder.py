"""Whose certificate it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median

from recert.capture.certificates.evidence import Candidate, strongest
from recert.capture.certificates.names import HONORIFIC, organisation, person
from recert.capture.certificates.paper import Paper, Span
from recert.capture.certificates.phrases import pattern
from recert.capture.certificates.plain import plain
from recert.capture.certificates.reading import Field
from recert.capture.certificates.words import Piece

GIVEN_TO = pattern(
    r"""
    (?:this (?:is to )?|hereby |does hereby |we )?certif(?:y|ies)(?: that)?
    (?:(?:is|are|was) )?(?:hereby |proudly )?(?:presented|awarded|granted|issued|given|conferred|bestowed)(?: up)?(?: ?on| to)
    (?:hereby |proudly )?(?:confers|bestows|presents|grants|awards)(?: up)?(?:on| to)
    (?:hereby |is to |to )?(?:recogni[sz]es?|acknowledges?|congratulates?|attests?)(?: that| to)?|(?:let it )?be (?:it )?known that(?: on this day)?|(?:the )?(?:attendance|participation) of|in recognition of(?! (?:\w+ ){0,3}(?:complet|attend|particip))|we (?:hereby )?award this certificate to|it is hereby certified that|this acknowledges that|(?:verif(?:y|ies)|confirms?|attests?|documents?|shows?) that
    (?:was|were|is|has been) (?:successfully )?(?:completed|attended|earned|taken) by
    (?:statement|record) (?:of \w+ )?for|prepared for|for the records? of
    certificate (?:of (?:completion|attendance|participation|achievement) )?(?:for|to)|congratulations,?|this is (?:for|made out to)
    (?:se )?(?:otorga|concede|entrega|confiere|expide|extiende)(?:do|da|n|mos)?(?: (?:el|la) presente(?: \w+)?| (?:este|el|la|un) \w+)? a(?:l|:| la)?
    (?:certifica|acredita|constata|hace constar|reconoce)(?:n|mos)?(?: que)?(?: a)?|hace constar que|por cuanto|presentado a|a favor de|se reconoce a""",
    before=r"(?<![a-z])",
    after=r"(?![a-z])\s*:?",
)
DONE = pattern(
    r"""
    ,? (?:you |who )?(?:has|have|had|is|was) (?:hereby |successfully |satisfactorily |actively |also |duly )*(?!\w+ by(?![a-z]))(?:complet|participat|attend|fulfill|met |finish|pass|earn|demonstrat|been |awarded|taken|took|shown|present |in attendance|satisf|viewed|done|gained|received|achieved|credited|claimed|reached)
    ,?\n+(?:successfully |satisfactorily )?(?:completed(?! ?(?:on|date|:|\n|\d))|participated|attended|took part|was present|finished|passed|earned|received(?! by)|for (?:successful(?:ly)?|completing|completion|participating|attending|having))
    ,? (?:successfully )?(?:completed|attended|participated in|took part in|finished) (?:our|the|this|an?)(?![a-z])
    ,? (?:ha|han) (?:\w+ )?(?:complet|particip|asisti|aprobad|curs|finaliz|culmin|termin|cumpl)
    ,?\n+(?:por (?:haber|su)|complet[oa]|aprobo|asistio|participo)"""
)
LABEL = pattern(
    r"""
    (?:participant|attendee|student|learner|recipient|employee|licensee|member|card ?holder|holder|trainee|user|candidate|customer|nurse|professional|earner|awardee|registrant|operator|educator)(?:'?s)?(?: full)?(?: name)?(?: ?\((?:last|first|family|print)[^)]{0,20}\))?|who
    (?:last|family)(?: name)?,? (?:and )?(?:first|given)(?: name)?|apellidos?(?: y|,) nombres?(?: ?/ ?(?:full )?name)?|name \((?:last|first), (?:last|first)(?: name)?\)
    (?:full |print(?:ed)? |first and last |registered )?name(?: of (?:the )?(?:participant|attendee|student|learner|recipient|licensee|holder|employee))?(?: \(print\))?
    nombre(?: completo)?(?: del? (?:la )?(?:participante|estudiante|alumno|asistente|titular))?|participante|estudiante|alumn[oa]|asistente|titular""",
    after=r"(?![a-z])",
)


ABOVE = re.compile(
    r"(?:the )?(?:above|aforementioned|undersigned)[- ](?:named )?(?:individual|person|student|participant|employee)|(?:is|was) an? (?:certified|registered|nationally)|,? (?:has demonstrated|demonstrated|who (?:has|completed|attended))".replace(
        " ", r"\s+"
    )
)
OFFICE = re.compile(
    r"\b(?:director|president|chair\w*|coordinator|instructor|administrator|manager|registrar|planner|officer|secretary|dean|chief|faculty|presenter|speaker|signature|signed|author|editor|educator|supervisor|trainer|representative|ceo|firma|directora?|instructora?|presidenta?|coordinadora?)\b"
)
GOES_ON = re.compile(r"[A-Z].*\s|\d|\.(?:\s|$)")
"""A line that is no name and does not lead up to one either."""
CITY = re.compile(r"[a-z .]+,?\s[a-z]{2}\.?\s+\d{5}(?:-\d{4})?")
STREET = re.compile(r"\s*(?:\d+\s|p\.?\s?o\.?\s+box|rural route|apt\b|suite\b|unit \w)")
GREETING = re.compile(r"(?<=\n)(?:dear|hello|hi)\s+(?P<whom>[a-z .'-]{2,40})[:,](?=\n)")
WHERE = {"beside": 0.96, "under": 0.93, "over": 0.9}


def holder_of(paper: Paper) -> Field | None:
    """The holder's name, and how sure we are of it."""
    best = strongest(_candidates(paper))
    return paper.field(best.text, best.span, best.sure) if best else None


def _candidates(paper: Paper) -> Iterator[Candidate]:
    signs = {
        "given": _given,
        "done": _who_did,
        "alone": _alone,
        "label": _labelled,
        "addressee": _addressee,
        "greeted": _greeted,
    }
    for sign, names in signs.items():
        yield from (Candidate(name, span, sure, sign) for name, span, sure in names(paper))


def _given(paper: Paper) -> Iterator[tuple[str, Span, float]]:
    """The name after words such as "certifies that" or "awarded to": on their line, or soon below when that ends there."""
    for match in paper.find(GIVEN_TO):
        own_line = paper.folded.find("\n", match.end())
        for place, (span, line) in enumerate(_lines(paper, match.end(), 3)):
            cut = DONE.search(paper.folded, span.start, span.end + 40)
            stop = cut.start() if cut else span.end
            if name := person(paper.printed(Span(span.start, max(span.start, min(stop, span.end))))):
                near = cut is not None or place == 0 or span.start <= own_line + 2
                officer = not near and is_officer(paper, paper.piece_at(span.start))
                yield name, _exact(paper, name, span), 0.97 if near else 0.5 if officer else 0.8
                break
            if span.start < own_line and GOES_ON.search(line):
                break


def _who_did(paper: Paper) -> Iterator[tuple[str, Span, float]]:
    """The name before words such as "has completed"."""
    for words, sure in ((DONE, 0.96), (ABOVE, 0.9)):
        for match in paper.find(words):
            span = _line_before(paper, match.start())
            further = _line_before(paper, span.start)  # a role may stand between the name and what was done
            for above, less in ((span, 0), (further, 0.08)):
                if _is_under_an_office(paper, above):
                    continue
                last = re.split(r"[:.]\s", paper.printed(above))
                if len(last) > 1 and OFFICE.search(plain(last[-2])):
                    continue  # "Manager: Rosa Reyes" over "has completed" is not who did
                if name := person(last[-1]) or person(paper.printed(above)):
                    yield name, _exact(paper, name, above), sure - less
                    break


def _labelled(paper: Paper) -> Iterator[tuple[str, Span, float]]:
    for line in paper.labelled(LABEL):
        if line.is_alone:
            values = ((person(other.text), other, WHERE[where]) for other, where in paper.values_of(line.piece))
            yield from ((name, _exact(paper, name, paper.span_of(other)), sure) for name, other, sure in values if name)
        elif name := person(paper.printed(line.value)):
            yield name, _exact(paper, name, line.value), 0.97 if line.marked else 0.9


def _alone(paper: Paper) -> Iterator[tuple[str, Span, float]]:
    """A name alone on its line, with no office under, over or beside it: nearly sure where there is but one."""
    found = [
        (piece, name)
        for piece in paper.pieces
        if (name := person(piece.text)) and not organisation(piece.text) and not is_officer(paper, piece)
    ]
    usual = median(piece.height for piece in paper.pieces) if found else 0
    for piece, name in found:
        large = piece.height >= 1.15 * usual and piece.bottom < 0.75 * paper.height
        yield name, _exact(paper, name, paper.span_of(piece)), 0.76 if len(found) == 1 else 0.7 if large else 0.6


def is_officer(paper: Paper, piece: Piece) -> bool:
    """Whether an office stands with a name: its bearer signs, and is not who did something."""
    near = (paper.under(piece, 1.6), paper.over(piece, 1.6), paper.before(piece), piece)
    return any(one is not None and len(one.words) <= 12 and OFFICE.search(plain(one.text)) for one in near)


def _is_under_an_office(paper: Paper, line: Span) -> bool:
    """Whether only an office stands over or left of a line, as "Instructor" does over the name of one."""
    piece = paper.piece_at(line.start)
    near = (paper.over(piece, 1.6), paper.before(piece))
    return any(one is not None and len(one.words) <= 2 and OFFICE.search(plain(one.text)) for one in near)


def _addressee(paper: Paper) -> Iterator[tuple[str, Span, float]]:
    """The name over a street and a city with its ZIP code; the place of work may stand between them."""
    for match in CITY.finditer(paper.folded):
        piece = paper.piece_at(match.start() + 1)
        above, street = paper.over(piece), STREET.match(plain(piece.text)) is not None
        for _ in range(3):
            if above is None or not (street or STREET.match(plain(above.text)) or organisation(above.text)):
                break
            street, above = street or STREET.match(plain(above.text)) is not None, paper.over(above)
            if street and above and (name := person(above.text)):
                yield name, _exact(paper, name, paper.span_of(above)), 0.86
                break


def _greeted(paper: Paper) -> Iterator[tuple[str, Span, float]]:
    """A name alone on its line over a letter that greets the same person."""
    for match in paper.find(GREETING):
        greeted = set(plain(HONORIFIC.sub("", match["whom"])).split())
        for piece in paper.pieces:
            if piece.bottom > paper.piece_at(match.start()).top:
                continue
            if (name := person(piece.text)) and greeted & set(plain(name).replace(",", " ").split()):
                yield name, _exact(paper, name, paper.span_of(piece)), 0.93


def _lines(paper: Paper, start: int, most: int) -> Iterator[tuple[Span, str]]:
    """The text after `start`, line by line."""
    for _ in range(most):
        while start < len(paper.text) and paper.text[start] in " \n:,":
            start += 1
        end = paper.text.find("\n", start)
        if end < 0 or start >= len(paper.text):
            return
        yield Span(start, end), paper.text[start:end]
        start = end + 1


def _line_before(paper: Paper, place: int) -> Span:
    end = place
    while end > 0 and paper.text[end - 1] in " \n,":
        end -= 1
    return Span(paper.text.rfind("\n", 0, end) + 1, end)


def _exact(paper: Paper, name: str, span: Span) -> Span:
    place = paper.text.find(name, span.start, span.end + 1)
    return Span(place, place + len(name)) if place >= 0 else span
