"""Hand the actor everything they recorded, in the form that a fresh installation and the terminal read back."""

from __future__ import annotations

from datetime import date
from typing import Any

from recert.capture.transcripts import activities_document
from recert.records.models import Activity, Holding, Person
from recert.records.snapshots import activity_of


def export_transcript(actor: Person) -> dict[str, Any]:
    """The contract's transcript, with the notes on it and the credentials it is for."""
    rows = list(Activity.objects.filter(person=actor, trashed_at=None).order_by("id"))
    document = activities_document(activity_of(row) for row in rows)
    for entry, row in zip(document["activities"], rows, strict=True):
        entry["note"] = row.note
    holdings = Holding.objects.filter(person=actor).order_by("id")
    return {**document, "credentials": [_held(holding) for holding in holdings]}


def _held(holding: Holding) -> dict[str, Any]:
    return {
        "credential": holding.credential,
        "certified_on": _day(holding.certified_on),
        "cycle": {"starts": _day(holding.cycle_starts), "ends": _day(holding.cycle_ends)},
        "first_cycle": holding.first_cycle,
        "closed_on": _day(holding.closed_on),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
