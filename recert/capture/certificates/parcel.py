"""A reading as plain JSON and back, so that it can cross from the process that read the file."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from recert.capture.certificates.reading import Entry, Field, Question, Reading

Parcel = dict[str, Any]


def packed(reading: Reading) -> Parcel:
    """Everything of a reading, in lists, texts and numbers."""
    return asdict(reading)


def unpacked(parcel: Parcel) -> Reading:
    """The reading that was packed."""
    return Reading(
        **{
            **parcel,
            "entries": tuple(_entry(entry) for entry in parcel["entries"]),
            "texts": tuple(parcel["texts"]),
            "turns": tuple(parcel["turns"]),
        }
    )


def _entry(parcel: Parcel) -> Entry:
    return Entry(
        kind=parcel["kind"],
        pages=tuple(parcel["pages"]),
        fields={name: Field(**{**field, "box": tuple(field["box"])}) for name, field in parcel["fields"].items()},
        questions=tuple(Question(**question) for question in parcel["questions"]),
        links=tuple(parcel["links"]),
    )
