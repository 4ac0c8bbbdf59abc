"""Hold an official transcript that was handed in against one's own activities, and add what is only there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from recert.actions.add_activity import add_activity
from recert.actions.confirm_import import keys_of
from recert.actions.preview_import import ImportRow, preview_import
from recert.capture.transcripts.reconcile import Match, reconcile
from recert.records.models import Activity, Holding, Person
from recert.records.snapshots import transcript_of
from recert.rulebooks.library import rulebook
from recert.rules.transcript import Activity as Done

APPROVED, OUTSIDE = "approved", "outside"


@dataclass(frozen=True, slots=True)
class OnlyHere:
    """An activity of one's own that the file lacks, and why: `approved` by the certifier and yet not reported, or
    `outside` credit, which no certifier lists."""

    activity: Done
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciliation:
    """What is in both, only there and only here, and how many rows of the file could not be read."""

    draft_id: int
    name: str
    matched: tuple[Match, ...]
    only_there: tuple[ImportRow, ...]
    only_here: tuple[OnlyHere, ...]
    earlier: tuple[Done, ...]
    """Only here as well, and older than anything in the file."""
    refused: tuple[ImportRow, ...]


def reconcile_transcript(actor: Person, *, draft_id: int) -> Reconciliation:
    """:raises DoesNotExist: when the file is not the actor's.
    :raises TranscriptUnreadable: when the file is no table.
    """
    preview = preview_import(actor, draft_id=draft_id)
    rows = {row.row.activity.id: row for row in preview.rows if row.row.activity and row.fields is not None}
    theirs = tuple(row.row.activity for row in rows.values() if row.row.activity)
    found = reconcile(transcript_of(actor), theirs)
    first = min((one.earned_on for one in theirs), default=date.min)
    approvers = _approvers(actor)
    return Reconciliation(
        draft_id=draft_id,
        name=preview.draft.name,
        matched=found.matched,
        only_there=tuple(rows[one.id] for one in found.only_there),
        only_here=tuple(
            OnlyHere(one, APPROVED if _is_approved(one, approvers) else OUTSIDE)
            for one in found.only_here
            if one.earned_on >= first
        ),
        earlier=tuple(one for one in found.only_here if one.earned_on < first),
        refused=preview.lacking,
    )


@transaction.atomic
def add_from_official(actor: Person, *, draft_id: int, row_number: int | None = None) -> int:
    """Add a row that is only on the official transcript, or every such row; how many were added.

    :raises DoesNotExist: when the file is not the actor's.
    """
    rows = reconcile_transcript(actor, draft_id=draft_id).only_there
    wanted = [row for row in rows if row_number is None or row.row.number == row_number]
    for row in wanted:
        add_activity(actor, fields=row.fields or {}, request_key=f"{keys_of(draft_id)}{row.row.number}")
    Activity.objects.filter(person=actor, request_key__startswith=keys_of(draft_id)).update(source="imported")
    return len(wanted)


def _is_approved(activity: Done, approvers: frozenset[str]) -> bool:
    return bool(activity.approved_by & approvers) or (activity.unit == "aama_ceu" and "aama" in approvers)


def _approvers(actor: Person) -> frozenset[str]:
    """Those whose approval the actor's credentials ask for."""
    books = [
        rulebook(credential) for credential in Holding.objects.filter(person=actor).values_list("credential", flat=True)
    ]
    editions = [edition for book in books for edition in book.editions]
    return frozenset(edition.approver.id for edition in editions if edition.approver)
