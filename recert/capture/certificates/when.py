"""The day an activity was earned and the day a card expires, out of all the days on a paper."""

from __future__ import annotations

import re
from collections.abc import Sequence

from recert.capture.certificates.day_doubts import (
    ATTENDED,
    KNOWN_OTHERS,
    doubt_about,
    ends_oddly,
    has_broken_days,
    is_damaged,
    order_of,
    stands_at_the_edge,
)
from recert.capture.certificates.days import Day, days_on, is_stretch
from recert.capture.certificates.paper import SENTENCE_END, Paper
from recert.capture.certificates.phrases import pattern
from recert.capture.certificates.plain import plain
from recert.capture.certificates.reading import Field

COURSE = ("completed", "held", "dated", "issued", "")
CARD = ("issued", "completed", "held", "dated", "")
RIVALS = {"issued": ("", "dated"), "dated": ("", "issued"), "held": ("dated",)}
"""Days that may as well be the day of completion, by what the chosen one is."""
SURENESS = {"completed": 0.97, "held": 0.93, "issued": 0.9, "dated": 0.88, "": 0.84}
EXPLAINED = (*KNOWN_OTHERS, "program", "other")
"""Days that cannot be the one, for their words say that they are another."""
FEW = 3
"""So many words name a day and tell nothing else."""
SMALL_PRINT = 12
"""So many words on a line make it a remark."""
OF_THE_PAPER = pattern(
    r"certificat(?:e|ion) (?:expir|valid|is valid)\w*|expiration of (?:the |this |your )?certificat|este certificado (?:vence|caduca|expira)"
)
THE_PAPER = pattern(
    r"certif\w+|card|tarjeta|esta constancia|this (?:record|document)",
    before=r"(?<![a-z])",
    after=r"(?![a-z])",
)
JUST_AN_END = pattern(
    r"(?:date )?(?:expir\w+|valid (?:until|through|thru|to)|good (?:until|through)|renew(?:al)?(?: by| before| due)?)(?: date| on)?"
    r"|(?:fecha de )?(?:venc\w+|expiracion|caducidad)|valid[oa] hasta(?: el)?|vence(?: el)?",
    before=r"[\W\d]*",
    after=r"[\W\d]*",
)
"""The words of an end that is the paper's own, where they name nothing else that ends."""
OF_A_THING = re.compile(
    r"\W*(?!(?:the|this|your|my|a|of|training|course|cpr|bls|esta?|su|el|la)\b)[a-z]+ (?:certificate|card) \w+\W*$"
)
"""A name of a field that tells when the certificate of something else ends: "Probe certificate ends"."""
OF_THE_HOLDER = re.compile(r"\b(?:certification|credential|licen[sc]e|registration)\b")
"""What a holder has, beside which a course is only one of many."""
NEAR = 80
"""Letters before an end in which it is said of what."""
ACCREDITED = pattern(r"accredit|approv|acredit|aprobad|avalad|enduring|release|provider (?:no|num|#)|cme|activity")
"""On such a paper it may be the activity or its approval that ends."""
OF_ANOTHER = pattern(
    r"provider|sponsor|article|module|test|quiz|course|access|replay|recording|approv\w+|accredit\w+|board|licen[sc]e\w*|proveedor|acredit\w+|aprob\w+|activity|program|credits?|offer\w*|member\w*|credential",
    before=r"(?<![a-z])",
)
"""Whose expiry it may be instead of the certificate's own."""
OF_A_PERSON = re.compile(r"licen[sc]e|member|(?:instructor|trainer)(?! (?:status|certificat))")
"""Whose expiry it is where the line says so before."""
BETWEEN = re.compile(r"\s[-·|•]\s")
"""What parts one fact from the next on a line."""
OF_SOMEBODY_ELSE = re.compile(
    r"instructor|trainer|cent(?:er|re)|site|licen[sc]e|module|code|access|link|offer|member|sponsor"
)
"""Whose expiry it may be instead of a card's."""


