"""Every amount printed on a paper (hours, credits, CEUs), and which of them the paper awards."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from recert.capture.certificates.choices import (
    counted_in_row,
    is_total,
    numbers_beside,
    said_by_box,
    said_by_column,
    said_by_label,
    said_by_name,
)
from recert.capture.certificates.days import day_spans
from recert.capture.certificates.paper import Paper, Span
from recert.capture.certificates.phrases import AMOUNT_AFTER, AMOUNT_BEFORE, UNIT_LEAD, UNIT_TAIL, UNITS
from recert.capture.certificates.plain import plain
from recert.capture.certificates.words import Piece

NUMBER = r"(?P<number>\d{1,3}(?:[.,]\d{1,4})?|[.,]\d{1,4})(?![\d/]|:\d|\s?[-–]\s?\d)"
THOUSANDS = re.compile(r"\d{1,3},\d{3}")
FRACTION = r"(?:\s*(?P<fraction>1/2|1/4|3/4|[½¼¾]))?"
WORDS = {
    "one half": "0.5", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10", "twelve": "12", "una": "1", "un": "1", "uno": "1", "dos": "2", "tres": "3", "cuatro": "4",
    "cinco": "5", "seis": "6", "siete": "7", "ocho": "8", "diez": "10", "doce": "12",
}  # fmt: skip
SPOKEN = (
    r"(?P<spoken>"
    + "|".join(sorted(WORDS, key=len, reverse=True))
    + r")(?:\s+and\s+(?:a|one|three)[\s-](?P<rest>half|quarters?)(?<!three[\s-]half))?"
)
RESTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "quarters": Decimal("0.75")}
QUARTERS = {"1/2": "0.5", "½": "0.5", "1/4": "0.25", "¼": "0.25", "3/4": "0.75", "¾": "0.75"}
BEFORE = rf"(?<![\w.,/#$-])(?:{NUMBER}{FRACTION}|(?P<bare>[½¼¾])|{SPOKEN})"
GLUE = r"\)?(?:[ ]|\n(?!\n))*(?:\(\s*(?:(?P<again>\d{1,3}(?:\.\d{1,3})?)|[a-z]+(?:[ -][a-z]+){0,3})\s*\)\s*)?[\"'*]?-?(?:[ ]|\n(?!\n))*(?:of\s+|de\s+)?(?:(?:live|approved|total|acpe|ancc|accme|accredited|enduring|interactive|nursing|p\.?a\.?c\.?e\.?(?:®|\(r\))?|ascls|amt|nha|nbcc|aswb|apa|cope|asha|naadac)\s+)?"
NO_LABEL = rf"(?![a-z])(?!{UNIT_TAIL}(?: ?\([^()\n]{{0,24}}\))?(?:\s*:\s*[\d.]| \d{{1,2}}(?:\.\d+)?\s*\n))"
"""A unit that a number of its own follows is the name of a field."""
NUMBER_FIRST = {
    unit: re.compile(
        BEFORE
        + GLUE
        + rf"(?P<unit>{each.pattern})(?!\s*(?:,|and|y)?\s*\d+\s*(?:min|m\b))(?!\s(?:y|and)\s(?:media|cuarto|(?:a|one|three)[\s-](?:half|quarters?))){NO_LABEL}"
    )
    for unit, each in UNITS.items()
}
UNIT_FIRST = {
    unit: re.compile(
        rf"(?<![a-z]){UNIT_LEAD}(?P<unit>{each.pattern}){UNIT_TAIL}\s*(?:\([^()\n]{{0,24}}\)\s*)?(?::|=|#|-\s|\n|\s{{0,3}})\s*(?:{NUMBER}{FRACTION}|(?P<bare>[½¼¾]))(?!\s*(?:%|-?\s?min|years?|days?|anos?|[ap]\.?m\.?(?![a-z])))"
    )
    for unit, each in UNITS.items()
}
ONLY_A_UNIT = {
    unit: re.compile(
        rf"(?:(?:claimed|earned|awarded|granted|attended)\s*\(?\s*)?{UNIT_LEAD}(?:{each.pattern}){UNIT_TAIL}\s*\)?\s*(?:\([^()]{{0,24}}\))?(?:\s*/\s*[^:/]{{2,40}})?\s*[:#.]?\s*"
    )
    for unit, each in UNITS.items()
}
ENDS_IN_A_NUMBER = re.compile(rf"(?:[^.;\n]{{0,40}}\s)?{BEFORE}\s*")
ONLY_A_NUMBER = re.compile(
    rf"\s*(?P<limit>up to )?(?:{NUMBER}{FRACTION}|(?P<bare>[½¼¾]))\s*(?:hours?|hrs?\.?|horas?|credits?)?\s*"
)
OF_THE_MOST = re.compile(
    r"(?<![\w.,/#$-])(?P<number>\d{1,3}(?:\.\d{1,3})?) (?:out )?of (?:an? |the )?(?:possible |maximum |total )?(?:of )?\d{1,3}(?:\.\d{1,3})?"
    + GLUE.replace("(?P<again>", "(?:")
    + "(?:"
    + "|".join(f"(?P<{unit}>{each.pattern})" for unit, each in UNITS.items())
    + ")"
)
"""What was earned of what could be: "4.5 of the 9.75 credits"."""
PART_OF = re.compile(r"\d (?:out )?of (?:an? |the )?(?:possible |maximum |total )?(?:of )?$")
ON_ONE_SUBJECT = re.compile(r"\b(?:pharmac\w+|rx|ethics|jurisprudence|opioids?|bias)\s$")
BETTER_NAME = re.compile(r" ?(?:\((?P<bracket>[^()\n]{2,40})\)|(?:category [a-z]\b)?(?P<rest>[^()\n\d:]{2,40})(?=\n))")
TOTAL = re.compile(r"\b(?:total|earned|awarded|granted)\b\W*$")
"""Before an amount: what it equals then is the same in another unit, and no rule."""
MAY_BE = re.compile(
    r"\b(?:will be|(?:may|can|could|must) (?:be|earn|receive)|if you|those who|eligible|up to|sera[n]?|podra[n]?)\b"
)
WORDY = 9
"""So many words make a sentence, in which an amount may be mentioned for any reason."""
MOST_AMOUNTS = 100
"""More on one page were put there to keep us busy: each is held against all the others."""


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount as printed; `said` is what the words beside it make of it, a key of `AMOUNT_BEFORE` or empty.

    It is "mentioned" where it stands in a sentence that does not say what it is.
    """

    quantity: Decimal
    unit: str
    span: Span
    said: str = ""


