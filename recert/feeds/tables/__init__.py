"""Courses as a table: the columns a plan's offers have, and a few more; read from CSV here, from workbooks by their rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
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
from recert.places.zips import five_digits

WANTED = ("id", "title")
QUESTIONS = ("rationale", "outcomes", "instructors", "methods", "refunds")
COLUMNS = (
    *WANTED, "provider", "url", "description", "credit_stated", "quantity", "unit", "kind", "category", "approved_by",
    "approval_number", "price", "hours", "format", "language", "starts_on", "ends_on", "city", "state", "zip", *QUESTIONS,
)  # fmt: skip
"""All that is read; others may stand beside them."""
FORMATS = {"online", "live_online", "in_person"}


def read_table(text: str) -> Read:
    """:raises FeedUnreadable: when a column that is needed is missing, or a quote is never closed."""
    lines = csv.reader(io.StringIO(text, newline=""))
    try:
        header = next(lines, [])
        return read_rows(header, ((f"line {lines.line_num}", cells) for cells in lines if any(cells)))
    except csv.Error as wrong:
        raise FeedUnreadable(
            f"Line {lines.line_num} cannot be read: {wrong}. Look for a quote that is opened and never closed."
        ) from wrong


def read_rows(header: Sequence[str], rows: Iterable[tuple[str, Sequence[str]]]) -> Read:
    """The courses of rows, each with the place it stands at; CSV and workbooks come through here alike.

    :raises FeedUnreadable: when a column that is needed is missing.
    """
    names = [name.strip().lower() for name in header]
    if missing := [name for name in WANTED if name not in names]:
        lacks = " and ".join(missing) + (" are" if len(missing) > 1 else " is")
        raise FeedUnreadable(f"A table of courses needs the columns id and title; {lacks} missing.")
    return together(_course(where, dict(zip(names, map(str.strip, cells), strict=False))) for where, cells in rows)


def _course(where: str, row: Mapping[str, str]) -> Read:
    try:
        return listed(
            where,
            key=row.get("id", ""),
            credit=_credit(row),
            price=cents_of(row.get("price", "")),
            price_stated=row.get("price", ""),
            hours=_decimal(row.get("hours", "")),
            format=row.get("format", "") if row.get("format", "") in FORMATS else "",
            language=row.get("language", "")[:2].lower(),
            category=row.get("category", "")[:100],
            approval_number=row.get("approval_number", "")[:200],
            starts_on=day_of(row.get("starts_on", "")),
            ends_on=day_of(row.get("ends_on", "")),
            city=row.get("city", "")[:100],
            state=row.get("state", "")[:2].upper(),
            zip=five_digits(row.get("zip", "")),
            evidence={name: row[name][:500] for name in QUESTIONS if row.get(name)},
            **{name: row.get(name, "") for name in ("title", "provider", "url", "description", "credit_stated")},
        )
    except InvalidOperation:
        return Read(refused=(Refused(where=where, wording=NO_NUMBER),))


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
