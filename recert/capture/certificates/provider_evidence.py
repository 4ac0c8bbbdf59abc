"""What speaks for and against a text being the provider's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from recert.capture.certificates.holder import OFFICE
from recert.capture.certificates.names import is_headed_as_organisation, person
from recert.capture.certificates.plain import plain
from recert.capture.certificates.provider_text import GENERAL, HEADING, SHORT, is_approver, is_department, is_signature
from recert.capture.certificates.providers import LABEL
from recert.capture.certificates.title import CARD
from recert.capture.certificates.title_evidence import Setting
from recert.capture.certificates.title_evidence import evidence as of_any_text
from recert.capture.certificates.title_lines import Run
from recert.capture.certificates.words import Piece

ADDRESS = re.compile(r"\s*(?:\d+\s+\w+|p\.?\s?o\.?\s+box|[^\n]*\(\d{3}\)\s*\d{3}-\d{4}|[^\n]*,\s[a-z]{2}\s+\d{5})")
SITE = re.compile(r"(?:@|www\.|https?://)([\w.-]+)|(?<![\w@.-])([\w-]+)\.(?:org|com|net|edu|gov)\b")
ACRONYM = re.compile(r"[A-Z]{2,6}")
"""What is more often a logo than a name."""
FIELD = re.compile(
    r"(?:profession|course|activity|member|date|credit|licen[sc]e|certificate|employee|participant|attendee|student|session|topic|subject|method|awarded|completed|score|contact|place|location|trainer|instructor|speaker|funded)\b"
)
CERTIFIES = re.compile(
    r"(?:hereby |proudly |does hereby |por la presente )?(?:certif|award|present|confer|grant|recogniz|acknowledg|confirm|otorga|hace constar|concede|confiere|entrega|reconoce|acredita|this is to certify|this certifies)"
)
BELONGS = re.compile(
    r"(?:an? )?(?:proud )?(?:service|program|division|member|part|affiliate|subsidiary|unit|office|department) of\b"
)
"""What says of a name that it is only the house of another."""
ROLE = re.compile(rf"(?:(?:training|course|class) )?(?:{SHORT.pattern}|provider|sponsor|site)(?: de \w+)? ")
"""A word for what an organisation is, as the name of a field before it."""
DEPARTMENT_IN = re.compile(r"\b(?:office|department|division|oficina|departamento|direccion) (?:of|for|de) ")
AND = re.compile(r",? (?:and|with|&|y|con) (?:the )?")
"""What stands between two names that offered something together."""
GOES_ON = re.compile(r" (?:for|of|and|&|de|del|y) [^,\d]")
LONGER = re.compile(rf" (?:{SHORT.pattern})(?![a-z])")
FIGURES = re.compile(r" \d")
"""What may come after a name: the rest of it, its last word, a number."""
LONG = 6
"""So many words, a name with "and" amid it may be two."""
CLOSE = 12
"""So many heights of its writing a value may stand from its name."""


@dataclass(frozen=True)
class Names(Setting):
    """The page on which a provider is looked for, with what is known of all its names."""

    title: str = ""

    @cached_property
    def sites(self) -> str:
        """The names of all sites and of the houses of all addresses on the page, letters only."""
        return " ".join(re.sub(r"[\W_]", "", one or other) for one, other in SITE.findall(self.paper.folded))

    @cached_property
    def in_one_line(self) -> str:
        return self.paper.folded.replace("\n", " ")

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(re.findall(r"\w+", self.paper.text))

    @cached_property
    def organisations(self) -> list[Piece]:
        """The lines that name an organisation, from top to bottom."""
        return [one for one in self.lines.pieces if _names_one(one.text)]


def _names_one(text: str) -> bool:
    """Whether a text names an organisation: not a part of one, nor what cards and papers are called."""
    folded = plain(text)
    return (
        is_headed_as_organisation(text)
        and not is_department(text)
        and not CARD.search(folded)
        and not HEADING.search(folded)
    )


def evidence(page: Names, text: str, run: Run) -> Iterator[str]:
    """The names of everything that speaks for or against a name on these lines."""
    yield from of_any_text(page, text, run)
    yield from _of_name(page, text)
    yield from _of_page(page, text, run)
    yield from _of_lines_around(page, run)


def _of_name(page: Names, text: str) -> Iterator[str]:
    folded, words, halves = plain(text), text.split(), AND.split(text, 1)
    signs = {
        "department": is_department(text),
        "approver": is_approver(text),
        "generic": all(word in GENERAL or SHORT.fullmatch(word) for word in folded.split()),
        "acronym": ACRONYM.fullmatch(text) is not None,
        "heading": HEADING.search(folded) is not None,
        "field": FIELD.match(folded) is not None,
        "signature": is_signature(text),
        "phrase": len(words) >= 4 and sum(word[0].islower() for word in words) > len(words) / 2,
        "card": CARD.search(folded) is not None,
        "belongs": BELONGS.match(folded) is not None,
        "two names": len([one for one in AND.split(text) if is_headed_as_organisation(one) and " " in one]) > 1,
        "joined": len(words) >= LONG and all(" " in one.strip() for one in halves) and len(halves) > 1,
        "in title": bool(page.title) and folded in plain(page.title),
    }
    yield from (name for name, there in signs.items() if there)


def _of_page(page: Names, text: str, run: Run) -> Iterator[str]:
    folded, paper, named = plain(text), page.paper, _names_one(text)
    role = ROLE.match(folded)
    times = paper.times(text)
    first = page.organisations[0] if page.organisations else None
    initials = "".join(word[0] for word in text.split() if word[0].isupper())
    signs = {
        "named again" if named else "word again": times > 1,
        "named thrice" if named else "word thrice": times > 2,
        "only organisation": named and len(page.organisations) == 1 and first in run,
        "first organisation": first in run,
        "goes on": GOES_ON.search(page.in_one_line.partition(folded)[2][:12]) is not None,
        "longer": _goes_on(page.in_one_line, folded, LONGER),
        "before figures": _goes_on(paper.folded, folded, FIGURES),
        "lines of names": len(run) > 1 and all(is_headed_as_organisation(piece.text) for piece in run),
        "department last": len(run) > 1 and DEPARTMENT_IN.search(plain(run[-1].text)) is not None,
        "role first": role is not None and paper.times(folded[role.end() :]) > times,
        "site": _has_a_site(page, folded),
        "initials": named and len(initials) >= 3 and initials in page.words,
    }
    yield from (name for name, there in signs.items() if there)


def _goes_on(text: str, name: str, more: re.Pattern[str]) -> bool:
    """Whether a name goes on like this anywhere in a text."""
    place = text.find(name)
    while place >= 0:
        if more.match(text, place + len(name)):
            return True
        place = text.find(name, place + 1)
    return False


def _has_a_site(page: Names, folded: str) -> bool:
    """Whether a site or an address on the page is called by the name, its first words or its initials."""
    words = [word for word in re.findall(r"[a-z0-9]+", folded) if word not in ("the", "of", "for", "and", "de", "la")]
    if not words or not page.sites:
        return False
    starts = ["".join(words[:2]), words[0] if len(words[0]) >= 5 else "", "".join(word[0] for word in words)]
    return any(len(one) >= 4 and one in page.sites for one in starts)


def _of_lines_around(page: Names, run: Run) -> Iterator[str]:
    paper = page.paper
    over, under, left = paper.over(run[0]), paper.under(run[-1]), paper.before(run[0])
    for name, other in (("under", over), ("over", under)):
        if other and OFFICE.search(plain(other.text)):
            yield f"{name} office"
        if other and person(other.text):
            yield f"{name} person"
    if under and ADDRESS.match(plain(under.text)):
        yield "addressed"
    if under and CERTIFIES.match(plain(under.text)):
        yield "over certifies"
    if left and paper.is_name_of_field(left) and _is_beside(page, left, run[0]):
        yield "its value" if LABEL.match(plain(left.text)) else "other value"
    if page.lines.pieces[-1] is run[-1]:
        yield "last line"


def _is_beside(page: Names, name: Piece, value: Piece) -> bool:
    """Whether a name of a field has its value near it on its row, and none below."""
    below = page.paper.under(name, 1.6)
    alone = below is None or page.paper.is_name_of_field(below) or below.left > name.right
    return alone and value.left - name.right <= CLOSE * value.height
