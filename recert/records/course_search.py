"""The search of courses: full text on SQLite (FTS5) and on PostgreSQL (tsvector), finding the same courses alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from django.db import connection

from recert.records.fields import SCALE
from recert.records.globe import Circle

WORD = re.compile(r"[a-z0-9]+")
SHORT = 2
"""Letters; a word this short is looked for as it is, not as a beginning: nearly everything begins so."""
Where = Literal["title", "anywhere"]
Facts = tuple[tuple[str, ...], ...]


def folded_words(text: str) -> list[str]:
    """The words of a text without case and accents; both databases keep them as they are.

    >>> folded_words("COVID-19: Enfermedad crónica")
    ['covid', '19', 'enfermedad', 'cronica']
    """
    lowered = text.lower()
    return WORD.findall(lowered if lowered.isascii() else _unaccented(lowered))


def _unaccented(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


def has_beginning(beginning: str, words: Iterable[str]) -> bool:
    """Whether one of the words begins so, or is it where it is short."""
    if len(beginning) <= SHORT:
        return beginning in words
    return any(word.startswith(beginning) for word in words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What cards must have: of each group a word that begins like one of it, of each tuple of facts one, and `no_fact`
    not at all.

    The words must come from `folded_words`, the facts from `course_facts`: nothing in them means anything to a query.
    """

    groups: tuple[tuple[str, ...], ...] = ()
    facts: Facts = ()
    no_fact: str = ""
    least_price: int | None = None
    most_price: int | None = None
    most_hours: int | None = None
    from_day: date | None = None
    to_day: date | None = None
    credits: frozenset[int] | None = None
    circle: Circle | None = None

    def with_facts(self, *more: tuple[str, ...]) -> Sought:
        return replace(self, facts=(*self.facts, *more))

    def is_titled(self, title: Sequence[str]) -> bool:
        """Whether the words of a title alone have a word of each group."""
        return all(any(has_beginning(word, title) for word in group) for group in self.groups)

    @property
    def ranges(self) -> Iterator[tuple[str, int | date]]:
        """Conditions on the card's columns, each with its value."""
        if self.least_price is not None:
            yield "card.price >= %s", self.least_price
        if self.most_price is not None:
            yield "card.price <= %s", self.most_price
        if self.most_hours is not None:
            yield "card.hours <= %s", self.most_hours * SCALE
        if self.from_day is not None:
            yield "(card.starts_on IS NULL OR card.starts_on >= %s)", self.from_day
        if self.to_day is not None:
            yield "(card.starts_on IS NULL OR card.starts_on <= %s)", self.to_day
        if self.circle is not None:
            yield f"{line_to(self.circle)} <= %s", self.circle.most


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How a database's full-text search writes a word of a column, and, or, and not."""

    word: str
    beginning: str
    fact: str
    title: str
    anywhere: str
    both: str
    either: str
    without: str
    source: str
    match: str
    number: str

    def query(self, sought: Sought, where: Where) -> str:
        facts = [self._any(self.fact % fact for fact in alternatives) for alternatives in sought.facts]
        asked = self.both.join([*self._words(sought, where), *facts])
        return self.without % (asked, self.fact % sought.no_fact) if sought.no_fact else asked

    def _words(self, sought: Sought, where: Where) -> list[str]:
        column = self.title if where == "title" else self.anywhere
        return [
            self._any(self._beginning(word) % {"word": word, "in": column} for word in group) for group in sought.groups
        ]

    def _beginning(self, word: str) -> str:
        return self.word if len(word) <= SHORT else self.beginning

    def _any(self, parts: Iterable[str]) -> str:
        return f"({self.either.join(parts)})"


SQLITE = Dialect(
    word='%(in)s : "%(word)s"',
    beginning='%(in)s : "%(word)s"*',
    title="title",
    anywhere="{title words}",
    fact="facts : %s",
    both=" AND ",
    either=" OR ",
    without="(%s) NOT (%s)",
    source="records_course_search",
    match="records_course_search MATCH %s",
    number="records_course_search.rowid",
)
POSTGRESQL = Dialect(
    word="%(word)s:%(in)s",
    beginning="%(word)s:*%(in)s",
    title="A",
    anywhere="AB",
    fact="%s:C",
    both=" & ",
    either=" | ",
    without="(%s) & !(%s)",
    source="records_coursecard card",
    match="card.search @@ to_tsquery('simple', %s)",
    number="card.number",
)
JOINED = " JOIN records_coursecard card ON card.number = records_course_search.rowid"


def numbers_of(sought: Sought, *, where: Where = "anywhere", order: Sequence[str] = (), most: int) -> list[int]:
    """The cards that have what is sought, by columns of theirs and then by number.

    By number alone they are read from the index as they come, and no more of them than asked for.
    """
    dialect, ranges = _dialect(), [*sought.ranges]
    conditions = [dialect.match, *(condition for condition, _ in ranges)]
    if sought.credits is not None:
        conditions.append(f"card.credit_id IN ({','.join(f'{each:d}' for each in sorted(sought.credits)) or 'NULL'})")
    needs_card = len(conditions) > 1 or bool(order)
    source = dialect.source + (JOINED if needs_card and dialect is SQLITE else "")
    # Every part of the statement is written in this file; what people ask for goes in as a parameter.
    statement = (
        f"SELECT {dialect.number} FROM {source} WHERE {' AND '.join(conditions)} "  # noqa: S608
        f"ORDER BY {', '.join((*order, dialect.number))} LIMIT {most:d}"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [dialect.query(sought, where), *[value for _, value in ranges]])
        return [row[0] for row in cursor.fetchall()]


def line_to(circle: Circle) -> str:
    """The squared line from a card to the center of a circle, which orders as miles do; its numbers are our own."""
    center = circle.center
    axes = (("x", center.x), ("y", center.y), ("z", center.z))
    squares = (f"(CAST(card.{axis} AS bigint) - {at:d}) * (CAST(card.{axis} AS bigint) - {at:d})" for axis, at in axes)
    return f"({' + '.join(squares)})"


def _dialect() -> Dialect:
    return SQLITE if connection.vendor == "sqlite" else POSTGRESQL
