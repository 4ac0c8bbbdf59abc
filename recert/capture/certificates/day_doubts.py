"""Why a day that seems to be the one may not be: damaged figures, another day beside it, a rule or a plan around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from recert.capture.certificates.days import Day, day_spans, is_stretch, meaning_of
from recert.capture.certificates.paper import Paper
from recert.capture.certificates.phrases import is_label, pattern
from recert.capture.certificates.plain import plain
from recert.capture.transcripts.words import MONTHS

ATTENDED = re.compile(r"attend|particip|asisti")
"""What somebody did that day, and not only what was going on."""
EXAMINED = re.compile(r"\b(?:test|exam|quiz|evaluation|assessment|survey|examen|evaluacion)\b")
AT_ITS_END = re.compile(r"\bend(?:ing)?\b")
KNOWN_OTHERS = ("printed", "retain", "born", "paid", "next")
OF_AMERICA = pattern(
    r"""
    \(?\d{3}\)?[ .-]\d{3}[.-]\d{4}(?!\d)|[a-z]{2} \d{5}(?:-\d{4})?(?!\d)
    (?:contact|clock) h\w+|ceus?|c\.e\.u|ama pra|cme|cne|ncpd|p\.a\.c\.e|eccards?|american|america|red cross|u\.?s\.?a?\.?(?= )
    aama|ancc|accme|acpe|iacet|nha|amt|ncct|amca|ccbma|osha|hipaa|cdc|board of (?:registered |vocational |certified )?\w+
    alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new (?:hampshire|jersey|mexico|york)|(?:north|south) (?:carolina|dakota)|ohio|oklahoma|oregon|pennsylvania|rhode island|tennessee|texas|utah|vermont|virginia|washington|wisconsin|wyoming""",
    before=r"(?<![a-z\d])",
    after=r"(?![a-z])",
)
"""Where figures are written month first."""
NOT_DONE = pattern(
    r"""
    must|should|shall|will|would|could|may(?! \d)|if|unless|not|before|prior to|within|deadline|due|no later than|next|expected|scheduled|tentative|estimated|planned|anticipated|target|eligible|previous(?:ly)?|prior|original(?:ly)?|initial(?:ly)?|last|first(?= (?:attended|completed|issued|certified|completion))|formerly|by(?=\W*$)|after(?=\W*$)|since(?=\W*$)|as of
    debe\w*|antes de|despues de|proxim[oa]|prevista|anterior""",
    before=r"(?<![a-z])",
    after=r"(?![a-z])",
)
"""Words before a day that make of it a plan, a rule or another time."""
WAS_DONE = re.compile(
    r"(?:complet|attend|participat|held|present|conduct|offer|given|giv|award|grant|issu|finish|pass|earn|certif|conclud|train|deliver|broadcast|dat|record|releas|sign|view|credit|satisf|demonstrat|receiv|perform|taught|taken)"
)
_MONTH_NAME = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![a-z])\.?"
BROKEN = re.compile(
    r"(?<![\w/.-])(?=[oilsbz|]*\d)(?=\d*[\d/.-]*[oilsbz|])[\doilsbz|]{1,2}(?P<sign>[/.-])[\doilsbz|]{1,2}(?P=sign)[\doilsbz|]{2,4}(?![\w/])"
    rf"|(?<![a-z]){_MONTH_NAME}\s+(?=\S{{0,4}}[\d|])[\doilsbz|\s]{{1,4}},?\s+[\doilsbz|]{{1,2}}\s?[\doilsbz|]{{2,3}}(?![\w/])"
    rf"|(?<![\w/.-])[\doilsbz|]{{1,2}}[\s-]+(?:de\s+)?{_MONTH_NAME}[\s,-]+(?:de\s+)?(?=\S*\d)[\doilsbz|]{{4}}(?!\w)"
    rf"|(?<![\w/.-])\d{{1,2}}\s+(?:de\s+)?{_MONTH_NAME}\s+(?:del?\s+)?\d{{1,3}}(?![\d:/.-])"
    rf"|(?<![a-z]){_MONTH_NAME}\s+\d{{1,2}},?\s+\d{{1,3}}(?![\d:/.-]|\s*[ap]m)"
    r"|(?<![\w/.-])\d{1,2}(?P<line>[/-])\d{1,2}(?P=line)\d{3}(?!\d)"
)
"""What was printed as a day and has letters among its figures now."""
DEED = re.compile(
    r"\b(?:complet|attend|particip|held|present|conduct|offered|given|award|grant|issu|finish|pass|earn|certif|conclud|train|"
    r"deliver|demonstrat|received|taught|taken|asisti|celebrad|realizad|ofrecid|impartid|otorg|expedid|emitid|aprob)"
)
UNKNOWN_DEED = re.compile(r"\b(?P<deed>[a-z-]{2,}ed)\s+on\s*:?\s*$")
WEEKDAYS = {
    name: number
    for number, names in enumerate(("mon lun", "tue mar", "wed mie", "thu jue", "fri vie", "sat sab", "sun dom"))
    for name in names.split()
}
WEEKDAY = re.compile(
    r"\b(?P<name>mon|tue|wed|thu|fri|sat|sun|lun|martes|mie|jue|vie|sab|dom)(?:[a-z]*day|s|nes|r|rs|ur|es|coles|ves|rnes|ado|ingo)?\.?,?\s*$"
)
NAMED_AFTER = re.compile(
    r"\s*[(\[,-]?\s*(?:expir|releas|deadline|due|birth|dob|print|start|regist|renew|approv|effective|vence|impres|nac)"
)
NAMES_A_DAY = re.compile(
    r"dates?|dated|on|when|day|this|the|of|in|at|s|st|nd|rd|th|from|to|fecha|el|dia|de|en|los|"
    r"mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs)?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|lunes|martes|miercoles|jueves|viernes|sabado|domingo"
)
EARLIEST, LATEST = "1995", "2045"
SHORT_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
FEW = 5
SOON = 45
"""So many days after a class its certificate is made out at the latest."""
LONGEST = 11
"""Years that a card or a certificate is valid at most."""


def doubt_about(paper: Paper, kind: str, day: Day, days: Sequence[Day]) -> str:
    """The first reason, a code of a question, why this may not be the day it was earned; empty where there is none."""
    if doubt := order_of(paper, day, days):
        return doubt
    if is_damaged(paper, day) or has_broken_days(paper, days):
        return "figures"
    if day.ranged or (len(day.value) < 10 and kind == "course"):
        return "several"
    if not EARLIEST <= day.value <= LATEST or contradicted(day, days):
        return "figures"
    if _is_of_another_time(paper, day) or _is_between_names(paper, day) or any(_rivals(paper, kind, day, days)):
        return "unnamed"
    return ""


def order_of(paper: Paper, day: Day, days: Sequence[Day]) -> str:
    """Why figures may not be month first: nothing says that the paper is American, or something that it is not."""
    if day.turned:
        return "turned"
    if not day.open_to_doubt:
        return ""
    others = [other for other in days if other.span != day.span]
    month_first = any(other.in_figures and not other.open_to_doubt and not other.turned for other in others)
    foreign = paper.is_spanish or any(other.turned for other in others)
    return "order" if foreign or not (month_first or paper.has(OF_AMERICA)) else ""


def is_damaged(paper: Paper, day: Day) -> bool:
    """Whether figures may be lost: a letter sticks to them, the year has two, or the weekday is another."""
    span = day.span
    line = paper.span_of(paper.piece_at(span.start))
    before = paper.folded[max(line.start, span.start - 14) : span.start]
    after = paper.folded[span.end : min(line.end, span.end + 4)]
    stuck = re.search(r"[a-z\d|!]$|\d\s$|[\d\s][.,/]\s?$", before) if paper.folded[span.start].isdigit() else None
    weekday = WEEKDAY.search(before)
    another = weekday is not None and len(day.value) == 10 and _weekday(day.value) != WEEKDAYS[weekday["name"][:3]]
    short = SHORT_YEAR.search(paper.folded, span.start, span.end) is None
    return bool(stuck or re.match(r"[a-su-z\d|]|\s\d(?![\d:])", after) or another or short)


def has_broken_days(paper: Paper, days: Sequence[Day]) -> bool:
    """Whether something on the paper was a day before it was read badly."""
    whole = [*day_spans(paper), *(day.span for day in days)]  # the first of several days, too, which is none of `days`
    return any(
        not any(span.start < match.end() and match.start() < span.end for span in whole) for match in paper.find(BROKEN)
    )


def _weekday(value: str) -> int:
    return date.fromisoformat(value).weekday()


def contradicted(day: Day, days: Sequence[Day]) -> bool:
    """Whether other days of the paper make no sense beside this one: an end before it, a beginning after it."""
    for other in days:
        reach = min(len(day.value), len(other.value))
        one, two = day.value[:reach], other.value[:reach]
        if other.meaning in ("expires", "renew", "program", "printed", "retain") and two < one:
            return True
        begins = other.meaning in ("released", "started", "born") and len(other.words.split()) <= FEW
        if begins and "certificat" not in other.words and two > one:
            return True
    return False


def ends_oddly(end: Day, earned: str) -> bool:
    """Whether something ends before it was earned, or a lifetime after."""
    reach = min(len(end.value), len(earned))
    if not earned:
        return False
    return end.value[:reach] <= earned[:reach] or int(end.value[:4]) - int(earned[:4]) > LONGEST


def _is_of_another_time(paper: Paper, day: Day) -> bool:
    """Whether the words before or right after a day make it a plan, a limit, or a thing nobody knows."""
    piece = paper.piece_at(day.span.start)
    own = paper.span_of(piece)
    before = re.split(r"[.;](?=\s)", paper.folded[own.start : day.span.start])[-1]
    after = paper.folded[day.span.end : own.end]
    deed = UNKNOWN_DEED.search(before)
    unknown = day.meaning in ("", "dated") and _stands_after_other_words(before)
    named_after = NAMED_AFTER.match(after) is not None and not re.search(r"\d{4}", after)
    return bool(
        NOT_DONE.search(before)
        or NOT_DONE.search(day.words)
        or (deed and not WAS_DONE.match(deed["deed"]))
        or named_after
        or unknown
    )


def _stands_after_other_words(before: str) -> bool:
    """Whether a few words stand before a day on its line that neither name it nor tell what was done."""
    words = re.findall(r"[a-z]+", before)
    return len(words) < FEW and not DEED.search(before) and not all(NAMES_A_DAY.fullmatch(word) for word in words)


def _is_between_names(paper: Paper, day: Day) -> bool:
    """Whether names of two different days stand over and under a day, and the one below is as near."""
    piece = paper.piece_at(day.span.start)
    above, below = paper.over(piece), paper.under(piece)
    if not above or not below or not (is_label(plain(above.text)) and is_label(plain(below.text))):
        return False
    names = meaning_of(plain(above.text)), meaning_of(plain(below.text))
    return all(names) and names[0] != names[1] and below.top - piece.bottom <= 1.15 * (piece.top - above.bottom)


def _rivals(paper: Paper, kind: str, day: Day, days: Sequence[Day]) -> Iterator[Day]:
    """Other days that may as well be the one."""
    return (other for other in days if other.value != day.value and _is_rival(paper, kind, day, other))


def _is_rival(paper: Paper, kind: str, day: Day, other: Day) -> bool:
    if other.meaning == day.meaning or (not other.meaning and _share_a_row(paper, day, other)):
        return True
    if AT_ITS_END.search(day.words) and not is_stretch(other, day):
        return other.meaning not in KNOWN_OTHERS
    if kind == "cpr_card" and other.meaning in ("completed", "held"):
        return True
    if day.meaning == "completed":
        examined = other.meaning == "held" and EXAMINED.search(day.words) is not None
        return examined or (not other.meaning and not _is_named_on_its_row(paper, day))
    if other.meaning in ("", "dated", "issued"):
        return not _is_of_the_paper(paper, day, other)
    return day.meaning == "issued" and kind == "course" and other.meaning in ("released", "program")


def _is_named_on_its_row(paper: Paper, day: Day) -> bool:
    """Whether the words that say what a day is stand before it, and not over or under it."""
    return any(
        day.words.strip() and day.words.strip() in plain(piece.text)
        for piece in paper.row_of(paper.piece_at(day.span.start))
    )


def _share_a_row(paper: Paper, one: Day, other: Day) -> bool:
    return paper.piece_at(other.span.start) in paper.row_of(paper.piece_at(one.span.start))


def _is_of_the_paper(paper: Paper, held: Day, other: Day) -> bool:
    """Whether another day is only when the paper was made out, soon after somebody was there."""
    if other.value < held.value or held.meaning != "held":
        return False
    if ATTENDED.search(held.words):
        return True
    whole = len(other.value) == len(held.value) == 10
    soon = whole and (date.fromisoformat(other.value) - date.fromisoformat(held.value)).days <= SOON
    named = held.words.rstrip().endswith(":") and not other.meaning
    return soon and (named or other.meaning == "issued" or stands_at_the_edge(paper, other))


def stands_at_the_edge(paper: Paper, day: Day) -> bool:
    """Whether a day without a word stands alone at the head or the foot, where a paper is printed or signed."""
    piece = paper.piece_at(day.span.start)
    edge = piece.bottom < 0.14 * paper.height or piece.top > 0.75 * paper.height
    return edge and len(piece.text) - (day.span.end - day.span.start) < 12
