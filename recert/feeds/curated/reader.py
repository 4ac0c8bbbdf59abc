"""Read the gathered courses and their providers; what a source does not state stays empty."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from recert.feeds.credit import Credit, credit_of
from recert.feeds.packed import digest_of, rows_of, web_address
from recert.places.point import Point
from recert.places.zips import UnknownZip, ZipWithoutPlace, point_of

NAME = "curated"
DATA = Path(__file__).parent / "data"
FILES = (DATA / "courses.csv.gz", DATA / "providers.csv.gz")
GATHERED_ON = date(2026, 11, 22)
"""The day the sources were read. Some were old by then and say so:"""
OLDER = {
    "github:newjersey/d4ad": date(2021, 4, 6),
    "github:fastresponse/webnew": date(2016, 12, 9),
    "github:hstm-jane/": date(2017, 1, 1),
    "github:kg4giy/": date(2020, 1, 1),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """One course. `price` is in cents; `hours` is how long it takes; dates as the source prints them."""

    id: str
    record_type: str
    title: str
    provider: str
    url: str
    is_own_page: bool
    delivery: str
    format: str
    hours: Decimal | None
    credit_stated: str
    credit: Credit
    category: str
    approval_number: str
    price: int | None
    price_stated: str
    released: str
    expires: str
    held: str
    has_ended: bool
    address: str
    city: str
    state: str
    zip: str
    point: Point | None
    audience: str
    topic: str
    source: str
    checked_on: date

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and last day it is held, where whole days are stated."""
        return days_of(self.held)


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """Who offers courses, as listed."""

    id: str
    name: str
    url: str
    kind: str
    cost_stated: str
    relation: str
    offers: str
    source: str
    checked_on: date


def edition() -> str:
    """Changes whenever the data or their readers do."""
    return digest_of(*FILES, Path(__file__), Path(__file__).parents[1] / "credit.py")


def read_courses() -> Iterator[Course]:
    return (_course(row) for row in rows_of(FILES[0]))


def read_providers() -> Iterator[Provider]:
    for row in rows_of(FILES[1]):
        yield Provider(
            id=row["id"],
            name=row["name"],
            url=web_address(row["url"]),
            kind=row["kind"],
            cost_stated=row["cost_stated"],
            relation=row["aama_or_credential_relation"],
            offers=row["notes"],
            source=row["source_url"],
            checked_on=date.fromisoformat(row["source_date"]) if row["source_date"] else age_of(row["source_url"]),
        )


def _course(row: Mapping[str, str]) -> Course:
    return Course(
        id=row["id"],
        record_type=row["record_type"],
        title=" ".join(row["title"].split()),
        provider=row["provider"],
        url=web_address(row["course_url"]),
        is_own_page=row["url_basis"].startswith("page for this course"),
        delivery=row["delivery"],
        format=format_of(row["delivery"]),
        hours=Decimal(row["hours_value"]) if row["hours_value"] else None,
        credit_stated=row["credit_type"],
        credit=credit_of(row),
        category=row["aama_category_stated"],
        approval_number=row["aama_approval_numbers"] or row["approval_or_course_number"],
        price=0 if row["free_stated"] == "yes" else cents(row["price_usd"]),
        price_stated=row["price_stated"],
        released=row["release_date"],
        expires=row["expiration_date"],
        held=row["event_date"],
        has_ended=row["status_by_stated_dates"] in {"expired", "past event"},
        address=row["location"],
        city=row["city"],
        state=row["state"],
        zip=row["zip"],
        point=_point(row["zip"]),
        audience=row["audience_stated"],
        topic=row["topic_tag"],
        source=row["source_url"],
        checked_on=age_of(row["source_url"]),
    )


def cents(dollars: str) -> int | None:
    """A price in cents, None where none is stated.

    >>> cents("10"), cents("190.5"), cents("")
    (1000, 19050, None)
    """
    return int(Decimal(dollars) * 100) if dollars else None


def format_of(delivery: str) -> str:
    """How one takes part: online, live online, in person; empty where the source does not say.

    >>> format_of("live webinar"), format_of("in person (NJ training provider)"), format_of("ebook, online completion")
    ('live_online', 'in_person', 'online')
    """
    said = delivery.lower()
    if "in person" in said or "in-person" in said:
        return "in_person"
    if "live webinar" in said or "webcast" in said:
        return "live_online"
    return "online" if said else ""


def age_of(source: str) -> date:
    """The day the source's words are from, as far as it is known."""
    return next((day for start, day in OLDER.items() if source.startswith(start)), GATHERED_ON)


def _point(zip_code: str) -> Point | None:
    try:
        return point_of(zip_code) if zip_code else None
    except (UnknownZip, ZipWithoutPlace):
        return None


def days_of(held: str) -> tuple[date | None, date | None]:
    """The first and last day of a text; a year alone is no day.

    >>> days_of("2025-06-09 to 2025-08-27")
    (datetime.date(2025, 6, 9), datetime.date(2025, 8, 27))
    """
    days = [date.fromisoformat(day) for day in re.findall(r"\d{4}-\d{2}-\d{2}", held)]
    return (days[0], days[-1]) if days else (None, None)
