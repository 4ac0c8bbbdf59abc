"""What speaks against being sure of an amount: other numbers that may as well be it, and a number that looks damaged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from recert.capture.certificates.amounts import Amount
from recert.capture.certificates.days import day_spans
from recert.capture.certificates.paper import Paper, Span
from recert.capture.certificates.phrases import AMOUNT_AFTER, AMOUNT_BEFORE, pattern
from recert.capture.certificates.plain import plain

CEUS = ("ceu", "aama_ceu", "iacet_ceu")
EXPLAINED = ("base", "each", "part", "limit")
ROUNDED = Decimal("0.5")
"""A CEU of ten hours is rounded to a tenth of it at most."""
NUMBER = re.compile(r"\d{1,3}(?:,\d{3})*(?:[.,]\d+)?|[.,]\d+")
LOOSE = re.compile(
    r"(?<![\w.,/#$:+-])\d{1,2}\.\d{1,2}(?![\w%]|[.,/:-]\d|\s*(?:%|percent|gpa|mb|kb|mg|ml|inch|in\.|point grade))"
)
NOT_CREDIT = re.compile(
    r"(?:version|ver\.?|v\.?|gpa|average|score|grade|section|§|rev\.?|no\.?|number|#|id|\$|usd)\s*:?\s*$"
)
BEFORE_IT = re.compile(
    r"(?:^|[\s(])(?:[\dolis|]{1,2}(?:\s*[.,])?|[.,])\s+$"  # "1 .5" and "1 . 5": a point that was lost or torn off
    r"|\d\s*(?:-|~|to|or|and|y|o|a|&|/|x|\+|of|de)\s*$"  # "1 to 2", "2 x 1.5"
    r"|\b(?:item|line|no\.?|module|session|part|category|step|week|unit|lesson|chapter|level|phase|tier|type|form|ref)\s*$"
)
TENS = re.compile(
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|point|and|veinte|treinta|y|coma|punto)[\s-]*$"
)
"""A number in words that is only the end of one."""
STUCK = re.compile(r"[^\s(:=\[\"]$|(?:^|[\s(])[\dolis|]{1,2}\s?[^\w\s]\s*$")
"""A sign before a number that may have been a point."""
AFTER_IT = re.compile(
    r"\s*(?:-|to|or|o|a)\s*\d|\s*(?:x|×|\*|\+|plus|mas|and a (?:half|quarter)|y (?:media|medio|cuarto))(?![a-z])|\s*/\s*\w|\s*\?"
)
TIMES_OR_MORE = re.compile(
    r"\s*(?:(?:x|×|\+|plus|minus|less|mas|menos|por)\s*\d|-\s*\d|(?:to|or|o|a)\s+\d+(?:\.\d+)?\s+(?:contact|credit|ce|hour|hora))"
)
ONLY_ENDS = re.compile(
    r"\s*(?:$|[(\[,;*™®/|-]|\.(?=\s|$)|(?:(?:in|of|for|from|de|en)\s)?"
    r"(?:contact|credits?|hours?|hrs?|horas?|creditos?|units?|ceus?|ce|cme|cne|aama|iacet|ama|clock|nursing|awarded|earned|granted|approved|total|continuing)(?![a-z]))"
)
"""What may follow the number of a labelled amount on its line: nothing, a sign, or more of its name."""
UNREAL = pattern(
    r"""
    (?:did|does|do|has|have|had|was|were|is|are|will|could|would) not|never|without|unless|once|if|will (?:be|receive|earn|get)|would|should|could|pending|intends?|expects?|no (?:contact|credits?|ceus?|hours?|ce)
    goal|need(?:s|ed)?|require[sd]?|requirements?|still|remain\w*|left|balance|owed?|lacking|short of|carr(?:y|ied) ?over|transfer(?:red)?|previous(?:ly)?|prior|last (?:cycle|year)|next (?:cycle|year)
    (?:year|cycle|month) to date|to date|ytd|cumulative\w*|lifetime|annual(?:ly)?|yearly|so far|per year|each (?:year|cycle)|all (?:courses|activities)|overall|this (?:cycle|period|year)|history
    (?:instructor|presenter|faculty|speaker|preceptor|planner)s? (?:credit|hours|may|earn\w*|receiv\w*)
    due|fulfil\w*|towards?|qualif(?:y|ies)|eligible|applied for|applying|submitted|deducted|denied|revoked|void|reduced|waived
    no (?:se )?(?:otorg|acredit|recib|obtuv|complet)\w*|sin|pendientes?|faltan?|restantes?|requerid[oa]s?|acumulad[oa]s?|anual(?:es)?|anteriores""",
    before=r"(?<![a-z])",
    after=r"(?![a-z])",
)
"""Words of a sentence that speaks of credit somebody has not, has elsewhere, or has in sum."""
BROKEN = re.compile(
    r"(?<![\w.,/#$-])(?:[oilsbz|]{1,2}[.,]?\d{1,2}(?:[.,][\doilsbz|]+)?|\d{1,2}[.,]?[oilsbz|]{1,2}\d*(?:[.,][\doilsbz]+)?|\d+[.,]\d*[oilsbz|]+)(?![\w.,/-]\w|\w)"
)
"""A number with letters among its figures."""
COUNTS = re.compile(
    r"hours?\b|hrs?\b|credit|ceus?\b|horas?\b|units?\b|\bce\b|\bcme\b|points?\b|puntos?\b|awarded|earned"
)
OF_OTHERS = re.compile(r"\b(?:instructor|presenter|faculty|speaker|preceptor|planner|author|trainer)s?\b")
OF_A_SERIES = re.compile(r"\b(?:series total|total (?:for|of) the (?:\w+ )?(?:series|program|conference))\b")
"""What a whole series is worth is not what one part of it gave."""
TOLD = re.compile(
    r"\b(?:awarded|earned|attended|claimed|granted|received|offered|available|possible|obtenid[oa]s|otorgad[oa]s)\b"
)
SMALL_NUMBER = re.compile(r"(?<![\w.,/#$:+-])\d{1,2}(?:\.\d{1,2})?(?![\w%]|[.,/:-]\d|\s*%)")
FEW = 8
NEAR = 14
"""Letters between a number and what it counts."""
HIGH = Decimal(40)
WAITING = re.compile(
    r"(?:within|after|before|for|least|up to|every|in|next|open|every|of the|until|dentro de|en)\s+(?:the\s+)?(?:next\s+)?$"
)


def doubts_about(paper: Paper, chosen: Amount, amounts: Sequence[Amount]) -> Iterator[str]:
    """Why an amount that seems to be the one may not be; nothing where all others are explained."""
    rivals = [other for other in amounts if _is_rival(paper, chosen, other)]
    are_its_parts = len(rivals) > 1 and sum(one.quantity for one in rivals) == chosen.quantity
    if (rivals and not are_its_parts) or _loose_number(paper, chosen, amounts):
        yield "several"
    if chosen.quantity > HIGH:
        yield "large"
    if _looks_damaged(paper, chosen) or any(_counts_something(paper, match) for match in paper.find(BROKEN)):
        yield "odd"
    own = _own_sentence(paper, chosen)
    if UNREAL.search(own) or OF_A_SERIES.search(own) or (OF_OTHERS.search(own) and len(own.split()) <= FEW):
        yield "mentioned"


def _is_rival(paper: Paper, chosen: Amount, other: Amount) -> bool:
    """Whether another amount is neither the same in another unit nor says of itself that it is something else."""
    if other.said == "limit" and chosen.said != "limit" and (chosen.unit in (other.unit, "credit")):
        return 0 < other.quantity < chosen.quantity
    if other.said == "part" and other.unit == chosen.unit:
        return other.quantity > chosen.quantity
    if other.said in EXPLAINED or other.quantity == chosen.quantity or _is_time_to_wait(paper, other):
        return False
    return not _is_the_same(chosen, other)


def _is_time_to_wait(paper: Paper, other: Amount) -> bool:
    before = paper.folded[max(0, other.span.start - 24) : other.span.start]
    return other.unit == "hour" and other.said == "mentioned" and WAITING.search(before) is not None


def _is_the_same(chosen: Amount, other: Amount) -> bool:
    """Ten hours to a CEU; a CEU that was rounded is no rival of its hours, but they are one of it."""
    if (chosen.unit in CEUS) == (other.unit in CEUS):
        return False
    if chosen.unit in CEUS:
        return chosen.quantity * 10 == other.quantity
    return abs(other.quantity * 10 - chosen.quantity) <= ROUNDED


def _loose_number(paper: Paper, chosen: Amount, amounts: Sequence[Amount]) -> bool:
    """Whether a number that no amount accounts for stands where an amount could."""
    taken = [*(amount.span for amount in amounts), *day_spans(paper)]
    known = {amount.quantity for amount in amounts} | {chosen.quantity / 10}
    return any(
        Decimal(match.group()) not in known
        and not _says_what_it_is(paper, match)
        and not _is_summed(paper, chosen, match)
        for match in (*paper.find(LOOSE), *_numbers_of_names(paper))
        if not any(span.start <= match.start() < span.end for span in taken)
    )


def _says_what_it_is(paper: Paper, match: re.Match[str]) -> bool:
    """Whether the words beside a number make it something else: a part, a limit, a version, a grade."""
    before, after = (
        paper.folded[max(0, match.start() - 24) : match.start()],
        paper.folded[match.end() : match.end() + 40],
    )
    if NOT_CREDIT.search(before) or AMOUNT_AFTER["part"].match(after.lstrip(" (")):
        return True
    said = [one for name in ("part", "limit") for one in AMOUNT_BEFORE[name].finditer(before)]
    return any(not before[one.end() :].strip(" :") for one in said)


def _is_summed(paper: Paper, chosen: Amount, match: re.Match[str]) -> bool:
    """Whether a number stands over the total in its own column of a table."""
    if chosen.said != "given":
        return False
    piece, total = paper.piece_at(match.start()), paper.piece_at(chosen.span.start)
    alone = SMALL_NUMBER.fullmatch(piece.text) is not None and SMALL_NUMBER.fullmatch(total.text) is not None
    columns = [one for one in paper.row_of(total) if SMALL_NUMBER.fullmatch(one.text)]
    below = [one for one in columns if piece.shares_columns(one) > 0 and Decimal(one.text) >= Decimal(match.group())]
    return alone and piece.bottom <= total.top and bool(below)


def _numbers_of_names(paper: Paper) -> Iterator[re.Match[str]]:
    """Numbers on a short line, or beside or under one, that speaks of something earned or offered."""
    for piece in paper.pieces:
        span = paper.span_of(piece)
        if len(piece.words) > FEW or not TOLD.search(paper.folded, span.start, span.end):
            continue
        for one in (piece, paper.beside(piece), paper.under(piece)):
            if one is None or (one is not piece and not SMALL_NUMBER.fullmatch(one.text)):
                continue
            place = paper.span_of(one)
            yield from SMALL_NUMBER.finditer(paper.folded, place.start, place.end)


def _number_of(paper: Paper, amount: Amount) -> Span | None:
    """Where the figures of an amount stand; None where it is written in words."""
    for match in NUMBER.finditer(paper.folded, amount.span.start, amount.span.end):
        if Decimal(match.group().replace(",", ".", 1) if match.group().count(",") == 1 else "-1") == amount.quantity:
            return Span(*match.span())
    found = NUMBER.search(paper.folded, amount.span.start, amount.span.end)
    return Span(*found.span()) if found else None


def _looks_damaged(paper: Paper, amount: Amount) -> bool:
    """Whether the number has lost or gained a figure, is one of two, or belongs to the words after it."""
    place = _number_of(paper, amount)
    if place is None:
        return TENS.search(paper.folded, max(0, amount.span.start - 16), amount.span.start) is not None
    number = paper.folded[place.start : place.end]
    before, after = _around(paper, place)
    whole, _, part = number.replace(",", ".").partition(".")
    torn = bool(
        BEFORE_IT.search(before)
        or STUCK.search(before)
        or AFTER_IT.match(after)
        or TIMES_OR_MORE.match(paper.folded, amount.span.end)
    ) or (after.startswith(")") and "(" not in before)
    named_first = amount.span.end <= place.end + 1 and amount.span.start < place.start
    return (
        torn
        or _goes_on_beside(paper, place, before, after)
        or (len(whole) > 1 and whole.startswith("0"))
        or len(part) > (3 if amount.unit in CEUS else 2)
        or (named_first and not ONLY_ENDS.match(after))
    )


def _goes_on_beside(paper: Paper, place: Span, before: str, after: str) -> bool:
    """Whether the rest of a number stands in the next piece: "1" and ".5", "1." and "5"."""
    piece = paper.piece_at(place.start)
    left, right = paper.before(piece), paper.beside(piece)
    if not before.strip() and paper.folded[place.start] in ".," and left is not None and left.text[-1:].isdigit():
        return True
    rest = after.strip()
    return right is not None and (
        (not rest and re.match(r"[.,]\s?\d", right.text) is not None)
        or (rest in (".", ",") and right.text[:1].isdigit())
    )


def _counts_something(paper: Paper, number: re.Match[str]) -> bool:
    """Whether a number stands among words for credit, or alone beside, over or under them."""
    if COUNTS.search(paper.folded, max(0, number.start() - NEAR), number.end() + NEAR):
        return True
    piece = paper.piece_at(number.start())
    if len(piece.words) > 1:
        return False
    beside = (paper.before(piece), paper.beside(piece), paper.over(piece), paper.under(piece))
    return any(one is not None and COUNTS.search(plain(one.text)) for one in beside)


def _around(paper: Paper, place: Span) -> tuple[str, str]:
    line = paper.span_of(paper.piece_at(place.start))
    return paper.folded[line.start : place.start], paper.folded[place.end : line.end]


def _own_sentence(paper: Paper, amount: Amount) -> str:
    """The sentence of an amount; its own line alone where the lines around it are no running text but a list."""
    piece = paper.piece_at(amount.span.start)
    paragraph = paper.paragraph_of(piece)
    place = next(number for number, one in enumerate(paragraph) if one is piece)
    runs_on = len(piece.words) > FEW or (place > 0 and len(paragraph[place - 1].words) > FEW)
    own = paper.span_of(piece)
    return paper.sentence_at(amount.span.start) if runs_on else paper.folded[own.start : own.end]
