"""A reading as the list that `recert read --json` prints."""

from __future__ import annotations

from typing import Any

from recert.capture.certificates.reading import Entry, Field, Question, Reading


def reading_document(reading: Reading) -> list[dict[str, Any]]:
    """One mapping to a certificate; boxes are fractions of the page from its upper left corner."""
    return [_entry(reading, entry) for entry in reading.entries]


def _entry(reading: Reading, entry: Entry) -> dict[str, Any]:
    return {
        "file": reading.file,
        "page": entry.first_page,
        "pages": list(entry.pages),
        "first_page": entry.first_page,
        "last_page": entry.last_page,
        "kind": entry.kind,
        "fields": {name: _field(field) for name, field in entry.fields.items()},
        "questions": [_question(question) for question in entry.questions],
        "links": list(entry.links),
    }


def _field(field: Field) -> dict[str, Any]:
    return {"value": field.value, "confidence": field.confidence, "box": list(field.box), "page": field.page}


def _question(question: Question) -> dict[str, Any]:
    values = dict(question.values)
    return {
        "field": question.field,
        "code": question.code,
        "text": question.text,
        "wording": question.wording,
        "values": values,
    }
