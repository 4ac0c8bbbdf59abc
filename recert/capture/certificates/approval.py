"""Who approved the activity, and under which number: only what the paper says in so many words."""

from __future__ import annotations

import re

from recert.capture.certificates.columns import cell_under
from recert.capture.certificates.paper import Paper, Span
from recert.capture.certificates.phrases import APPROVAL, APPROVERS, NOT_APPROVED, pattern
from recert.capture.certificates.plain import plain
from recert.capture.certificates.reading import Field

NOTHING = re.compile(r"0(?:\.0+)?")
NONE = re.compile(r"[\s)]*[:=-]?\s*(?:none|n/?a|not|no|0(?:\.0+)?)\b")
WITHOUT = re.compile(r"\b(?:no|not|without|sin)\s$")
"""What stands before a body whose credit is not given: "this course carries no ANCC credit"."""
CREDENTIAL = re.compile(r"(?:cma|rma|ccma|ncma|cmaa|cpt)\s*$")
VALUE = r"\s*(?:is|:|#|no\.?|number|-)*\s*:?\s*(?P<value>(?=[a-z0-9/.-]*\d)[a-z0-9][a-z0-9/.-]{2,30})"
NUMBERS = [
    (pattern(r"""
        (?:aama|aama program|aama approval|ama|accme|ancc|acpe|iacet|amt|p\.?a\.?c\.?e\.?\S*|nasw|aafp|asrt|universal|universal activity|approval|course approval|program approval|activity approval|ceu approval|ce approval|certificate approval|ce broker(?: course)?(?: tracking)?|ce broker tracking) (?:program |activity |course |approval |tracking )*(?:number|no\.?|#|id|code)
        uan|approval(?= ?[:#])|(?:aama|amt|ancc|accme|acpe|iacet) approval(?= \d)|(?:numero|no\.?|codigo|n°|nº) de aprobacion|aprobacion (?:numero|no\.?|num\.?|#)""", before=r"(?<![a-z])", after=VALUE), 0.93),
    (pattern(r"""
        (?:program,?|activity|offering|approval reference|numero de (?:programa|actividad)|codigo del programa)(?: approval)? ?(?:number|no\.?|#|id|code|(?=:))?""", before=r"(?<![a-z])", after=r"(?<!program)(?<!activity)" + VALUE), 0.86),
    (pattern(r"""
        (?:course|class|provider|sponsor|accreditation|authorization|cep|brn provider|proveedor)(?: approval| identification| de curso)? ?(?:number|no\.?|num\.?|numero|#|id|code)+
        \bprovider (?=(?:cep|#)?\s?\d)|cep|approval(?= \d)""", before=r"(?<![a-z])", after=VALUE), 0.6),
]  # fmt: skip
AN_AMOUNT = re.compile(r"\d{1,2}(?:\.\d{1,2})? (?:ama |ce |cme |cne )*(?:contact|clock|credit|hour|ceu|unit|cme|cne)")
"""A number that counts credit, and is none of an approval: "offering 1.5 contact hours"."""
PACE = re.compile(r"(?<![\w-])\d{3}-\d{3}-\d{2}(?![\w-])")
PACE_NAME = re.compile(APPROVERS["pace"].pattern + r"|(?<![a-z])p\.a\.c\.e")
ASRT = re.compile(r"(?<![\w-])[a-z]{3}\d{7}(?![\w-])"), re.compile(r"\b(?:asrt|arrt|category a\+?)(?![a-z])")
"""Numbers of a form that one body alone gives, and how that body is named."""
CERTAIN, DOUBTFUL = 0.9, 0.6
APPROVED = re.compile(r"\b(?:approv|accredit|aprob|acredit)")
OF_THE_PROVIDER = re.compile(r"(?:provider|sponsor|vendor|school|center|proveedor)'?s?\s*$")
NAMED = pattern(r"""
    (?:aama|amt|ancc|accme|acpe|ama|iacet) (?:program|activity|course|ceu)(?: approval)? (?:number|no\.?|#|id|code)
    (?:aama|amt) (?:number|no\.?|#)(?= ceus?)|(?:program|activity) (?:number|no\.?|#)(?= (?:aama|ancc|acpe) (?:ceus?|contact|credits?))
    (?:(?:program|activity|course|ceu?|ceu) )?approval (?:number|no\.?|#|id|code)(?: of the (?:aama|amt|accme|ancc|acpe))?""", before=r"(?<![a-z])")  # fmt: skip
"""Names of fields whose value is such a number."""
NAMED_LESS = pattern(r"(?:program|activity|course) (?:number|no\.?|#|id|code)", before=r"(?<![a-z])")
"""Names of fields whose value may be the provider's own number."""
OF_THE_AAMA = re.compile(r"(?<![\w.,/#$-])1\d{5}(?![\w/-]|[.,]\d)")
"""The AAMA numbers its programs with six figures."""
ABOVE = 4
"""So many lines over its name a number may stand, as a signature does over a line."""
ALONE = re.compile(r"\s*(?=[a-z0-9/.-]*\d)[a-z0-9][a-z0-9/.-]{2,30}\s*")
A_DAY = re.compile(r"(?:19|20)\d\d|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}")
OF_A_PERSON = re.compile(r"(?:aama|amt|nha|ncct|amca|ama|nasw|asrt)\s+id\b")
UNCLEAR = re.compile(r"(?:aama|amt|nha|ncct|amca|ama|nasw|asrt)\s+(?:number|no\b|#)")
"""Bodies have members, who have numbers, too."""
UAN = re.compile(r"(?<![\w-])(?P<value>[0-9jJ][0-9a-z]{1,3}\d?-\d{4}-\d{2}-\d{3}-[hlHL]\d{2}-[ptPT])(?![\w-])")


