"""Every day printed on a paper, and what each one is: completed, held, issued, released, expires and others."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from recert.capture.certificates.paper import Paper, Span
from recert.capture.certificates.phrases import DAYS, is_label
from recert.capture.certificates.plain import plain
from recert.capture.certificates.words import Piece
from recert.capture.transcripts.words import MONTHS

_MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r"|0ct(?:ober)?)(?![a-z])\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_NTH = r"(?:\s?(?:st|nd|rd|th|ro|do|°|º))?"
ORDINALS = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
            "twenty-first",
            "twenty-second",
            "twenty-third",
            "twenty-fourth",
            "twenty-fifth",
            "twenty-sixth",
            "twenty-seventh",
            "twenty-eighth",
            "twenty-ninth",
            "thirtieth",
            "thirty-first",
        ],
        start=1,
    )
}
_DAY = rf"(?P<day>[0-3]?\d){_NTH}"
SPOKEN = re.compile(
    r"(?<![a-z])(?P<day>"
    + "|".join(sorted(ORDINALS, key=len, reverse=True))
    + rf")\s+(?:day\s+)?(?:of|in)\s+{_MONTH}\s*,?\s*(?:in\s+the\s+year\s+)?{_YEAR}"
)
_FROM = r"(?:(?P<from>[0-3]?\d)" + _NTH + r"\s*(?:-|to|through|thru|and|&|y|al?|/)\s*)?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
_OTHER_MONTH = r"(?:(?P<other>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![a-z])\.?\s*)?"
WRITTEN = [
    re.compile(rf"(?<![a-z]){_MONTH}\s*{_FROM}{_OTHER_MONTH}{_WEEKDAY}{_DAY}\s*[,.]?\s*(?:of\s+)?{_YEAR}"),
    re.compile(
        rf"(?<![\d/.-]){_FROM}{_DAY}(?:\s+days?)?[\s,-]*(?:of|de|del mes de)?[\s-]*{_MONTH}[\s,-]*(?:de|del|of|,)?[\s-]*(?:the year\s+)?{_YEAR}"
    ),
    re.compile(rf"(?<![\d/.-]){_DAY}[-\s]{_MONTH}[-\s](?P<short>\d\d)(?![\d])"),
]
ISO = re.compile(r"(?<![\d/.-])(?P<year>(?:19|20)\d\d)([-/.])(?P<month>[01]?\d)\2(?P<day>[0-3]?\d)(?!\d)")
FIGURES = re.compile(
    r"(?:(?<![\d/.-])|(?<=[/.]\d{4}-)|(?<=[/.]\d\d-))(?P<first>[0-3]?\d)\s?(?P<sign>[/.-])\s?(?P<second>[0-3]?\d)\s?(?P=sign)\s?(?P<year>(?:19|20)\d\d|\d\d)(?![\d/])(?!-(?!\d\d?[/.]\d\d?[/.]))(?!\.\d)"
)
MONTH_ONLY = [
    re.compile(rf"(?<![a-z]){_MONTH}[\s,]*(?:de\s+|del\s+)?{_YEAR}"),
    re.compile(r"(?<![\d/.-])(?P<month>0?[1-9]|1[0-2])\s?[/-]\s?(?P<year>(?:19|20)\d\d)(?![\d/-])"),
]

BARE = ("", "the", "end of", "the end of", "last day of", "the last day of", "fin de", "fines de", "finales de")
"""Words before a day that say nothing of what it is, so that the name beside it does."""
UNTIL = re.compile(r"\s*(?:-|to|through|thru|until|al?|hasta(?: el)?|y|and)\s*")


MOST_DAYS = 60
YEAR = timedelta(days=360)


@dataclass(frozen=True, slots=True)
class Day:
    """A day as printed: `value` is ISO, month first where figures leave it open; `meaning` a key of `DAYS` or empty."""

    value: str
    span: Span
    meaning: str = ""
    open_to_doubt: bool = False
    """The figures fit day/month as well as month/day."""
    turned: bool = False
    """Only day/month fits: the paper does not write the month first."""
    long: bool = False
    """The last day of more than a week."""
    ranged: bool = False
    """The last day of several."""
    in_figures: bool = False
    """Written in nothing but figures, the year last."""
    near: bool = True
    """The words that give the meaning stand on the same line."""
    words: str = ""
    """These words, folded."""


def days_on(paper: Paper) -> list[Day]:
    """Every day of the page in reading order, with its meaning."""
    found: list[Day] = []
    for day in sorted(_every(paper.folded), key=lambda day: (day.span.start, day.span.start - day.span.end)):
        if len(found) < MOST_DAYS and (not found or day.span.start >= found[-1].span.end):
            found.append(day)
    return list(_without_starts(paper, [_with_meaning(paper, day, found) for day in found]))


def _without_starts(paper: Paper, days: list[Day]) -> Iterator[Day]:
    """Of "from one day to another" only the latter, which is what the former was."""
    for place, day in enumerate(days):
        following = days[place + 1] if place + 1 < len(days) else None
        if (
            following
            and UNTIL.fullmatch(paper.folded[day.span.end : following.span.start])
            and day.value <= following.value
        ):
            term = not day.meaning and is_term(day, following)
            if term:
                yield replace(day, long=True)
            days[place + 1] = replace(
                following,
                meaning="until" if term else day.meaning,
                near=day.near,
                words=day.words,
                long=not is_stretch(day, following),
                ranged=day.value != following.value,
            )
        else:
            yield day


def is_stretch(one: Day, other: Day) -> bool:
    """Whether two days are no further apart than a conference lasts."""
    return one.value[:7] == other.value[:7] and int(other.value[8:] or 0) - int(one.value[8:] or 0) <= 7


def is_term(one: Day, other: Day) -> bool:
    """Whether two days are a year or more apart, as the first and the last on which a card counts."""
    whole = len(one.value) == len(other.value) == 10
    return whole and date.fromisoformat(other.value) - date.fromisoformat(one.value) > YEAR


def day_spans(paper: Paper) -> list[Span]:
    """Where whole days stand, in reading order."""
    return sorted((day.span for day in _every(paper.folded) if len(day.value) == 10), key=lambda span: span.start)


@lru_cache(8)
def _every(text: str) -> tuple[Day, ...]:
    """Whatever is printed as a day, overlapping or not; asked for many times of the same page."""
    return tuple(_all(text))


@lru_cache(16)
def _all(text: str) -> tuple[Day, ...]:
    """Every day in a text; kept, for whoever reads a page asks where its days are once for each title it may have."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[Day]:
    for pattern in (*WRITTEN, SPOKEN, ISO):
        for match in pattern.finditer(text):
            if value := _from_words(match.groupdict()):
                yield Day(value, Span(*match.span()), ranged=bool(match.groupdict().get("from")))
    for match in FIGURES.finditer(text):
        if day := _from_figures(match):
            yield day
    for pattern in MONTH_ONLY:
        for match in pattern.finditer(text):
            yield Day(f"{match['year']}-{_month(match['month']):02d}", Span(*match.span()))