def amounts_on(paper: Paper) -> list[Amount]:
    """Every amount of the page in reading order."""
    found: list[Amount] = []
    for amount in [*_running(paper), *_labelled(paper)]:
        if len(found) < MOST_AMOUNTS and not any(amount.span.overlaps(other.span) for other in found):
            found.append(amount)
    judged = (amount if amount.said else _judged(paper, amount) for amount in found)
    return list(without_what_is_summed(paper, sorted(judged, key=lambda amount: amount.span.start)))


def without_what_is_summed(paper: Paper, amounts: Sequence[Amount]) -> Iterator[Amount]:
    """The amounts of a page; numbers alone in a table that stand over its total, or are summed by a later one, are parts."""
    pieces = {amount.span: paper.piece_at(amount.span.start) for amount in amounts}
    alone = [one for one in amounts if ONLY_A_NUMBER.fullmatch(plain(pieces[one.span].text))]
    for amount in amounts:
        over = [one for one in alone if pieces[one.span].bottom <= pieces[amount.span].top and one.said != "limit"]
        is_sum = len(over) > 1 and sum(one.quantity for one in over) == amount.quantity
        total = is_total(paper, pieces[amount.span]) and all(one.quantity <= amount.quantity for one in over)
        if over and amount.said in ("", "given") and (is_sum or total) and not _on_several_days(paper, over):
            parts = {one.span for one in over}
            yield from (replace(one, said="part") if one.span in parts else one for one in amounts if one is not amount)
            yield replace(amount, said="given")
            return
    yield from amounts


def _on_several_days(paper: Paper, amounts: Sequence[Amount]) -> bool:
    """Whether each row has a day of its own, so that they may be as many courses and the total none of them."""
    rows = [paper.row_of(paper.piece_at(amount.span.start)) for amount in amounts]
    days = [span for span in day_spans(paper) if any(paper.piece_at(span.start) in row for row in rows)]
    return len({paper.folded[day.start : day.end] for day in days}) > 1


def _running(paper: Paper) -> Iterator[Amount]:
    for unit, pattern in NUMBER_FIRST.items():
        for match in paper.find(pattern):
            quantity = _quantity(match)
            if quantity is not None and not _begins_a_name(paper, match.start(), match.end()):
                yield Amount(quantity, unit, Span(*match.span()))
    for match in paper.find(OF_THE_MOST):
        unit = next(unit for unit in UNITS if match[unit])
        yield Amount(Decimal(match["number"]), unit, Span(*match.span("number")), "given")
    for unit, pattern in UNIT_FIRST.items():
        for match in paper.find(pattern):
            quantity = _quantity(match)
            if quantity is not None and _one_line(paper, match):
                label = paper.piece_at(match.start("unit"))
                name = _named_after(paper, unit, label, match.end())
                one = Amount(quantity, name, Span(*match.span()), said_by_name(match.group()))
                yield from list(_across(paper, label, name)) or [one]