def approvers_of(paper: Paper) -> tuple[str, Field] | None:
    """Every body the paper says approved it, joined by semicolons; None where it says none."""
    found: dict[str, Span] = {}
    for body, names in APPROVERS.items():
        for match in paper.find(names):
            if _is_approval(paper, match):
                found.setdefault(body, Span(*match.span()))
    for match in paper.find(PACE) if paper.has(PACE_NAME) else ():
        found.setdefault("pace", Span(*match.span()))  # nobody else gives such numbers
    if not found:
        return None
    first = min(found.values(), key=lambda span: span.start)
    value = ";".join(sorted(found))
    return value, paper.field(value, first, 0.93)


def _is_approval(paper: Paper, match: re.Match[str]) -> bool:
    """Words of approval in the same sentence, and none of denial; a credential after a name is none."""
    before = _sentence(paper.folded[max(0, match.start() - 160) : match.start()], last=True)
    if not before.strip():
        before = paper.folded[: match.start()].rstrip().rpartition("\n")[2]  # a label in a cell of its own
    after = _sentence(paper.folded[match.end() : match.end() + 120], last=False)
    if any(NOTHING.fullmatch(piece.text) for piece in paper.row_of(paper.piece_at(match.start()))):
        return False  # a row of a table: this credit was offered, and none of it taken
    if (
        NONE.match(after)
        or WITHOUT.search(before)
        or CREDENTIAL.search(before.rstrip(" (,"))
        or NOT_APPROVED.search(before + " " + after)
    ):
        return False
    return bool(APPROVAL.search(before) or APPROVAL.search(after[:80]))


def _sentence(text: str, *, last: bool) -> str:
    parts = re.split(r"(?<!\bno)(?<!inc)\.\s|\n\n", text)
    return parts[-1] if last else parts[0]


def approval_number_of(paper: Paper) -> Field | None:
    """The number under which the activity, else its provider, was approved; the latter is never sure."""
    for match in paper.find(UAN):
        return paper.field(paper.printed(Span(*match.span("value"))), Span(*match.span("value")), 0.9)
    for form, body in ((PACE, PACE_NAME), ASRT):
        for match in paper.find(form) if paper.has(body) else ():
            return paper.field(paper.printed(Span(*match.span())), Span(*match.span()), CERTAIN)
    for number, sure in NUMBERS:
        for match in paper.find(number):
            span = Span(*match.span("value"))
            value = paper.printed(span).rstrip(".-/")
            if (
                not A_DAY.fullmatch(value)
                and not AN_AMOUNT.match(paper.folded, span.start)
                and _stands_by_its_name(paper, match)
            ):
                own = (sure >= CERTAIN or _is_of_an_approval(paper, match)) and not _is_of_another(paper, match)
                return paper.field(value, Span(span.start, span.start + len(value)), sure if own else DOUBTFUL)
        if sure >= CERTAIN and (under := _under_its_name(paper, NAMED, CERTAIN)):
            return under
    return _under_its_name(paper, NAMED_LESS, DOUBTFUL) or _like_those_of_the_aama(paper)


def _like_those_of_the_aama(paper: Paper) -> Field | None:
    """The one number without a name of its own that looks like those of a body which approved the paper."""
    found = list(paper.find(OF_THE_AAMA)) if paper.has(APPROVERS["aama"]) else []
    if len(found) != 1:
        return None
    span = Span(*found[0].span())
    return paper.field(paper.printed(span), span, DOUBTFUL)


def _under_its_name(paper: Paper, names: re.Pattern[str], sure: float) -> Field | None:
    """The number of a field whose name stands alone: beside it, under it in a table, or over it on a line."""
    for line in paper.labelled(names):
        if cell := cell_under(paper, line):
            value = paper.printed(cell)
            if ALONE.fullmatch(plain(value)) and not A_DAY.fullmatch(value):
                return paper.field(value, cell, sure)
        above = paper.over(line.piece, ABOVE)
        near = [piece for piece, _ in paper.values_of(line.piece)] or ([above] if above is not None else [])
        for piece in near if line.is_alone else ():
            span = paper.span_of(piece)
            if ALONE.fullmatch(paper.folded, span.start, span.end) and not A_DAY.fullmatch(piece.text):
                return paper.field(piece.text, span, sure)
    return None


def _stands_by_its_name(paper: Paper, match: re.Match[str]) -> bool:
    """Whether a number belongs to the words before it: on their row or right under them, and no member's."""
    name, value = paper.piece_at(match.start()), paper.piece_at(match.start("value"))
    near = value in paper.row_of(name) or paper.under(name) is value
    return near and not OF_A_PERSON.match(match.group())


def _is_of_an_approval(paper: Paper, match: re.Match[str]) -> bool:
    """Whether somebody approves or accredits something where a number without that word stands."""
    said = paper.sentence_at(match.start())
    return APPROVED.search(said) is not None or any(body.search(said) for body in APPROVERS.values())


def _is_of_another(paper: Paper, match: re.Match[str]) -> bool:
    """Whether a number is the provider's, or may be a member's."""
    if UNCLEAR.match(match.group()) and not APPROVED.search(paper.sentence_at(match.start())):
        return True
    return OF_THE_PROVIDER.search(paper.folded[max(0, match.start() - 20) : match.start()]) is not None