def _from_words(parts: dict[str, str]) -> str | None:
    year = int(parts.get("year") or f"20{parts['short']}")
    return _iso(year, _month(parts.get("other") or parts["month"]), ORDINALS.get(parts["day"]) or int(parts["day"]))


def _month(text: str) -> int:
    return int(text) if text.isdigit() else MONTHS[text.replace("0ct", "oct")]


def _from_figures(match: re.Match[str]) -> Day | None:
    first, second, span = int(match["first"]), int(match["second"]), Span(*match.span())
    year = int(match["year"]) + (0 if len(match["year"]) == 4 else 2000 if int(match["year"]) < 80 else 1900)
    if value := _iso(year, first, second):
        return Day(value, span, open_to_doubt=first != second and second <= 12, in_figures=True)
    value = _iso(year, second, first)
    return Day(value, span, turned=True, in_figures=True) if value else None


def _iso(year: int, month: int, day: int) -> str | None:
    if not (1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return f"{year:04d}-{month:02d}-{day:02d}"


def _with_meaning(paper: Paper, day: Day, days: list[Day]) -> Day:
    for near, words in _words_beside(paper, day, days):
        if meaning := meaning_of(words):
            return replace(day, meaning=meaning, near=near, words=words)
    return day


def _words_beside(paper: Paper, day: Day, days: list[Day]) -> Iterator[tuple[bool, str]]:
    """The words that may say what a day is: before it, left of it, above it, below it, after it."""
    piece = paper.piece_at(day.span.start)
    own = paper.span_of(piece)
    taken = max([other.span.end for other in days if other.span.end <= day.span.start], default=0)
    lead = _sentence_before(paper, max(own.start, taken), day.span.start)
    yield True, lead
    left = paper.before(piece)
    if left and lead.strip() in BARE and not _holds(paper, left, days):
        yield True, paper.folded[paper.span_of(left).start : paper.span_of(left).end]
    follows = paper.folded[day.span.end : own.end]
    if re.match(r"\s*\(?\s*[a-z]", follows) and not any(
        other.span.start >= day.span.end for other in days if other.span.start < own.end
    ):
        yield True, " ".join(follows.split()[:4])
    if lead.strip():
        yield False, _sentence_before(paper, max(taken, own.start - 120), day.span.start)
        return
    above = paper.over(piece)
    while above and _holds(paper, above, days) and paper.over(above):
        above = paper.over(above)  # a column of days has its title at the top
    for other in (above, paper.under(piece, 1.8)):
        if other and not _holds(paper, other, days) and len(other.words) <= 7:
            if other is not above and any(sign.isdigit() for sign in other.text):
                continue  # the next fact, and no caption
            if other is above and (first := _first_line_of(paper, other)):
                yield True, first + " " + plain(other.text)
            yield is_label(plain(other.text)), paper.folded[paper.span_of(other).start : paper.span_of(other).end]
    yield False, _sentence_before(paper, max(taken, own.start - 120), day.span.start)


def _first_line_of(paper: Paper, name: Piece) -> str:
    """What stands over the one word "date" in the same writing, as the first line of a narrow column's title."""
    first = paper.over(name, 0.9) if plain(name.text).strip(" :") in ("date", "fecha", "on") else None
    alike = first is not None and abs(first.left - name.left) < name.height and first.height < 1.2 * name.height
    return plain(first.text) if first is not None and alike else ""


def _holds(paper: Paper, piece: object, days: list[Day]) -> bool:
    span = paper.span_of(piece)  # type: ignore[arg-type]
    return any(span.start <= other.span.start < span.end for other in days)


def _sentence_before(paper: Paper, start: int, end: int) -> str:
    return re.split(r"[.;](?=\s)|\n\n", paper.folded[start:end])[-1]


def meaning_of(words: str) -> str:
    """What a day is by the words before it: the last of them that says anything, the longest where two end there.

    >>> meaning_of("original release date: 1 may, date of completion:"), meaning_of("activity expiration date")
    ('completed', 'program')
    """
    found = [
        (match.end(), match.end() - match.start(), meaning)
        for meaning, pattern in DAYS.items()
        for match in pattern.finditer(words)
        if meaning != "dated"
    ]
    if found:
        return max(found)[2]
    return "dated" if DAYS["dated"].search(words) else ""
