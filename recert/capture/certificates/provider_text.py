"""Where the name of a provider begins and ends, and what no such name is."""

from __future__ import annotations

import re

from recert.capture.certificates.names import is_headed_as_organisation, organisation, person
from recert.capture.certificates.paper import Paper, Span
from recert.capture.certificates.phrases import APPROVERS, is_label
from recert.capture.certificates.plain import plain

SAYS = re.compile(
    r"^(?:in support of improving patient care,?\s*|this (?:activity|course|program|class)\b.*|accreditation\.?\s+|the\s+|by\s+|and\s+|el\s+|la\s+)+",
    re.IGNORECASE,
)
NO_PROVIDER = re.compile(
    r"credentialing center|commission on accreditation|accreditation council|\b(?:and|of|the|or|y|de|to|at|in|by|with|from|that|is|was|el|la|al?|que|por|en)$|^(?:prof|dra?|mrs?|ms|sra?|this|these|it|the (?:activity|course|program|above|following)|course|program|activity|he|she|who|which|that|as a|we|certificate|participant|they)\b|#|number|^no\b|^id\b|^\d|^[(:]|\bapprover\b|\bno\.?$|^(?:dob|from|to|sent|subject|re)$|^[a-z]{1,5}-\d|\baward$|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}\b|^(?:\w+ )?contact hours?$|^educacion continua$|^categor(?:y|ia)\b"
)
HEADING = re.compile(
    r"^(?:granted|given|conferred|bestowed) |^you\b|!|^proof\b|voucher|\bslip\b|^c ?e ?r ?t ?i ?f ?i ?c ?a|certificat|certificad|thank|^dear\b|^(?:estimad|querid)|\bplease\b|^hi\b|hello|welcome|\bcop(?:y|ia)\b|\bstub\b|congratulat|completion|attendance|achievement|participation|constancia|diploma|statement|record|transcript|receipt|verification|continuing education$|^continuing education (?:unit|credit|hour)s?\b"
    r"|awarded|presented|credits?\b|\bcourse\b|\bthis\b|:|approved|accredited|signature|director|coordinator|administrator|^head of|president|\bchief|manager\b|\bdean\b|\bfor\b$|^in\b|officer|planner|\bchair(?:man|woman|person)?$|secretary$|treasurer|\beditor\b|registrar|\d|www|^to$|@"
)
LEGAL = re.compile(r",?\s+(?:inc|llc|ltd|l\.l\.c|corp|co)\.?$", re.IGNORECASE)
CUT = re.compile(
    r"(?<!\bst)(?<!\b[A-Z])\.\s+[A-Z]|;|\s\(?(?:provider(?! unit)|accredit|approv|license|lic\.|cep|phone|tel|www|http|e-?mail|under agreement|in (?:joint )?(?:partnership|collaboration|cooperation|association|conjunction)|paid for|with support|supported)\b.*"
    r"|,\s+(?:accredited|approved|licensed|authori[sz]ed|recogni[sz]ed|affiliated|registered|founded|parent|part|member)\b|\s(?:accredited|approved|authori[sz]ed) (?:by|as|to|under|with|provider(?! unit))\b"
    r"|,?\s+(?:junto con|en conjunto con|together with|along with|jointly with)\s|\s+(?:mediante|gracias a|thanks to|through an?|proudly|hereby|gladly|warmly|gratefully)\s|,?\s+\(?(?-i:[A-Z]{1,4})[- ]?\d{3,}[\w-]*\)?$|,\s+(?:an?|in support|with|under|through)\s|,\s+(?:[\w()&.-]+\s+){0,9}?(?:recognized|approved|accredited|registered)\b.*|\s\((?:[\w-]+\s+)*(?:[\w-]+-)?(?:approved|accredited|recognized|registered)\b.*|['’]s\s+(?:office|department|division|continuing)\s.*|,?\s+(?:upon|and (?:has|was|is|completed|earned|attended|received)|is|has|certifies|an? (?:approved|accredited)|a provider|as|who|which|in \w+,|located|this)\s|,?\s+(?:on|at)\s+(?:\d|\w+day|[a-z]+ \d)|\s+for\s+(?:\d|a total|complet|success|attend|participat|the )|\s[|]\s|\s?[•·]\s?|\s(?:los d[ií]as|el d[ií]a|el \d|via|con una?|por un)\s|\s[-–—]\s|,\s*(?:\d|p\.?o\.? box)|\s\d{2,}\s",
    re.IGNORECASE,
)
BOARD = re.compile(
    r"\b(?:state|california|florida|texas) board\b|\bboard of (?:\w+ )?(?:nursing|pharmacy|medicine|health)\b"
)
"""A board approves providers, and does not teach."""
DEPARTMENT = re.compile(
    r"board of (?:regents|trustees|directors|governors)|(?:office|department|division|school|center|bureau|section|unit) (?:of|for) "
    r"|continuing (?:\w+ ){0,4}education$"
    r"|(?:oficina|departamento|direccion|coordinacion|jefatura|decanato|division|comite|seccion|unidad) "
)
PLACE = re.compile(r",\s+[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,2}(?:,\s+(?:[A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?))?$")
OWNS_ITS_PLACE = re.compile(r"\b(?:universi\w+|colleges?|hospitals?|campus|system|school of)\b")
"""Organisations of which there are several, told apart by the place after a comma."""
IN_BRACKETS = re.compile(r"\s*\([^()]*\)?$")
GENERAL = frozenset([
    "office", "department", "dept", "division", "school", "center", "centre", "bureau", "section", "unit",
    "committee", "program", "programs", "extension", "continuing", "community", "customer", "allied", "health",
    "healthcare", "medical", "education", "educational", "workforce", "training", "business", "management",
    "home", "professional", "development", "nursing", "nurse", "nurses", "staff", "clinical", "learning",
    "outreach", "services", "service", "support", "human", "resources", "quality", "safety", "and", "of", "for",
    "the", "cme", "ce", "ceu", "medicine", "technology", "career", "careers", "adult", "desk", "team", "academic",
    "affairs", "patient", "employee", "online", "my", "your", "our", "compliance", "records", "registrar", "area",
    "student", "personal", "care",
])  # fmt: skip
"""Words that every organisation has departments called by."""
SHORT = re.compile(
    r"society|sociedad|association|asociacion|union|guild|academy|academia|institute|instituto|college|colegio|school|escuela"
    r"|cent(?:er|re|ro)|clinics?|hospital|practice|network|board|council|foundation|fundacion|chapter|department|departamento|company|agency|league|forum|congress|coalition|consortium|collaborative|pavilion|facility"
)
"""Words that are an organisation's name only with others."""
TEAM = re.compile(r"^(?:the|your)\s+(?=.*\steam$)|\s(?-i:team|office|desk|staff|robot|mail robot)$", re.IGNORECASE)