def is_last(day: Day) -> bool:
    """Whether a day is named as the last of a card: by a word for its end, or by "to" or "until" with little else."""
    return day.meaning in ("expires", "renew") or (day.meaning == "until" and len(day.words.split()) <= FEW)


def days_of(paper: Paper, kind: str, fields: dict[str, Field], doubts: dict[str, str]) -> None:
    """Fill in `earned_on` and `expires_on`, with a doubt where a day could be another."""
    days = days_on(paper)
    order = CARD if kind == "cpr_card" else COURSE
    earned = _before_issue(paper, kind, days) or next(
        (found for meaning in order if (found := [day for day in days if day.meaning == meaning])), []
    )
    if earned:
        day, sure, doubt = _chosen(paper, kind, earned, days)
        fields["earned_on"] = paper.field(day.value, day.span, sure)
        if doubt:
            doubts["earned_on"] = doubt
    ends = [day for day in days if day.meaning == "expires"] or [day for day in days if day.meaning == "renew"]
    if not ends and kind == "cpr_card":
        ends = [day for day in days if is_last(day)]
    if kind == "course":
        ends = [day for day in ends if _is_of_the_paper(paper, day, days)]
    if ends:
        doubt = _doubt_of_end(paper, kind, ends, days, fields.get("earned_on"))
        fields["expires_on"] = paper.field(ends[0].value, ends[0].span, 0.6 if doubt else 0.94)
        if doubt:
            doubts["expires_on"] = doubt


def _doubt_of_end(paper: Paper, kind: str, ends: Sequence[Day], days: Sequence[Day], earned: Field | None) -> str:
    end = ends[0]
    if doubt := order_of(paper, end, days):
        return doubt
    if len({day.value for day in days if day.meaning in ("expires", "renew")}) > 1:
        return "several"
    if is_damaged(paper, end) or has_broken_days(paper, days) or ends_oddly(end, earned.value if earned else ""):
        return "figures"
    if kind == "course" and not _says_that_it_ends(paper, end):
        return "unnamed"
    if kind == "course" and not paper.has(OF_THE_PAPER) and _has_a_program(days):
        return "unnamed"
    return "unnamed" if end.meaning == "until" or OF_SOMEBODY_ELSE.search(end.words) else ""


def _before_issue(paper: Paper, kind: str, days: Sequence[Day]) -> list[Day]:
    """Days without a word, where a course certificate names no other day than that of a later issue."""
    if kind == "cpr_card" or any(day.meaning in ("completed", "held", "dated") for day in days):
        return []
    issued = [day.value for day in days if day.meaning == "issued"]
    return [
        day
        for day in days
        if issued and not day.meaning and day.value < min(issued) and not stands_at_the_edge(paper, day)
    ]


def _says_that_it_ends(paper: Paper, day: Day) -> bool:
    """Whether the words beside a day speak of the certificate, or of an end alone where nothing else can have one."""
    if OF_A_THING.match(day.words) or OF_THE_HOLDER.search(day.words):
        return False
    before = SENTENCE_END.split(paper.folded[max(0, day.span.start - NEAR) : day.span.start])[-1]
    if THE_PAPER.search(before) or THE_PAPER.search(day.words):
        return True
    return day.near and JUST_AN_END.fullmatch(day.words) is not None and not paper.has(ACCREDITED)


def _is_of_the_paper(paper: Paper, day: Day, days: Sequence[Day]) -> bool:
    """Whether the certificate itself ends that day, not the program, its approval or the credit offered."""
    if paper.has(OF_THE_PAPER):
        return True
    line = paper.span_of(paper.piece_at(day.span.start))
    own = BETWEEN.split(SENTENCE_END.split(paper.folded[line.start : day.span.start])[-1])[-1]
    if OF_ANOTHER.search(paper.sentence_at(day.span.start)) or OF_A_PERSON.search(
        paper.folded, line.start, day.span.start
    ):
        return False
    if _is_of_the_row(paper, day, days):
        return True
    rest = BETWEEN.split(paper.folded[day.span.end : line.end])[0]
    return not _has_a_program(days) and len(own.split()) + len(rest.split()) <= 8


