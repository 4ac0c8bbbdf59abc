"""Hold an official transcript that was handed in against one's own activities, and add what is only there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from django.db import transaction

from recert.actions.add_activity import add_activity
from recert.actions.check_standing import Standing, check_standing
from recert.actions.confirm_import import keys_of
from recert.actions.preview_import import ImportPreview, ImportRow, preview_import
from recert.capture.transcripts.reconcile import Match, reconcile
from recert.records.models import Activity, Holding, Person
from recert.records.snapshots import transcript_of
from recert.rulebooks.library import rulebook
from recert.rules.edition import Certifier
from recert.rules.transcript import Activity as Done

Why = Literal["to_come", "no_use", "approved", "outside", "unlisted", ""]


@dataclass(frozen=True, slots=True)
class OnlyHere:
    """An activity of one's own that the file lacks, and why: it is still `to_come`; it is of `no_use` to any credential
    held; a certifier of the holder's `approved` it (`by` names them), so it is not reported yet; it is `outside` credit
    of a certifier that tells it from its own; or it is `unlisted`, as none of theirs approved it. Empty: nobody knows."""

    activity: Done
    why: Why
    by: tuple[str, ...] = ()


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
    standings: Sequence[Standing]
    """What each credential says of one's own activities."""

    @property
    def certifiers(self) -> int:
        """How many the holder has: with several, nobody knows whose transcript the file is."""
        return len({standing.rulebook.certifier.id for standing in self.standings})


def reconcile_transcript(actor: Person, *, draft_id: int, today: date) -> Reconciliation:
    """:raises DoesNotExist: when the file is not the actor's.
    :raises TranscriptUnreadable: when the file is no table.
    """
    preview = preview_import(actor, draft_id=draft_id)
    rows = _rows_by_id(preview)
    theirs = _activities(rows)
    found = reconcile(transcript_of(actor), theirs)
    first = min((one.earned_on for one in theirs), default=date.min)
    standings = check_standing(actor, today=today, shown=False)
    lacking = _Lacking(today, _certifiers(actor), standings)
    return Reconciliation(
        draft_id=draft_id,
        name=preview.draft.name,
        matched=found.matched,
        only_there=tuple(rows[one.id] for one in found.only_there),
        only_here=tuple(lacking.told(one) for one in found.only_here if one.earned_on >= first),
        earlier=tuple(one for one in found.only_here if one.earned_on < first),
        refused=preview.lacking,
        standings=standings,
    )


def _rows_by_id(preview: ImportPreview) -> dict[str, ImportRow]:
    """The rows of the file that can be read."""
    return {row.row.activity.id: row for row in preview.rows if row.row.activity and row.fields is not None}


def _activities(rows: Mapping[str, ImportRow]) -> tuple[Done, ...]:
    return tuple(row.row.activity for row in rows.values() if row.row.activity)


@transaction.atomic
def add_from_official(actor: Person, *, draft_id: int, row_number: int | None = None) -> int:
    """Add a row that is only on the official transcript, or every such row; how many were added.

    :raises DoesNotExist: when the file is not the actor's.
    """
    rows = _rows_by_id(preview_import(actor, draft_id=draft_id))
    only_there = (rows[one.id] for one in reconcile(transcript_of(actor), _activities(rows)).only_there)
    wanted = [row for row in only_there if row_number is None or row.row.number == row_number]
    for row in wanted:
        add_activity(actor, fields=row.fields or {}, request_key=f"{keys_of(draft_id)}{row.row.number}")
    Activity.objects.filter(person=actor, request_key__startswith=keys_of(draft_id)).update(source="imported")
    return len(wanted)


@dataclass(frozen=True, slots=True)
class _Lacking:
    """Tells why an official transcript lacks an activity, by what the actor's credentials make of it."""

    today: date
    certifiers: Mapping[Certifier, frozenset[str]]
    """The actor's, each with the units that only it awards."""
    standings: Sequence[Standing]

    def told(self, activity: Done) -> OnlyHere:
        by = tuple(
            one.acronym
            for one, units in self.certifiers.items()
            if one.id in activity.approved_by or activity.unit in units
        )
        why = self._why(activity, bool(by))
        return OnlyHere(activity, why, by if why == "approved" else ())

    def _why(self, activity: Done, is_approved: bool) -> Why:
        outcomes = self._outcomes(activity.id)
        if activity.earned_on > self.today:
            return "to_come"
        if outcomes and all(one["counted"] == "0" and one["reasons"] for one in outcomes):
            return "no_use"
        if is_approved:
            return "approved"
        if any(one["approved"] for one in outcomes):
            return ""  # A rule treats its kind as approved, such as a CPR card: no provider reports it.
        return "outside" if any(_tells_outside(one) for one in self.standings) else "unlisted"

    def _outcomes(self, activity_id: str) -> list[Mapping[str, Any]]:
        rows = (row for standing in self.standings for row in standing.document["activities"])
        return [row for row in rows if row["id"] == activity_id]


def _tells_outside(standing: Standing) -> bool:
    """Whether the certifier tells credit of its own from outside credit."""
    return any(edition.approver for edition in standing.rulebook.editions)


def _certifiers(actor: Person) -> Mapping[Certifier, frozenset[str]]:
    books = [
        rulebook(credential) for credential in Holding.objects.filter(person=actor).values_list("credential", flat=True)
    ]
    own: dict[Certifier, frozenset[str]] = {}
    for book in {book.certifier.id: book for book in books}.values():
        approvers = [edition.approver for edition in book.editions if edition.approver]
        own[book.certifier] = frozenset(unit for approver in approvers for unit in approver.units)
    return own
