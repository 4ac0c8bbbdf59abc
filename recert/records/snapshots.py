"""Rows become values here, and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from recert.records import activities
from recert.records.editions import as_json, from_json
from recert.records.people import Person
from recert.rules.transcript import Activity, parse_category


def activity_of(row: activities.Activity) -> Activity:
    """:raises SplitDoesNotAddUp: never for rows that came in through the actions, which refuse such a split."""
    return Activity(
        id=str(row.pk),
        earned_on=row.earned_on,
        quantity=row.quantity,
        unit=row.unit,
        kind=row.kind,
        title=row.title,
        provider=row.provider,
        minutes=row.minutes,
        category=parse_category(row.category),
        approved_by=approvers(row.approved_by),
        approval_number=row.approval_number,
        certificate=row.certificate,
        relevant=row.relevant,
    )


def approvers(text: str) -> frozenset[str]:
    """Read `aama;ancc`.

    >>> sorted(approvers("AAMA; ancc;"))
    ['aama', 'ancc']
    """
    return frozenset(name.strip().lower() for name in text.split(";") if name.strip())


def transcript_of(person: Person) -> tuple[Activity, ...]:
    """Everything on a person's transcript, in the order it was put there."""
    rows = activities.Activity.objects.filter(person=person, trashed_at=None).order_by("id")
    return tuple(activity_of(row) for row in rows)


def packed(transcript: Iterable[Activity]) -> list[dict[str, Any]]:
    """The transcript as a document, kept with the verdict it led to."""
    return [as_json(activity) for activity in transcript]


def unpacked(document: Iterable[dict[str, Any]]) -> tuple[Activity, ...]:
    """The transcript that a verdict was kept with."""
    return tuple(from_json(Activity, entry) for entry in document)
