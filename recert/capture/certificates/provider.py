"""Who offered the activity: not who accredited the provider, and not who certifies the holder."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recert.capture.certificates.names import organisation, person
from recert.capture.certificates.paper import Paper, Span
from recert.capture.certificates.phrases import APPROVERS, pattern
from recert.capture.certificates.reading import Field
from recert.capture.certificates.words import Piece

BY = pattern(
    r"""
    (?:jointly |co-?)?(?:provided|presented|offered|sponsored|conducted|hosted|produced|delivered|organi[sz]ed|issued|taught|awarded|administered|coordinated|developed and presented)(?: \w+)?(?: and (?:provided|presented|offered|sponsored|awarded|developed))? by
    (?:impartid|ofrecid|organizad|auspiciad|patrocinad|dictad|presentad|realizad|emitid|otorgad)[oa](?: en linea)? por(?: el| la)?""",
    before=r"(?<![a-z])",
    after=r"(?![a-z])\s*:?",
)
LABEL = pattern(
    r"""
    (?:(?:approved |ce |accredited |course |training |education(?:al)? |program |activity |learning )?(?:provider|sponsor|organi[sz]ation|issuer|school|institution|publisher)|training (?:center|site|organization|company)|host)(?:'?s)?(?: name)?(?:/sponsor)?(?: name)?
    provided by|presented by|offered by|sponsored by|conducted by|issued by|organization name|agency|company
    (?:nombre del )?(?:proveedor|patrocinador|organizador|emisor)|entidad(?: \w+)?|centro de (?:capacitacion|entrenamiento|formacion)|institucion|impartido por|ofrecido por|organizado por"""
)
CERTIFIES = re.compile(
    r"(?<![a-z])(?:(?:does )?(?:hereby |proudly )?(?:certifies|certify|awards|presents|recogni[sz]es|acknowledges|confirms|verifies)|(?:por la presente )?(?:certifica|otorga|hace constar|concede|reconoce|acredita))(?![a-z])"
)
ACCREDITED = re.compile(
    r"(?<![a-z])(?:is|are|has been|was|esta)\s+(?:an?\s+)?(?:jointly\s+)?(?:approved|accredited|authori[sz]ed|recogni[sz]ed|acreditad[oa]|autorizad[oa]|aprobad[oa])\s*(?:as\s+an?\s+|with\s+|by\s+|por\s+|como\s+|provider|to\s+)"
)
DESIGNATES = re.compile(r"(?<![a-z])designates\s+this(?![a-z])")
SAYS = re.compile(
    r"^(?:in support of improving patient care,?\s*|this (?:activity|course|program|class)\b.*|the\s+|by\s+|and\s+|el\s+|la\s+)+",
    re.IGNORECASE,
)
NO_PROVIDER = re.compile(
    r"^(?:this|these|it|the (?:activity|course|program|above|following)|course|program|activity|he|she|who|which|that|certificate|participant|they)\b|#|number|^no\b|^id\b|^\d|^[(:]"
)
LEGAL = re.compile(r",\s*(?:inc|llc|ltd|l\.l\.c|corp|co)\b\.?", re.IGNORECASE)


def provider_of(paper: Paper, holder: str, title: str) -> Field | None:
    """The provider's name, and how sure we are of it."""
    avoid = {holder.lower(), title.lower(), ""}
    found = [one for one in _candidates(paper) if one[0].lower() not in avoid and not person(one[0])]
    if not found:
        return None
    text, span, sure = max(found, key=lambda one: one[2])
    return paper.field(text, span, sure)


def _candidates(paper: Paper) -> Iterator[tuple[str, Span, float]]:
    yield from _labelled(paper)
    for match in paper.find(BY):
        conducted = "certif" not in match.group()
        if found := _name_from(paper, match.end()):
            yield found[0], found[1], (0.95 if conducted else 0.85) if organisation(found[0]) else 0.82
    for words, sure in ((CERTIFIES, 0.9), (ACCREDITED, 0.88), (DESIGNATES, 0.86)):
        for match in paper.find(words):
            if found := _name_before(paper, match.start()):
                yield found[0], found[1], sure if organisation(found[0]) else 0.6
    yield from _letterhead(paper)


def _labelled(paper: Paper) -> Iterator[tuple[str, Span, float]]:
    for piece in paper.pieces:
        span = paper.span_of(piece)
        line = paper.folded[span.start : span.end]
        match = LABEL.match(line)
        if not match:
            continue
        rest = re.match(r"\s*:\s*", line[match.end() :])
        if rest and (found := _name_from(paper, span.start + match.end() + rest.end(), to=span.end)):
            yield found[0], found[1], 0.96
        elif match.end() >= len(line.rstrip(" :*")):
            for other, sure in _neighbours(paper, piece):
                if other and not other.text.endswith(":") and (found := _name_from(paper, paper.span_of(other).start)):
                    yield found[0], found[1], sure if organisation(found[0]) else min(sure, 0.88)
                    break


def _neighbours(paper: Paper, piece: Piece) -> tuple[tuple[Piece | None, float], ...]:
    return (paper.beside(piece), 0.95), (paper.under(piece), 0.92), (paper.over(piece), 0.82)


def _name_from(paper: Paper, start: int, to: int | None = None) -> tuple[str, Span] | None:
    """A name that starts here and ends with its line, its sentence, or words that are no part of it."""
    while start < len(paper.text) and paper.text[start] in " \n:,-":
        start += 1
    end = paper.text.find("\n", start)
    end = len(paper.text) if end < 0 else end
    if paper.text[start:end].rstrip().endswith((" of", " for", " and", " the", " &", ",")) and to is None:
        end = paper.text.find("\n", end + 1) if paper.text[end + 1 : end + 2].strip() else end
    return _cleaned(paper, Span(start, end))


def _name_before(paper: Paper, place: int) -> tuple[str, Span] | None:
    """A name that ends here: in its sentence, or on the line above."""
    end = place
    while end > 0 and paper.text[end - 1] in " \n,":
        end -= 1
    start = max(paper.text.rfind("\n\n", 0, end) + 2, end - 130, 0)
    breaks = [match.end() for match in re.finditer(r"(?<!inc)(?<!co)[.;:](?=\s)\s*", paper.folded[start:end])]
    start += breaks[-1] if breaks else 0
    lead = SAYS.match(paper.text[start:end].replace("\n", " "))
    return _cleaned(paper, Span(start + (lead.end() if lead else 0), end))


def _cleaned(paper: Paper, span: Span) -> tuple[str, Span] | None:
    text = paper.printed(span)
    cut = re.search(
        r"\.\s+[A-Z]|;|\s\(?(?:provider|accredit|approv|aama|license|lic\.|cep|phone|tel|www|http|e-?mail)\b.*|,?\s+(?:is|has|on|at|for|certifies|an approved|a provider|as|who|which|in \w+,|located)\s|\s[|•·]\s|\s-\s|,\s*(?:\d|p\.?o\.? box)|\s\d{2,}\s",
        text,
        flags=re.IGNORECASE,
    )
    if cut:
        text = text[: cut.start()]
    text = re.sub(r"\s*\(\s*$", "", text).strip(" \"“”'.,:;*-–—_|")
    if LEGAL.search(paper.printed(span)[: len(text) + 7]) and text.lower().endswith(("inc", "co", "corp", "ltd")):
        text += "."
    folded = text.lower()
    if (
        not 3 <= len(text) <= 110
        or NO_PROVIDER.search(folded)
        or sum(sign.isalpha() for sign in text) < 3
        or not text[0].isupper()
    ):
        return None
    start = max(span.start, paper.text.find(text.split()[0], span.start, span.end))
    return text, Span(start, min(span.end, start + len(text)))


def _letterhead(paper: Paper) -> Iterator[tuple[str, Span, float]]:
    """An organisation that stands alone on a line: surest at the top."""
    for place, piece in enumerate(paper.pieces):
        text = piece.text.strip()
        if (
            len(text.split()) > 9
            or not organisation(text)
            or not text[:1].isupper()
            or re.search(
                r"certificate|continuing education$|credit|course|completion|\bfor\b|:|approved|accredited|signature|director|\d",
                text.lower(),
            )
        ):
            continue
        if any(pattern.search(text.lower()) for pattern in APPROVERS.values()):
            continue
        span = paper.span_of(piece)
        found = _cleaned(paper, span)
        if found:
            yield found[0], found[1], 0.82 if place < 2 or piece.bottom < 0.2 * paper.height else 0.65
