"""How the catalog is written: as rows that `feeds.tables` reads back, and as CTDL."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from typing import Any

from recert.records.models import Course

COLUMNS = (
    "id", "title", "provider", "url", "credit_stated", "kind", "quantity", "unit", "approved_by", "approval_number",
    "category", "price", "hours", "format", "language", "starts_on", "ends_on", "city", "state", "zip", "checked_on",
    "source",
)  # fmt: skip
RISKY = ("=", "+", "-", "@", "\t", "\r")
CONTEXT = {"ceterms": "https://purl.org/ctdl/terms/", "schema": "https://schema.org/"}


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
        return "" if value is None else f"{value // 100}.{value % 100:02d}"
    return "" if value is None else f"{value:f}" if column in {"quantity", "hours"} else str(value)


def as_ctdl(courses: Iterable[Course], *, pages: str) -> Iterator[str]:
    """One JSON-LD document, course after course; `pages` is the address under which each has its page."""
    yield f'{{"@context": {json.dumps(CONTEXT)}, "@graph": ['
    for number, course in enumerate(courses):
        yield (",\n" if number else "\n") + json.dumps(_learning(course, f"{pages}{course.pk}/"), ensure_ascii=False)
    yield "\n]}\n"


def _learning(course: Course, page: str) -> dict[str, Any]:
    """Only what the listing states."""
    credit = {"@type": "schema:QuantitativeValue", "schema:value": str(course.quantity), "schema:unitText": course.unit}
    stated = {
        "ceterms:subjectWebpage": course.url,
        "ceterms:offeredBy": {"@type": "ceterms:Organization", "ceterms:name": {"en": course.provider_name}},
        "ceterms:creditValue": credit if course.quantity is not None and course.unit else None,
        "ceterms:inLanguage": course.language,
        "ceterms:startDate": course.starts_on.isoformat() if course.starts_on else "",
        "ceterms:endDate": course.ends_on.isoformat() if course.ends_on else "",
        "ceterms:price": None if course.price is None else f"{course.price // 100}.{course.price % 100:02d}",
    }
    return {
        "@type": "ceterms:LearningOpportunityProfile",
        "@id": page,
        "ceterms:name": {"en": course.title},
        **{name: value for name, value in stated.items() if value},
    }
