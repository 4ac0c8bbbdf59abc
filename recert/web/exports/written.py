"""How the catalog is written: as rows that `feeds.tables` reads back, and as CTDL."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from typing import Any

from recert.records.models import Course
from recert.rules.money import dollars
from recert.web.base.plain_numbers import duration, plain

COLUMNS = (
    "id", "title", "provider", "url", "credit_stated", "kind", "quantity", "unit", "approved_by", "approval_number",
    "category", "price", "hours", "format", "language", "starts_on", "ends_on", "city", "state", "zip", "checked_on",
    "source",
)  # fmt: skip
RISKY = ("=", "+", "-", "@", "\t", "\r")
IN_WORDS, ADDRESS = {"@container": "@language"}, {"@type": "@id"}
CONTEXT = {
    "ceterms": "https://purl.org/ctdl/terms/",
    "schema": "https://schema.org/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "ceterms:name": IN_WORDS,
    "ceterms:addressLocality": IN_WORDS,
    "ceterms:addressRegion": IN_WORDS,
    "schema:description": IN_WORDS,
    "ceterms:subjectWebpage": ADDRESS,
    "ceterms:inLanguage": {"@type": "xsd:language"},
    "ceterms:dateEffective": {"@type": "xsd:date"},
    "ceterms:expirationDate": {"@type": "xsd:date"},
    "ceterms:price": {"@type": "xsd:decimal"},
    "ceterms:exactDuration": {"@type": "schema:Duration"},
    "schema:value": {"@type": "xsd:float"},
}
"""What CTDL's own context says of the terms used here, so that nobody has to fetch it to read a name as a name."""


class _Lines:
    """What csv writes to: hands each line on."""

    def write(self, line: str) -> str:
        return line


def as_table(courses: Iterable[Course]) -> Iterator[str]:
    writer = csv.writer(_Lines())
    yield writer.writerow(COLUMNS)
    for course in courses:
        yield writer.writerow([safe(_cell(course, column)) for column in COLUMNS])


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> safe("=1+1"), safe("Wound care")
    ("'=1+1", 'Wound care')
    """
    return f"'{cell}" if cell.startswith(RISKY) else cell


def _cell(course: Course, column: str) -> str:
    if column == "provider":
        return course.provider_name
    value = getattr(course, column)
    if column == "price":
        return "" if value is None else dollars(value)
    return "" if value is None else f"{value:f}" if column in {"quantity", "hours"} else str(value)


def as_ctdl(courses: Iterable[Course], *, pages: str) -> Iterator[str]:
    """One JSON-LD document, course after course; `pages` is the address under which each has its page."""
    yield f'{{"@context": {json.dumps(CONTEXT)}, "@graph": ['
    for number, course in enumerate(courses):
        yield (",\n" if number else "\n") + json.dumps(_learning(course, f"{pages}{course.pk}/"), ensure_ascii=False)
    yield "\n]}\n"


def _learning(course: Course, page: str) -> dict[str, Any]:
    """Only what the listing states."""
    last = course.ends_on or course.starts_on
    stated = {
        "ceterms:subjectWebpage": course.url,
        "ceterms:offeredBy": {"@type": "ceterms:Organization", "ceterms:name": {"en": course.provider_name}},
        "ceterms:creditValue": _credit(course),
        "ceterms:estimatedCost": _cost(course),
        "ceterms:estimatedDuration": _length(course),
        "ceterms:inLanguage": course.language,
        "ceterms:dateEffective": course.starts_on.isoformat() if course.starts_on else "",
        "ceterms:expirationDate": last.isoformat() if last else "",
        "ceterms:availableAt": _place(course),
    }
    return {
        "@type": "ceterms:LearningOpportunityProfile",
        "@id": page,
        "ceterms:name": {"en": course.title},
        **{name: value for name, value in stated.items() if value},
    }


def _credit(course: Course) -> dict[str, Any] | None:
    if course.quantity is None or not course.unit:
        return None
    said = course.credit_stated or course.unit
    return {
        "@type": "ceterms:ValueProfile",
        "schema:value": plain(course.quantity),
        "schema:description": {"en": said},
    }


def _cost(course: Course) -> dict[str, str] | None:
    if course.price is None:
        return None
    return {"@type": "ceterms:CostProfile", "ceterms:price": dollars(course.price), "ceterms:currency": "USD"}


def _length(course: Course) -> dict[str, str] | None:
    if not course.hours:
        return None
    return {"@type": "ceterms:DurationProfile", "ceterms:exactDuration": duration(course.hours)}


def _place(course: Course) -> dict[str, Any] | None:
    stated = {
        "ceterms:addressLocality": {"en": course.city} if course.city else None,
        "ceterms:addressRegion": {"en": course.state} if course.state else None,
        "ceterms:postalCode": course.zip,
    }
    known = {name: value for name, value in stated.items() if value}
    return {"@type": "ceterms:Place", **known} if known else None
