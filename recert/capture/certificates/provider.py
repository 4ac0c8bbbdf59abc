"""Who offered the activity: not who accredited the provider, and not who certifies the holder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recert.capture.certificates.names import organisation, person
from recert.capture.certificates.paper import Paper, Span
from recert.capture.certificates.phrases import APPROVERS, is_label, pattern
from recert.capture.certificates.plain import plain
from recert.capture.certificates.reading import Field
from recert.capture.certificates.words import Paragraph, Piece

BY = pattern(
    r"""
    (?:jointly |co-?)?(?:provided|presented|offered|sponsored|hosted|produced|delivered|organi[sz]ed|issued|taught|administered|coordinated|developed and presented)(?: \w+)?(?: and (?:provided|presented|offered|sponsored|awarded|developed))? by
    (?:impartid|ofrecid|organizad|auspiciad|patrocinad|dictad|presentad|realizad|emitid|otorgad)[oa](?: en linea)? por(?: el| la)?""",
    before=r"(?<![a-z])",
    after=r"(?![a-z])\s*:?",
)
CONDUCTED = pattern(
    r"conducted by|class (?:held|taught|given) by|training (?:given|held) by",
    before=r"(?<![a-z])",
    after=r"(?![a-z])\s*:?",
)
FROM = pattern(
    r"(?:hours?|credits?|ceus?|units?|points?) (?:awarded |earned )?(?:from|by|through)|course (?:of|from)|accredited through",
    before=r"(?<![a-z])",
    after=r"(?![a-z])\s*:?",
)
PLACE = pattern(r"(?:given|held|offered|taught) at", before=r"(?<![a-z])", after=r"(?![a-z])\s*:?")
LABEL = pattern(
    r"""
    (?:(?:approved |ce |accredited |course |training |education(?:al)? |program |activity |learning )?(?:provider|sponsor|organi[sz]ation|issuer|school|institution|publisher)|training (?:center|centre|site|organization|company)|host)(?:'?s)?(?: name)?(?:/sponsor)?(?: name)?
    name of (?:the )?(?:provider|sponsor|organi[sz]ation|school|institution)|provided by|presented by|offered by|sponsored by|issued by|organization name|agency|company|issuing organi[sz]ation
    (?:nombre del )?(?:proveedor|patrocinador|organizador|emisor)|entidad(?: \w+)?|centro de (?:capacitacion|entrenamiento|formacion)|institucion|impartido por|ofrecido por|organizado por"""
)
CERTIFIES = re.compile(
    r"(?<![a-z])(?:(?:does )?(?:hereby |proudly )?(?:certifies|certify|awards|presents|recogni[sz]es|acknowledges|confirms|verifies|attests|declares)|(?:por la presente )?(?:certifica|otorga|hace constar|concede|reconoce|acredita))(?![a-z])"
)
ACCREDITED = re.compile(
    r"(?<![a-z])(?:is|are|has been|was|esta)\s+(?:an?\s+)?(?:jointly\s+)?(?:approved|accredited|authori[sz]ed|recogni[sz]ed|acreditad[oa]|autorizad[oa]|aprobad[oa])\s*(?:as\s+an?\s+|with\s+|by\s+|por\s+|como\s+|provider|to\s+)"
)
DESIGNATES = re.compile(r"(?<![a-z])(?:designates\s+this|complies\s+with\s+the\s+ansi)(?![a-z])")
SAYS = re.compile(
    r"^(?:in support of improving patient care,?\s*|this (?:activity|course|program|class)\b.*|accreditation\.?\s+|the\s+|by\s+|and\s+|el\s+|la\s+)+",
    re.IGNORECASE,
)
NO_PROVIDER = re.compile(
    r"^(?:prof|dra?|mrs?|ms|sra?|this|these|it|the (?:activity|course|program|above|following)|course|program|activity|he|she|who|which|that|as a|we|certificate|participant|they)\b|#|number|^no\b|^id\b|^\d|^[(:]"
)
HEADING = re.compile(
    r"certificat|certificad|thank|^dear\b|^hi\b|hello|welcome|\bcop(?:y|ia)\b|\bstub\b|congratulat|completion|attendance|achievement|participation|constancia|diploma|statement|record|transcript|receipt|verification|continuing education$"
    r"|awarded|presented|credits?\b|\bcourse\b|\bthis\b|:|approved|accredited|signature|director|coordinator|administrator|^head of|president|\bchief|manager\b|\bdean\b|\bfor\b$|^in\b|officer|planner|registrar|\d|www|^to$|@"
)
LEGAL = re.compile(r",?\s+(?:inc|llc|ltd|l\.l\.c|corp|co)\.?$", re.IGNORECASE)
CUT = re.compile(
    r"(?<!\bst)\.\s+[A-Z]|;|\s\(?(?:provider|accredit|approv|license|lic\.|cep|phone|tel|www|http|e-?mail|under agreement|in partnership)\b.*"
    r"|,?\s+(?:is|has|certifies|an approved|a provider|as|who|which|in \w+,|located|this)\s|,?\s+(?:on|at)\s+(?:\d|\w+day|[a-z]+ \d)|\s+for\s+(?:\d|a total|complet|success|attend|participat|the )|\s[|•·]\s|\s(?:los d[ií]as|el d[ií]a|el \d|via|con una?|por un)\s|\s-\s|,\s*(?:\d|p\.?o\.? box)|\s\d{2,}\s",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"\s*(?:\d+\s+\w+|p\.?\s?o\.?\s+box|[^\n]*\(\d{3}\)\s*\d{3}-\d{4}|[^\n]*,\s[a-z]{2}\s+\d{5})")
DEPARTMENT = re.compile(r"(?:office|department|division|school|center|bureau|section|unit) (?:of|for) ")
ALONE = 0.64
Candidate = tuple[str, Span, float]


def provider_of(paper: Paper, holder: str, title: str) -> Field | None:
    """The provider's name, and how sure we are of it."""
    avoid = {plain(holder), plain(title), ""}
    found = [one for one in _candidates(paper) if plain(one[0]) not in avoid and plain(one[0]) not in plain(title)]
    if not found:
        return None
    text, span, sure = max((_weighed(paper, one) for one in found), key=lambda one: one[2])
    if ALONE <= sure < 0.8 and organisation(text) and {plain(one[0]) for one in found} == {plain(text)}:
        sure = 0.78  # no other name on the paper could be the provider's
    longer = [
        one for one in found if re.match(re.escape(plain(text)) + r" (?:for|of|and|&|de|y) [^,\d]+$", plain(one[0]))
    ]
    if longer and sure < 0.94:
        text, span, sure = longer[0][0], longer[0][1], 0.78
    teacher = next(_after(paper, CONDUCTED, 0.9), None)
    if teacher and plain(teacher[0]) not in plain(text):
        sure = min(sure, 0.7)
    return paper.field(text, span, sure)


def _weighed(paper: Paper, one: Candidate) -> Candidate:
    """A name that the paper says more than once is surer."""
    text, span, sure = one
    often = paper.folded.replace("\n", " ").count(plain(text)) > 1
    return (text, span, max(sure, 0.9)) if often and sure >= 0.65 and organisation(text) else one


def _candidates(paper: Paper) -> Iterator[Candidate]:
    yield from _labelled(paper)
    yield from _after(paper, BY, 0.95)
    yield from _after(paper, CONDUCTED, 0.8)
    yield from _after(paper, FROM, 0.78)
    yield from _after(paper, PLACE, 0.75)
    for words, sure in ((CERTIFIES, 0.92), (ACCREDITED, 0.88), (DESIGNATES, 0.86)):
        for match in paper.find(words):
            if found := _name_before(paper, match.start()):
                yield *found, sure if organisation(found[0]) else 0.75
    yield from _letterhead(paper)


def _is_approver(text: str) -> bool:
    return any(body.search(plain(text)) for body in APPROVERS.values())


def _after(paper: Paper, words: re.Pattern[str], sure: float) -> Iterator[Candidate]:
    for match in paper.find(words):
        found = _name_from(paper, match.end())
        if found and (organisation(found[0]) or not person(found[0])):
            yield *found, sure if organisation(found[0]) else min(sure, 0.82)


def _labelled(paper: Paper) -> Iterator[Candidate]:
    for piece in paper.pieces:
        span = paper.field_of(piece)
        line = paper.folded[span.start : span.end]
        match = LABEL.match(line)
        if not match:
            continue
        rest = re.match(r"\s*:\s*", line[match.end() :])
        if (
            rest
            and line[match.end() + rest.end() :].strip()
            and (found := _name_from(paper, span.start + match.end() + rest.end(), to=span.end))
        ):
            yield *found, 0.96 if organisation(found[0]) or not person(found[0]) else 0.7
        elif match.end() >= len(line.rstrip(" :*")):
            for other, where in paper.values_of(piece):
                found = _name_from(paper, paper.span_of(other).start)
                if found and not _is_approver(found[0]):
                    sure = {"beside": 0.95, "under": 0.92, "over": 0.8}[where]
                    less = 0 if organisation(found[0]) else 0.25 if person(found[0]) else 0.08
                    yield *found, sure - less
                    break


def _name_from(paper: Paper, start: int, to: int | None = None) -> tuple[str, Span] | None:
    """A name that starts here and ends with its line, its sentence, or words that are no part of it."""
    while start < len(paper.text) and paper.text[start] in " \n:,-":
        start += 1
    if article := re.match(r"(?:the|el|la|los|las)\s+(?=[A-Z])", paper.text[start:]):
        start += article.end()
    end = paper.text.find("\n", start)
    end = len(paper.text) if end < 0 else end
    unfinished = paper.text[start:end].rstrip().endswith((" of", " for", " and", " the", " &", ",", " de", " y"))
    if to is None and unfinished and paper.text[end + 1 : end + 2].strip():
        end = paper.text.find("\n", end + 1)
    return _cleaned(paper, Span(start, end))


def _name_before(paper: Paper, place: int) -> tuple[str, Span] | None:
    """A name that ends here: in its sentence, or on the line above."""
    end = place
    while end > 0 and paper.text[end - 1] in " \n,":
        end -= 1
    line = paper.text.rfind("\n", 0, end) + 1
    alone = _cleaned(paper, _without_lead(paper, Span(line, end)))
    if alone and DEPARTMENT.match(plain(alone[0])) and line > 1:
        above = _cleaned(paper, Span(paper.text.rfind("\n", 0, line - 1) + 1, line - 1))
        if above and organisation(above[0]):
            return above
    if alone and organisation(alone[0]) and " " in alone[0]:
        return alone
    return _cleaned(paper, _without_lead(paper, Span(max(paper.text.rfind("\n\n", 0, end) + 2, end - 130, 0), end)))


def _without_lead(paper: Paper, span: Span) -> Span:
    """The last sentence of a stretch, without the words that only lead up to its subject."""
    breaks = [
        match.end()
        for match in re.finditer(r"(?<!inc)(?<!co)(?<!\bst)[.;:](?=\s)\s*", paper.folded[span.start : span.end])
    ]
    start = span.start + (breaks[-1] if breaks else 0)
    lead = SAYS.match(paper.text[start : span.end].replace("\n", " "))
    return Span(start + (lead.end() if lead else 0), span.end)


def _cleaned(paper: Paper, span: Span) -> tuple[str, Span] | None:
    text = _before_next_label(paper.printed(span))
    cut = CUT.search(text)
    text = (text[: cut.start()] if cut else text).strip(" \"“”'.,:;*-–—_|(")
    if LEGAL.search(text) and f"{text}." in paper.printed(span):
        text += "."
    folded = plain(text)
    letters = sum(sign.isalpha() for sign in text)
    if not 3 <= len(text) <= 110 or NO_PROVIDER.search(folded) or letters < 3 or not text[0].isupper():
        return None
    start = max(span.start, paper.text.find(text.split()[0], span.start, span.end))
    return text, Span(start, min(span.end, start + len(text)))


def _blocks(paper: Paper) -> Iterator[tuple[Piece, Span]]:
    """Lines, and a short name that large writing broke over two lines as one."""
    for paragraph in _joined(paper.paragraphs):
        spans = [paper.span_of(piece) for piece in paragraph]
        short = 2 <= len(paragraph) <= 3 and sum(len(piece.words) for piece in paragraph) <= 6
        large = min(piece.height for piece in paragraph) > 0.9 * max(piece.height for piece in paragraph)
        if (
            short
            and large
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


def _before_next_label(text: str) -> str:
    """A value without the next field's name and value on the same line: "Metro CPR Instructor ID: 0812"."""
    value, colon, _ = text.partition(":")
    words = value.split()
    if not colon or len(words) < 2:
        return text
    ends = [count for count in (4, 3, 2, 1) if count < len(words) and is_label(plain(" ".join(words[-count:])))]
    return " ".join(words[: -ends[0]]) if ends else text


def _letterhead(paper: Paper) -> Iterator[Candidate]:
    """A name that stands alone: surest on the first line, over an address, or where it names an organisation."""
    place = -1
    for piece, span in _blocks(paper):
        place += 1
        text = plain(paper.printed(span))
        found = _cleaned(paper, span)
        if found and LEGAL.search(found[0].rstrip(".")):
            text = plain(found[0])
        if len(text.split()) > 9 or HEADING.search(text):
            continue
        if (_is_approver(text) and place) or is_label(text):
            continue
        below = paper.under(piece, 1.2)
        addressed = below is not None and ADDRESS.match(below.text.lower()) is not None
        if found and (organisation(found[0]) or (addressed and not person(found[0])) or place == 0):
            high = place < 2 and piece.bottom < 0.3 * paper.height
            yield (
                *found,
                (0.78 if high else 0.66) + (0.04 if addressed else 0) - (0 if organisation(found[0]) else 0.12),
            )