def is_department(text: str) -> bool:
    """Whether a name is only that of a part of some organisation: "Office of Continuing Education"."""
    words = re.findall(r"[a-z]+", plain(text).partition(",")[0])
    return DEPARTMENT.match(plain(text)) is not None or (len(words) < 6 and all(word in GENERAL for word in words))


def is_signature(text: str) -> bool:
    """Whether a person's name comes first, and what that person does: "Rosa, Educación Continua"."""
    name = re.split(r"[,(]", text)[0].strip()
    return name != text and (" " not in name or bool(person(name))) and LEGAL.search(text) is None


def is_approver(text: str) -> bool:
    folded = plain(text)
    return BOARD.search(folded) is not None or any(body.search(folded) for body in APPROVERS.values())


def name_from(paper: Paper, start: int, to: int | None = None) -> tuple[str, Span] | None:
    """A name that starts here and ends with its line, its sentence, or words that are no part of it."""
    while start < len(paper.text) and paper.text[start] in " \n:,-":
        start += 1
    if article := re.match(r"(?:the|el|la|los|las)\s+(?=[A-Z])", paper.text[start:]):
        start += article.end()
    end = paper.text.find("\n", start)
    end = len(paper.text) if end < 0 else end
    unfinished = paper.text[start:end].rstrip().endswith((" of", " for", " and", " the", " &", ",", " de", " y"))
    if to is None and (unfinished or _goes_on(paper, start, end)) and paper.text[end + 1 : end + 2].strip():
        end = paper.text.find("\n", end + 1)
    return cleaned(paper, Span(start, end))


