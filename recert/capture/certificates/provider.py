"""Who offered the activity: not who accredited the provider, and not who certifies the holder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from recert.capture.certificates.evidence import Candidate, strongest
from recert.capture.certificates.names import is_headed_as_organisation, is_subject, organisation, person
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
    r"(?<![a-z])(?:(?:does )?(?:hereby |proudly )?(?:certifies|certify|awards|confers|grants|bestows|presents|recogni[sz]es|acknowledges|confirms|verifies|attests|declares)|(?:por la presente )?(?:certifica|otorga|hace constar|concede|reconoce|acredita))(?![a-z])"
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
    r"credentialing center|commission on accreditation|accreditation council|\b(?:and|of|the|or|y|de)$|^(?:prof|dra?|mrs?|ms|sra?|this|these|it|the (?:activity|course|program|above|following)|course|program|activity|he|she|who|which|that|as a|we|certificate|participant|they)\b|#|number|^no\b|^id\b|^\d|^[(:]"
)
HEADING = re.compile(
    r"certificat|certificad|thank|^dear\b|^hi\b|hello|welcome|\bcop(?:y|ia)\b|\bstub\b|congratulat|completion|attendance|achievement|participation|constancia|diploma|statement|record|transcript|receipt|verification|continuing education$"
    r"|awarded|presented|credits?\b|\bcourse\b|\bthis\b|:|approved|accredited|signature|director|coordinator|administrator|^head of|president|\bchief|manager\b|\bdean\b|\bfor\b$|^in\b|officer|planner|registrar|\d|www|^to$|@"
)
LEGAL = re.compile(r",?\s+(?:inc|llc|ltd|l\.l\.c|corp|co)\.?$", re.IGNORECASE)
CUT = re.compile(
    r"(?<!\bst)\.\s+[A-Z]|;|\s\(?(?:provider|accredit|approv|license|lic\.|cep|phone|tel|www|http|e-?mail|under agreement|in (?:joint )?(?:partnership|collaboration|cooperation|association|conjunction)|paid for|with support|supported)\b.*"
    r"|,?\s+(?:is|has|certifies|an approved|a provider|as|who|which|in \w+,|located|this)\s|,?\s+(?:on|at)\s+(?:\d|\w+day|[a-z]+ \d)|\s+for\s+(?:\d|a total|complet|success|attend|participat|the )|\s[|•·]\s|\s(?:los d[ií]as|el d[ií]a|el \d|via|con una?|por un)\s|\s-\s|,\s*(?:\d|p\.?o\.? box)|\s\d{2,}\s",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"\s*(?:\d+\s+\w+|p\.?\s?o\.?\s+box|[^\n]*\(\d{3}\)\s*\d{3}-\d{4}|[^\n]*,\s[a-z]{2}\s+\d{5})")
DEPARTMENT = re.compile(r"(?:office|department|division|school|center|bureau|section|unit) (?:of|for) ")
WHERE = {"beside": 0.95, "under": 0.92, "over": 0.8}
AFTER = {"by": (BY, 0.95), "conducted": (CONDUCTED, 0.6), "from": (FROM, 0.78), "at": (PLACE, 0.75)}
BEFORE = {"certifies": (CERTIFIES, 0.9), "accredited": (ACCREDITED, 0.88), "designates": (DESIGNATES, 0.86)}
"""Words after and before which a provider is named, and how sure a name is there."""
GENERAL = frozenset(
    [
        "office",
        "department",
        "dept",
        "division",
        "school",
        "center",
        "centre",
        "bureau",
        "section",
        "unit",
        "committee",
        "program",
        "programs",
        "extension",
        "continuing",
        "community",
        "customer",
        "allied",
        "health",
        "healthcare",
        "medical",
        "education",
        "educational",
        "workforce",
        "training",
        "business",
        "management",
        "home",
        "professional",
        "development",
        "nursing",
        "nurse",
        "nurses",
        "staff",
        "clinical",
        "learning",
        "outreach",
        "services",
        "service",
        "support",
        "human",
        "resources",
        "quality",
        "safety",
        "and",
        "of",
        "for",
        "the",
        "cme",
        "ce",
        "ceu",
        "medicine",
        "technology",
        "career",
        "careers",
        "adult",
        "desk",
        "team",
        "academic",
        "affairs",
        "patient",
        "employee",
        "online",
        "my",
        "your",
        "our",
        "compliance",
        "records",
        "registrar",
        "area",
        "student",
        "personal",
        "care",
    ]
)
"""Words that every organisation has departments called by."""
FIELD = re.compile(
    r"(?:profession|course|activity|member|date|credit|licen[sc]e|certificate|employee|participant|attendee|student|session|topic|subject|method|awarded|completed|score|contact|place|location|trainer|instructor|speaker|funded)\b"
)
TEAM = re.compile(r"^(?:the|your)\s+(?=.*\steam$)|\s+team$", re.IGNORECASE)
VERB = re.compile(r"\b(?:was|were|is|has|have|attended|completed|participated)\b")
ACRONYM = re.compile(r"[A-Z]{2,6}")
"""What is more often a logo than a name."""
AGAIN = 0.45
"""How often a name that stands on the paper more than once is the provider's."""
FIRST, LATER = 0.74, 0.55
"""How often a name that stands alone is the provider's, on the first line and further down."""
ONLY, DOUBTFUL = 0.82, 0.78
"""The same where no other organisation is named."""


