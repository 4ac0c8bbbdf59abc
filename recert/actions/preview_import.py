"""Say what a handed-in file would become, row by row, before anything of it is on the transcript."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from recert.actions.read_fields import FieldRefused, read_fields
from recert.capture.transcripts import Preview, PreviewRow
from recert.capture.transcripts.again import Seen
from recert.capture.transcripts.apart import preview_apart
from recert.capture.transcripts.repairs import repairs_of
from recert.records.models import ImportDraft, Person
from recert.records.snapshots import transcript_of
from recert.rules.transcript import Activity, category_text


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRow:
    """One row's fate: the fields it would be kept with, why not, or the activity that it seems to repeat."""

    row: PreviewRow
    fields: Mapping[str, Any] | None
    refusal: str = ""
    """Why the transcript cannot keep a row that could be read."""
    repeats: Activity | None = None

    @property
    def fate(self) -> str:
        """`ready`, `question`, `repeats`, `refused`, `incomplete` (a day, amount or unit is asked for) or `unfinished`."""
        if self.fields is None:
            return self._left_out
        return "repeats" if self.repeats else self.row.fate

    @property
    def _left_out(self) -> str:
        if self.row.fate == "unfinished":
            return "unfinished"
        return "incomplete" if self.row.so_far is not None and self.row.activity is None else "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPreview:
    """A file's columns, its remarks, and every row's fate."""

    draft: ImportDraft
    file: Preview
    rows: tuple[ImportRow, ...]

    @property
    def lacking(self) -> tuple[ImportRow, ...]:
        """The rows that could not become an activity as they stand, though they tell of one."""
        return tuple(row for row in self.rows if row.fate in ("incomplete", "refused"))

    def kept(self, *, with_repeats: bool) -> tuple[ImportRow, ...]:
        """The rows that confirming would put on the transcript."""
        fates = {"ready", "question", *({"repeats"} if with_repeats else ())}
        return tuple(row for row in self.rows if row.fate in fates)


def preview_import(actor: Person, *, draft_id: int, mapping: Mapping[str, str] | None = None) -> ImportPreview:
    """`mapping` is column name → field; without it the columns are guessed.

    :raises DoesNotExist: when the draft is not the actor's.
    :raises TranscriptUnreadable: when the file is no table, or the mapping cannot be.
    """
    draft = ImportDraft.objects.get(person=actor, pk=draft_id)
    file = preview_apart(draft.name, bytes(draft.content), mapping, repairs_of(draft.repairs))
    known = Known(transcript_of(actor))
    return ImportPreview(draft=draft, file=file, rows=tuple(_judged(row, known) for row in file.rows))


class Known:
    """What is on the transcript, found by whatever a file says of it."""

    def __init__(self, transcript: Sequence[Activity]) -> None:
        self._same = {mark: activity for activity in reversed(transcript) for mark in _marks(activity)}
        self._alike = Seen[Activity]()
        for activity in transcript:
            self._alike.add(activity, activity)

    def find(self, activity: Activity) -> Activity | None:
        same = next((self._same[mark] for mark in _marks(activity) if mark in self._same), None)
        return same or self._alike.find(activity)


def _judged(row: PreviewRow, known: Known) -> ImportRow:
    if row.activity is None:
        return ImportRow(row=row, fields=None)
    try:
        fields = read_fields(_stated(row.activity, row.note))
    except FieldRefused as refused:
        return ImportRow(row=row, fields=None, refusal=str(refused))
    return ImportRow(row=row, fields=fields, repeats=known.find(row.activity))


def _marks(activity: Activity) -> tuple[object, ...]:
    """By what the rules know two records of one activity: day, title and provider, or the certificate."""
    return tuple(mark for mark in (activity.same_as, activity.certificate) if mark)


def _stated(activity: Activity, note: str) -> dict[str, Any]:
    names = ("earned_on", "kind", "quantity", "unit", "minutes", "relevant", "title", "provider", "approval_number")
    return {
        **{name: getattr(activity, name) for name in names},
        "category": category_text(activity.category),
        "approved_by": ";".join(sorted(activity.approved_by)),
        "certificate": activity.certificate,
        "note": note,
    }