def _goes_on(paper: Paper, start: int, end: int) -> bool:
    """Whether a name that begins within a line of running text may end on the next one."""
    within = paper.text[start - 1 : start] == " "
    rest, following = paper.text[start:end], paper.text[end + 1 : end + 40]
    whole = CUT.search(rest) is not None or rest.rstrip().endswith((".", ";", ")"))
    return within and not whole and re.match(r"(?:(?:of|for|de|del|para) )?[A-Z][\w'’-]+[ ,.;]", following) is not None


def name_before(paper: Paper, place: int) -> tuple[str, Span] | None:
    """A name that ends here: in its sentence, or on the line above."""
    end = place
    while end > 0 and paper.text[end - 1] in " \n,":
        end -= 1
    line = paper.text.rfind("\n", 0, end) + 1
    alone = cleaned(paper, _without_lead(paper, Span(line, end)))
    if alone and is_department(alone[0]) and line > 1 and (above := _name_above(paper, line)):
        return above
    if alone and organisation(alone[0]) and (" " in alone[0] or SHORT.fullmatch(plain(alone[0]))):
        return alone
    return cleaned(paper, _without_lead(paper, Span(max(paper.text.rfind("\n\n", 0, end) + 2, end - 130, 0), end)))


def _name_above(paper: Paper, line: int) -> tuple[str, Span] | None:
    """The name on the line over the one that begins at `line`, when that is only a part of it."""
    end = line - 1
    while end > 0 and paper.text[end - 1] == "\n":
        end -= 1
    span = Span(paper.text.rfind("\n", 0, end) + 1, end)
    above = None if HEADING.search(paper.folded[span.start : end]) else cleaned(paper, span)
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


def cleaned(paper: Paper, span: Span) -> tuple[str, Span] | None:
    text = cleaned_name(paper.printed(span))
    if text is None:
        return None
    start = max(span.start, paper.text.find(text.split()[0], span.start, span.end))
    return text, Span(start, min(span.end, start + len(text)))


def cleaned_name(printed: str) -> str | None:
    """What of a printed text is the name; None where it can be none."""
    text = _before_next_label(printed)
    cut = CUT.search(text)
    text = TEAM.sub("", text[: cut.start()] if cut else text).strip(" \"“”'.,:;*-–—_|(")
    text = _once(text)
    if LEGAL.search(text) and f"{text}." in printed:
        text += "."
    folded = plain(text)
    letters = sum(sign.isalpha() for sign in text)
    if (
        not (4 if text.islower() or text.istitle() else 3) <= len(text) <= 110
        or NO_PROVIDER.search(folded)
        or letters < 3
        or not text[0].isupper()
    ):
        return None
    return text


def _once(text: str) -> str:
    """A name without its translation or its initials in brackets, and without a town that is not part of it."""
    part, comma, rest = text.partition(", ")
    if comma and is_department(part) and is_headed_as_organisation(rest):
        return rest
    first, stroke, second = text.partition(" / ")
    if stroke and organisation(first) and organisation(second):
        return first
    bare = IN_BRACKETS.sub("", text)
    if bare != text and " " in bare and organisation(bare):
        return bare
    head = PLACE.sub("", text)
    town = text[len(head) :]
    if head != text and is_headed_as_organisation(head) and not (organisation(town) or LEGAL.search(town)):
        return text if OWNS_ITS_PLACE.search(plain(head)) else head
    return text


def _before_next_label(text: str) -> str:
    """A value without the next field's name and value on the same line: "Metro CPR Instructor ID: 0812"."""
    value, colon, _ = text.partition(":")
    words = value.split()
    if not colon or len(words) < 2:
        return text
    ends = [count for count in (4, 3, 2, 1) if count < len(words) and is_label(plain(" ".join(words[-count:])))]
    return " ".join(words[: -ends[0]]) if ends else text
