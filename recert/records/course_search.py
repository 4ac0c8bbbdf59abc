"""The search of courses: full text on SQLite (FTS5) and on PostgreSQL (tsvector), finding the same courses alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from django.db import connection

from recert.records.fields import SCALE

WORD = re.compile(r"[a-z0-9]+")
Where = Literal["title", "anywhere"]
Facts = tuple[tuple[str, ...], ...]


def folded_words(text: str) -> list[str]:
    """The words of a text without case and accents; both databases keep them as they are.

    >>> folded_words("COVID-19: Enfermedad crónica")
    ['covid', '19', 'enfermedad', 'cronica']
    """
    plain = unicodedata.normalize("NFKD", text.lower())
    return WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What cards must have: of each group a word that begins like one of it, and of each tuple of facts one.

    The words must come from `folded_words`, the facts from `course_facts`: nothing in them means anything to a query.
    """

    groups: tuple[tuple[str, ...], ...] = ()
    facts: Facts = ()
    least_price: int | None = None
    most_price: int | None = None
    most_hours: int | None = None
    from_day: date | None = None
    to_day: date | None = None
    credits: frozenset[int] | None = None

    def with_facts(self, *more: tuple[str, ...]) -> Sought:
        return replace(self, facts=(*self.facts, *more))

    @property
    def ranges(self) -> Iterator[tuple[str, object]]:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How a database's full-text search writes a word of a column, and, or, and not."""

    beginning: str
    fact: str
    title: str
    anywhere: str
    both: str
    either: str
    source: str
    match: str
    number: str

    def query(self, sought: Sought, where: Where) -> str:
        facts = [self._any(self.fact % fact for fact in alternatives) for alternatives in sought.facts]
        return self.both.join([*self._words(sought, where), *facts])

    def _words(self, sought: Sought, where: Where) -> list[str]:
        column = self.title if where == "title" else self.anywhere
        return [self._any(self.beginning % {"word": word, "in": column} for word in group) for group in sought.groups]

    def _any(self, parts: Iterable[str]) -> str:
        return f"({self.either.join(parts)})"


SQLITE = Dialect(
    beginning='%(in)s : "%(word)s"*',
    title="title",
    anywhere="{title words}",
    fact="facts : %s",
    both=" AND ",
    either=" OR ",
    source="records_course_search",
    match="records_course_search MATCH %s",
    number="records_course_search.rowid",
)
POSTGRESQL = Dialect(
    beginning="%(word)s:*%(in)s",
    title="A",
    anywhere="AB",
    fact="%s:C",
    both=" & ",
    either=" | ",
    source="records_coursecard card",
    match="card.search @@ to_tsquery('simple', %s)",
    number="card.number",
)
JOINED = " JOIN records_coursecard card ON card.number = records_course_search.rowid"


def numbers_of(sought: Sought, *, where: Where = "anywhere", order: str = "", most: int) -> list[int]:
    """The cards that have what is sought, by number or by a column of theirs before it.

    By number they are read from the index as they come, and no more of them than asked for.
    """
    ordered = f"{order}, {_dialect().number}" if order else _dialect().number
    return [row[0] for row in _rows(sought, where, (), order=ordered, most=most)]


@dataclass(frozen=True, slots=True)
class Placed:
    """A card with a place; coordinates in millionths of a degree."""

    number: int
    lat: int
    lon: int
    price: int | None
    starts_on: date | None


def placed(sought: Sought) -> list[Placed]:
    """All cards that have what is sought and a place."""
    columns = [f"card.{name}" for name in ("lat", "lon", "price", "starts_on")]
    return [Placed(*row) for row in _rows(sought, "anywhere", columns) if row[1] is not None]


def _rows(
    sought: Sought, where: Where, columns: Sequence[str], *, order: str = "", most: int | None = None
) -> list[tuple[Any, ...]]:
    dialect = _dialect()
    ranges = [*sought.ranges]
    conditions = [dialect.match, *(condition for condition, _ in ranges)]
    if sought.credits is not None:
        conditions.append(
            f"card.credit_id IN ({','.join(str(int(each)) for each in sorted(sought.credits)) or 'NULL'})"
        )
    needs_card = bool(columns or ranges or sought.credits is not None or order.startswith("card."))
    source = dialect.source + (JOINED if needs_card and dialect is SQLITE else "")
    # Every part of the statement is written in this file; what people ask for goes in as a parameter.
    statement = f"SELECT {', '.join((dialect.number, *columns))} FROM {source} WHERE {' AND '.join(conditions)}"  # noqa: S608
    statement += (f" ORDER BY {order}" if order else "") + (f" LIMIT {int(most)}" if most is not None else "")
    with connection.cursor() as cursor:
        cursor.execute(statement, [dialect.query(sought, where), *(value for _, value in ranges)])
        return list(cursor.fetchall())


def _dialect() -> Dialect:
    return SQLITE if connection.vendor == "sqlite" else POSTGRESQL
