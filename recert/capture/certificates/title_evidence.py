"""What speaks for and against a text being the title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from recert.capture.certificates.days import day_spans
from recert.capture.certificates.holder import is_officer
from recert.capture.certificates.names import is_headed_as_organisation, is_subject, organisation, person
from recert.capture.certificates.paper import Paper, Span
from recert.capture.certificates.phrases import is_label, pattern
from recert.capture.certificates.plain import plain
from recert.capture.certificates.title_lines import FIELD, Lines, Run
from recert.capture.certificates.title_text import LEFT_OVER, OF_SPANISH, is_odd
from recert.capture.certificates.titles import LABEL, NOUN

LEADS_UP = re.compile(
    rf"(?:\b(?:for|in|on|of|titled|entitled|presents(?: the)?|complet(?:ed|ing)|attend(?:ed|ing)|passed|en|de|sobre|track|{NOUN}"
    r"|(?:curso|taller|seminario|charla|conferencia|actividad|modulo|programa|capacitacion)(?: [\w-]+)?))\s*:?$"
)
"""What the line before a title ends with."""
FOLLOWED = pattern(
    r"""
    (?:jointly |co-?)?(?:sponsored|presented|provided|offered|held|given|conducted|hosted|taught|delivered|organi[sz]ed|awarded|issued|developed|earned|completed) (?:by|at|on|in)|presented:|speaker|presenter|instructor
    (?:on|dated|this|held|date)(?: of)? (?:\d|\w+day|the|january|february|march|april|may|june|july|august|september|october|november|december)|and (?:has|is|was|received|earned)|for \d|consisting of|with a value
    celebrad|ofrecid|impartid|con un(?:a)? (?:valor|duracion)|el dia"""
)
"""What often stands right after a title."""
AMOUNT = re.compile(
    r"\d+(?:\.\d+)?\s*(?:\(\d[\d.]*\)\s*)?(?:ama|contact|ce|ceu|cme|cne|credit|hour|horas|hr|clock|iacet)"
)
LEGAL = re.compile(
    r"\b(?:inc|llc|ltd|university|college|institute|academy|association|society|foundation|hospital|school)\b\.?$"
)
PLACE = re.compile(r"[A-Z][\w. ]+,\s(?:[A-Z]{2}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:\s+\d{5})?$")
TOWN = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)*,? [A-Z]{2}(?: \d{5})?")
"""A town and its state on a line of their own, which may have no comma."""
LETTERS = re.compile(
    r"^(?:cma|rma|ccma|ncma|rn|lpn|ma|phlebotom|medical assistant|registered|licensed|certified|member)\b|\((?:aama|amt|nha|ncct|amca)\)$"
)
PAPER = re.compile(
    r"\b(?:certificat\w*|certificado|record|slip|voucher|ticket|statement|receipt|letter|proof|confirmation|transcript|award|stub|notice|card|form|pass|copy|half|file|comprobante|boleta|constancia|registro|reconocimiento|diploma|acta|recibo|hoja|ficha|resguardo)\b"
)
"""What papers call themselves."""
SYMBOLS = re.compile(r"[>»·|▾@]|\s/\s|www\.|https?:|\.(?:org|com|net|edu|pdf)\b")
WORD = re.compile(r"[^\W\d_][\w'’-]*")
SMALL = frozenset([
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "vs",
    "with", "de", "del", "la", "el", "los", "las", "y", "en", "para", "por", "con",
])  # fmt: skip


@dataclass(frozen=True)
class Setting:
    """The page on which a title is looked for."""

    paper: Paper
    holder: str

    @cached_property
    def lines(self) -> Lines:
        return Lines(self.paper)

    @cached_property
    def days(self) -> list[Span]:
        return list(day_spans(self.paper))

    def has_day(self, span: Span) -> bool:
        """Whether a day begins in these words."""
        return any(span.start <= day.start < span.end for day in self.days)

    @cached_property
    def tallest(self) -> float:
        """How high the highest writing is that can be a title."""
        return max(
            (
                one.height
                for one in self.lines.pieces
                if not PAPER.search(plain(one.text))
                and not person(one.text)
                and not is_headed_as_organisation(one.text)
                and len(one.text) > 6
            ),
            default=0.0,
        )


def evidence(page: Setting, text: str, run: Run) -> Iterator[str]:
    """The names of everything that speaks for or against a text on these lines."""
    yield from _of_writing(page, run)
    yield from _of_words(text)
    yield from _of_text(page, text, run)
    yield from _of_place(page, run)
    yield from _of_neighbours(page, run)


def _of_writing(page: Setting, run: Run) -> Iterator[str]:
    height = run[0].height
    size = height / max(1e-6, page.lines.usual)
    yield ("larger" if 1.12 <= size < 1.4 else "large" if size >= 1.4 else "small" if size < 0.9 else "usual")
    if height > 0.97 * page.tallest:
        yield "tallest"


def _of_words(text: str) -> Iterator[str]:
    words = text.split()
    count = len(words)
    yield ("one word" if count == 1 else "two words" if count == 2 else "many words" if count > 14 else "some words")
    big = [word for word in WORD.findall(text) if word.lower() not in SMALL]
    capitals = sum(word[0].isupper() for word in big) / max(1, len(big))
    if len(big) > 1:
        spanish = any(OF_SPANISH.fullmatch(word.lower()) for word in words)  # in which titles are written small
        yield "capitals" if capitals > 0.8 else "some capitals" if capitals >= 0.5 or spanish else "small letters"
    if text.isupper():
        yield "shouted"
    if text[0].islower():
        yield "begins small"


def _of_text(page: Setting, text: str, run: Run) -> Iterator[str]:
    folded = plain(text)
    printed = " ".join(piece.text for piece in run)
    signs = {
        "subject": is_subject(text),
        "organisation word": organisation(text),
        "legal": LEGAL.search(folded) is not None,
        "person": bool(person(text)),
        "figures": re.search(r"\d", text) is not None,
        "place": PLACE.search(text) is not None,
        "town below": len(run) > 1 and TOWN.fullmatch(run[-1].text) is not None,
        "field below": any(FIELD.match(piece.text) for piece in run[1:]),
        "letters": LETTERS.search(folded) is not None,
        "dangling": LEFT_OVER.search(printed) is not None or printed.endswith((":", ",")),
        "full stop": printed.endswith((".", "!")),
        "paper": PAPER.search(plain(re.split(r"\s(?:for|in|with|to|at|on|about)\s", text)[0])) is not None
        and len(text.split()) <= 6,
        "symbols": SYMBOLS.search(text) is not None,
        "amount": AMOUNT.search(folded) is not None,
        "odd": is_odd(text),
        "subtitle": re.search(r"\w: \w", text) is not None,
        "again": page.paper.times(text) > 1,
        "label line": any(is_label(plain(piece.text)) for piece in run),
    }
    yield from (name for name, there in signs.items() if there)


def _of_place(page: Setting, run: Run) -> Iterator[str]:
    paper, piece = page.paper, run[0]
    middle = piece.middle / paper.height
    yield ("top" if middle < 0.12 else "high" if middle < 0.3 else "low" if middle > 0.75 else "amid")
    if len(paper.row_of(piece)) > 2:
        yield "table row"
    if page.lines.pieces[0] is piece:
        yield "first line"
    if len(run) > 2:
        yield "more lines"
    if page.lines.after(run[-1]) is not None:
        yield "cut below"
    if page.lines.before(piece) is not None:
        yield "cut above"


def _of_neighbours(page: Setting, run: Run) -> Iterator[str]:
    paper = page.paper
    over, under, left = paper.over(run[0], 4), paper.under(run[-1], 4), paper.before(run[0])
    above = plain(over.text) if over else ""
    below = plain(under.text) if under else ""
    holder = plain(page.holder)
    if over and LEADS_UP.search(above):
        yield "led"
    if holder and holder in above:
        yield "after holder"
    if holder and holder in below:
        yield "before holder"
    if FOLLOWED.match(below) or AMOUNT.match(below) or (under and page.has_day(paper.span_of(under))):
        yield "followed"
    if PAPER.search(above):
        yield "after paper"
    if left and LABEL.fullmatch(plain(left.text).strip(" :*")):
        yield "beside label"
    if is_officer(paper, run[0]):
        yield "officer"