def provider_of(paper: Paper, holder: str, title: str = "") -> Field | None:
    """The provider's name, and how sure we are of it."""
    avoid = {plain(holder), plain(title), ""}
    found = [one for one in _candidates(paper) if plain(one.text) not in avoid and plain(one.text) not in plain(title)]
    again = [
        replace(one, sure=AGAIN, sign="again")
        for one in found
        if _stands_again(paper, one.text) and not is_department(one.text) and not ACRONYM.fullmatch(one.text)
    ]
    best = strongest([*found, *again])
    if best is None:
        return None
    return paper.field(best.text, best.span, _all_considered(paper, best, found))


def _all_considered(paper: Paper, best: Candidate, found: Sequence[Candidate]) -> float:
    """How sure the best name is, when it is the only one, or a longer one begins with it, or somebody else taught."""
    sure = best.sure
    others = {plain(one.text) for one in found if organisation(one.text)} - {plain(best.text)}
    if organisation(best.text) and not others:
        sure = max(sure, ONLY if sure >= FIRST else DOUBTFUL)
    goes_on = re.compile(re.escape(plain(best.text)) + r" (?:for|of|and|&|de|y) [^,\d]+$")
    if any(goes_on.match(plain(one.text)) for one in found):
        sure = min(sure, DOUBTFUL)
    teacher = next(_after(paper, CONDUCTED, 0.9, "conducted"), None)
    return min(sure, 0.7) if teacher and plain(teacher.text) not in plain(best.text) else sure


def _stands_again(paper: Paper, text: str) -> bool:
    return paper.folded.replace("\n", " ").count(plain(text)) > 1


def is_department(text: str) -> bool:
    """Whether a name is only that of a part of some organisation: "Office of Continuing Education"."""
    words = re.findall(r"[a-z]+", plain(text).partition(",")[0])
    return DEPARTMENT.match(plain(text)) is not None or (len(words) < 6 and all(word in GENERAL for word in words))


def _candidates(paper: Paper) -> Iterator[Candidate]:
    yield from _labelled(paper)
    for sign, (words, sure) in AFTER.items():
        yield from _after(paper, words, sure, sign)
    for sign, (words, sure) in BEFORE.items():
        for match in paper.find(words):
            if found := _name_before(paper, match.start()):
                if is_department(found[0]):
                    yield Candidate(*found, 0.5, "department")
                else:
                    yield Candidate(*found, sure - (0 if organisation(found[0]) else 0.15), sign)
    yield from _letterhead(paper)


def _is_approver(text: str) -> bool:
    return any(body.search(plain(text)) for body in APPROVERS.values())


def _after(paper: Paper, words: re.Pattern[str], sure: float, sign: str) -> Iterator[Candidate]:
    for match in paper.find(words):
        if found := _name_from(paper, match.end()):
            known, human = organisation(found[0]), person(found[0])
            yield Candidate(*found, sure if known else 0.35 if human else min(sure, 0.82), sign)


def _labelled(paper: Paper) -> Iterator[Candidate]:
    for line in paper.labelled(LABEL):
        if line.is_alone:
            yield from islice(_beside_label(paper, line.piece), 1)
        elif line.marked and (found := _name_from(paper, line.value.start, to=line.value.end)):
            yield Candidate(*found, 0.96 if organisation(found[0]) or not person(found[0]) else 0.7, "label")


def _beside_label(paper: Paper, label: Piece) -> Iterator[Candidate]:
    for other, where in paper.values_of(label):
        found = _name_from(paper, paper.span_of(other).start)
        if found and not _is_approver(found[0]):
            less = 0 if organisation(found[0]) else 0.25 if person(found[0]) else 0.08
            yield Candidate(*found, WHERE[where] - less, "label")


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
    if alone and is_department(alone[0]) and line > 1 and (above := _name_above(paper, line)):
        return above
    if alone and organisation(alone[0]) and " " in alone[0]:
        return alone
    return _cleaned(paper, _without_lead(paper, Span(max(paper.text.rfind("\n\n", 0, end) + 2, end - 130, 0), end)))


def _name_above(paper: Paper, line: int) -> tuple[str, Span] | None:
    """The name on the line over the one that begins at `line`, when that is only a part of it."""
    end = line - 1
    while end > 0 and paper.text[end - 1] == "\n":
        end -= 1
    span = Span(paper.text.rfind("\n", 0, end) + 1, end)
    above = None if HEADING.search(paper.folded[span.start : end]) else _cleaned(paper, span)
    return above if above and not is_department(above[0]) and not person(above[0]) else None


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
    text = TEAM.sub("", text[: cut.start()] if cut else text).strip(" \"“”'.,:;*-–—_|(")
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
    first = True
    for piece, span in _blocks(paper):
        found, text = _cleaned(paper, span), plain(paper.printed(span))
        if found and LEGAL.search(found[0].rstrip(".")):
            text = plain(found[0])
        if found is None or not _can_head(text):
            continue
        below = paper.under(piece, 1.2)
        addressed = below is not None and ADDRESS.match(below.text.lower()) is not None
        known, human = organisation(found[0]), bool(person(found[0]))
        if known or first or (addressed and not human):
            high = first and piece.bottom < 0.3 * paper.height
            sure = (FIRST if high else LATER) + (0.06 if addressed else 0)
            topic = is_subject(found[0]) and not is_headed_as_organisation(found[0])
            less = (
                0.25 * topic
                + (0 if known else 0.3 if human or ACRONYM.fullmatch(found[0]) else 0.14)
                + (0.3 if is_department(found[0]) else 0)
            )
            yield Candidate(*found, sure - less - (0.2 if _is_approver(text) else 0), "head")
        first = first and ACRONYM.fullmatch(found[0]) is not None


def _can_head(text: str) -> bool:
    """Whether a line can be a name that stands alone."""
    return not (
        len(text.split()) > 9
        or HEADING.search(text)
        or is_label(text)
        or FIELD.match(text)
        or BY.search(text)
        or VERB.search(text)
    )
