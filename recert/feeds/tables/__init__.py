"""Courses as a table: the columns a plan's offers have, and a few more; read from CSV here, from workbooks by their rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation

from recert.feeds.credit import Credit
from recert.feeds.listed import (
    NO_NUMBER,
    FeedUnreadable,
    Read,
    Refused,
    cents_of,
    credit_from,
    day_of,
    listed,
    together,
)

WANTED = ("id", "title")
QUESTIONS = ("rationale", "outcomes", "instructors", "methods", "refunds")
FORMATS = {"online", "live_online", "in_person"}


def read_table(text: str) -> Read:
    """:raises FeedUnreadable: when a column that is needed is missing."""
    return read_rows(csv.DictReader(io.StringIO(text, newline="")))


def read_rows(rows: Iterable[Mapping[str, str]]) -> Read:
    """The courses of rows by column name, numbered from 2 as they stand under the header.

    :raises FeedUnreadable: when a column that is needed is missing.
    """
    return together(_read(rows))


def _read(rows: Iterable[Mapping[str, str]]) -> Iterator[Read]:
    for number, row in enumerate(rows, start=2):
        said = {str(name or "").strip().lower(): str(cell or "").strip() for name, cell in row.items()}
        if missing := [name for name in WANTED if name not in said]:
            raise FeedUnreadable(
                f"A table of courses needs the columns id and title; {' and '.join(missing)} is missing."
            )
        yield _course(number, said)


def _course(number: int, row: Mapping[str, str]) -> Read:
    try:
        return listed(
            f"line {number}",
            key=row["id"],
            credit=_credit(row),
            price=cents_of(row.get("price", "")),
            hours=_decimal(row.get("hours", "")),
            format=row.get("format", "") if row.get("format", "") in FORMATS else "",
            language=row.get("language", "")[:2].lower(),
            category=row.get("category", "")[:100],
            approval_number=row.get("approval_number", "")[:200],
            starts_on=day_of(row.get("starts_on", "")),
            ends_on=day_of(row.get("ends_on", "")),
            city=row.get("city", "")[:100],
            state=row.get("state", "")[:2].upper(),
            zip=row.get("zip", "")[:5],
            evidence={name: row[name][:500] for name in QUESTIONS if row.get(name)},
            **{name: row.get(name, "") for name in ("title", "provider", "url", "description", "credit_stated")},
        )
    except InvalidOperation:
        return Read(refused=(Refused(where=f"line {number}", wording=NO_NUMBER),))


def _credit(row: Mapping[str, str]) -> Credit:
    if row.get("unit") and row.get("quantity"):
        return Credit(
            kind=row.get("kind") or "course",
            quantity=_decimal(row["quantity"]),
            unit=row["unit"][:20],
            approved_by=row.get("approved_by", "")[:200],
        )
    return credit_from(row.get("credit_stated", ""), row.get("title", ""))


def _decimal(text: str) -> Decimal | None:
    """:raises InvalidOperation: when it is no number of at most four decimals."""
    if not text:
        return None
    exact = Decimal(text)
    if not exact.is_finite() or exact < 0 or exact >= 10**6 or exact != exact.quantize(Decimal("0.0001")):
        raise InvalidOperation
    return exact