def _begins_a_name(paper: Paper, number: int, end: int) -> bool:
    """Whether what follows a number is no unit of it but begins the name of another field: "1.0", "Credit statement: …"."""
    piece = paper.piece_at(end - 1)
    return piece is not paper.piece_at(number) and ":" in paper.folded[end : paper.span_of(piece).end]


def _across(paper: Paper, name: Piece, unit: str) -> Iterator[Amount]:
    """Where several numbers follow a name on its row, each of them, as what its own column says."""
    numbers = numbers_beside(paper, name)
    for piece in numbers:
        said = said_by_column(paper, piece) if len(numbers) > 1 or said_by_column(paper, piece) == "limit" else None
        if said is not None and (number := _number_at(paper, piece, unit)):
            yield replace(number, said=number.said or said)


def _named_after(paper: Paper, unit: str, label: Piece, end: int) -> str:
    """The better name of mere credits or hours, which follows ("Credit: 2 CE credits") or begins on the line above."""
    follows = BETTER_NAME.match(paper.folded, end, end + 50) if unit in ("credit", "hour") else None
    if not follows:
        line = paper.span_of(label)
        return _unit_of(paper, label, paper.folded[line.start : line.end]) or unit
    name = (follows["bracket"] or follows["rest"]).strip()
    return next((other for other, each in UNITS.items() if each.fullmatch(name)), unit)


def _one_line(paper: Paper, match: re.Match[str]) -> bool:
    """A unit and the number after it: on one row, or the number right under it."""
    label, value = paper.piece_at(match.start("unit")), paper.piece_at(match.end() - 1)
    return label is value or paper.beside(label) is value or paper.under(label) is value


def _labelled(paper: Paper) -> Iterator[Amount]:
    """A label that is only a unit, and a number that stands beside, under or over it."""
    for piece in paper.pieces:
        span = paper.span_of(piece)
        label = paper.folded[span.start : span.end]
        unit = _unit_of(paper, piece, label)
        role = said_by_name(label)
        found = [replace(one, said=one.said or role) for one in _values(paper, piece, unit)] if unit else []
        found = found or list(_filled_in(paper, piece, label))
        yield from found or _under_its_words(paper, span)


def _filled_in(paper: Paper, piece: Piece, words: str) -> Iterator[Amount]:
    """A number in a blank before a unit with which the sentence goes on: "Good for  2  contact hour(s), of 3"."""
    if paper.text[paper.span_of(piece).start].islower():
        for unit, each in UNITS.items():
            if (match := each.match(words)) and not words[match.end() :][:1].isalpha():
                number = _filled_in_before(paper, piece, unit)
                yield from [number] if number else []
                return


def _unit_of(paper: Paper, piece: Piece, label: str) -> str | None:
    """The unit that is all of a label, which may go on from the line right above it: "Clock" over "Hours"."""
    above = paper.over(piece, 0.9)
    whole = f"{plain(above.text)} {label}" if above else ""
    names = (unit for text in (whole, label) for unit, pattern in ONLY_A_UNIT.items() if pattern.fullmatch(text))
    return next(names, None)


def _values(paper: Paper, label: Piece, unit: str) -> Iterator[Amount]:
    """The number that is a label's value; in a table every number of its column, its total as what was given."""
    if number := _filled_in_before(paper, label, unit):
        yield number
        return
    if several := list(_across(paper, label, unit)):
        yield from several
        return
    for other, where in paper.values_of(label):
        found = list(_column(paper, other, unit) if where == "under" else [_number_at(paper, other, unit)])
        if found and found[0] is not None:
            yield from (one for one in found if one is not None)
            return
    if counted := counted_in_row(paper, label):
        yield from _column(paper, counted, unit)


def _filled_in_before(paper: Paper, unit_alone: Piece, unit: str) -> Amount | None:
    """The number that ends the piece to the left, as where a blank was filled in: "for  1.5  contact hour(s)"."""
    before = paper.before(unit_alone)
    if before is None or unit_alone.text.endswith(":"):
        return None
    place = paper.span_of(before)
    match = ENDS_IN_A_NUMBER.fullmatch(paper.folded, place.start, place.end)
    quantity = _quantity(match) if match else None
    return Amount(quantity, unit, place) if quantity is not None else None