def _has_a_program(days: Sequence[Day]) -> bool:
    """Whether days of the program are printed, whose end another may be."""
    return any(day.meaning in ("released", "program") for day in days)


def _is_of_the_row(paper: Paper, end: Day, days: Sequence[Day]) -> bool:
    """Whether a day under "Expires" stands in the row of a table that also tells when the activity was completed."""
    row = paper.row_of(paper.piece_at(end.span.start))
    others = [day for day in days if day is not end and paper.piece_at(day.span.start) in row]
    named = JUST_AN_END.fullmatch(end.words) is not None
    return named and bool(others) and all(day.meaning in COURSE and day.value < end.value for day in others)


def _chosen(paper: Paper, kind: str, earned: Sequence[Day], days: Sequence[Day]) -> tuple[Day, float, str]:
    whole = [day for day in earned if len(day.value) == 10] or list(earned)
    best = max(whole, key=lambda day: (day.near, -day.span.start))
    sure = SURENESS[best.meaning]
    last = _ends_on_the_row(paper, best, days)
    if last or best.long:
        return last or best, 0.6, "several"
    rivals = {day.value for day in whole if day.near == best.near} - {best.value}
    if rivals:
        return best, 0.6, "several"
    open_ones = {day.value for day in days if day.meaning not in EXPLAINED}
    if not best.meaning and (len(open_ones) > 1 or stands_at_the_edge(paper, best)):
        return best, 0.6, "unnamed"
    like = () if ATTENDED.search(best.words) else RIVALS.get(best.meaning, ())
    others = {day.value for day in days if day.meaning in like} - {best.value}
    remark = kind == "course" and (_is_a_remark(paper, best) or _is_named_otherwise(paper, best))
    unnamed = [day for day in days if best.meaning == "completed" and not day.meaning]
    others |= {day.value for day in unnamed if _is_a_later_part(paper, best, day)}
    if others or remark or (not best.near and len({day.value for day in days}) > 1):
        return best, 0.7, "unnamed"
    if doubt := doubt_about(paper, kind, best, days):
        return best, 0.6, doubt
    return best, sure, ""


def _is_a_later_part(paper: Paper, done: Day, other: Day) -> bool:
    """Whether a later day has a name on its row that nobody knows: a part of the course may have come after the rest."""
    piece = paper.piece_at(other.span.start)
    before, line = paper.before(piece), paper.span_of(piece)
    name = plain(paper.text[line.start : other.span.start]) or plain(before.text if before else "")
    return other.value > done.value and 0 < len(name.strip(" :").split()) <= FEW


def _is_a_remark(paper: Paper, day: Day) -> bool:
    """Whether a day of issue stands in small print, which says of the paper when it was made, not when what was done."""
    return day.meaning == "issued" and len(paper.piece_at(day.span.start).words) >= SMALL_PRINT


def _is_named_otherwise(paper: Paper, day: Day) -> bool:
    """Whether a day has a name of its own of which nobody knows what it means."""
    piece = paper.piece_at(day.span.start)
    name = paper.before(piece)
    return not day.meaning and (piece.text.partition(":")[1] != "" or (name is not None and name.text.endswith(":")))


def _ends_on_the_row(paper: Paper, day: Day, days: Sequence[Day]) -> Day | None:
    """Another day within a week, on the same row without a name of its own: the end of a stretch of days."""
    row = paper.row_of(paper.piece_at(day.span.start))
    for other in days:
        piece = paper.piece_at(other.span.start)
        bare = len(piece.text) <= other.span.end - other.span.start + 4
        if bare and piece in row and piece.left > row[0].left and day.value < other.value and is_stretch(day, other):
            return other
    return None