def _column(paper: Paper, piece: Piece | None, unit: str) -> Iterator[Amount]:
    while piece is not None:
        amount = _number_at(paper, piece, unit)
        if amount is None:
            return
        total = is_total(paper, piece)
        yield replace(amount, said="given") if total else amount
        piece = paper.under(piece)


def _number_at(paper: Paper, piece: Piece, unit: str) -> Amount | None:
    place = paper.span_of(piece)
    match = ONLY_A_NUMBER.fullmatch(paper.folded, place.start, place.end)
    quantity = _quantity(match) if match else None
    return Amount(quantity, unit, place, "limit" if match and match["limit"] else "") if quantity is not None else None


def _under_its_words(paper: Paper, label: Span) -> Iterator[Amount]:
    """The unit ends a row of column titles, and a number stands right under its words."""
    text = paper.folded[label.start : label.end]
    for unit, pattern in UNITS.items():
        whole = (one for one in pattern.finditer(text) if not text[: one.start()][-1:].isalpha())
        match = next((one for one in whole if one.end() == len(text.rstrip())), None)
        if match is None or len(text.split()) > 6:
            continue
        words = paper.words_in(Span(label.start + match.start(), label.end))
        title = Piece(tuple(words))
        for word in paper.words:
            near = 0 < word.top - title.bottom + 0.5 * title.height < 3 * title.height
            if (
                near
                and Piece((word,)).shares_columns(title) > 0.5
                and (number := ONLY_A_NUMBER.fullmatch(plain(word.text)))
            ):
                quantity, place = _quantity(number), paper.place_of(word)
                if quantity is not None and place:
                    yield from list(_column(paper, paper.piece_at(place.start), unit)) or [
                        Amount(quantity, unit, place)
                    ]
                    return


def _quantity(match: re.Match[str]) -> Decimal | None:
    parts = match.groupdict()
    if parts.get("spoken"):
        quantity = Decimal(WORDS[parts["spoken"]]) + RESTS.get(parts.get("rest") or "", Decimal(0))
    elif parts.get("bare"):
        quantity = Decimal(QUARTERS[parts["bare"]])
    else:
        number = parts["number"].replace(",", "") if THOUSANDS.fullmatch(parts["number"]) else parts["number"]
        quantity = Decimal(number.replace(",", ".")) + Decimal(QUARTERS.get(parts.get("fraction") or "", "0"))
    again = parts.get("again")
    if again and Decimal(again) != quantity:
        return None
    return quantity


def _judged(paper: Paper, amount: Amount) -> Amount:
    """What the words of the same sentence say about an amount: a limit, a part, a rule, an award, or a mere mention."""
    start = max(0, amount.span.start - 70)
    if boxed := said_by_box(paper, amount.span.start):
        return replace(amount, said=boxed)
    if PART_OF.search(paper.folded[start : amount.span.start]):
        return replace(amount, said="limit")
    if paper.folded[amount.span.start].isalpha() and ON_ONE_SUBJECT.search(paper.folded[start : amount.span.start]):
        return replace(amount, said="part")
    before = re.split(r"[;!?]\s|\.\s(?!\d)|\n\n|\d(?=\s[a-z])", paper.folded[start : amount.span.start])[-1]
    after = re.split(r"[;.)]|\n\n(?!=)", paper.folded[amount.span.end : amount.span.end + 50])[0].lstrip(" ,(-\n™®")
    for said, pattern in AMOUNT_AFTER.items():
        if pattern.match(after) and not (said == "base" and TOTAL.search(before)):
            return replace(amount, said=said)
    found = [
        (match.end(), match.end() - match.start(), said)
        for said, pattern in AMOUNT_BEFORE.items()
        for match in pattern.finditer(before)
    ]
    near = [one for one in found if one[2] == "given" or len(before) - one[0] < 28]
    said = max(near)[2] if near else ""
    sentence = paper.sentence_at(amount.span.start)
    if said in ("", "given") and MAY_BE.search(sentence):
        return replace(amount, said="limit")
    said = said or said_by_label(paper, amount.span.start)
    return replace(amount, said=said or ("mentioned" if _in_small_print(paper, amount, sentence) else ""))


def _in_small_print(paper: Paper, amount: Amount, sentence: str) -> bool:
    if ":" in paper.folded[amount.span.start : amount.span.end]:
        return False
    piece = paper.piece_at(amount.span.start)
    around = sum(len(one.words) for one in paper.paragraph_of(piece))
    return len(piece.words) >= WORDY and (len(sentence.split()) >= WORDY or around >= 3 * WORDY)
