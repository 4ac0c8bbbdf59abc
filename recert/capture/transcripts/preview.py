"""Say of every row of a file what would become of it, before anything is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from recert.capture.transcripts.again import Seen
from recert.capture.transcripts.columns import Column
from recert.capture.transcripts.days import is_day_first, is_month_first
from recert.capture.transcripts.read import OpenedFile, open_file, read_rows
from recert.capture.transcripts.remarks import Remark, shown
from recert.capture.transcripts.repairs import REPAIRABLE, Repairs, read_so_far
from recert.capture.transcripts.rows import ReadRow, Row, RowRefused
from recert.capture.transcripts.unfinished import unfinished
from recert.rules.transcript import Activity
from recert.rules.wording import N_

Fate = Literal["ready", "question", "refused", "unfinished"]

MONTH_OR_DAY = N_(
    "%(found)s was read as %(day)s, the month first; other rows of this file have the day first. Is it right?"
)
WHICH_CEU = N_(
    "“CEU” alone may mean one hour (AAMA) or ten (IACET). Say who approved the course, or how many minutes it took."
)
SAME_AS = N_("Same day, title and provider as row %(row)s: only one of the two will count.")
NO_HEADER = N_(
    "The first row holds no names of columns, so it is read as an activity like the others. Say below which column is"
    " which."
)
MAY_BE = N_(
    "Same day and title as row %(row)s, and both would count. If they are one activity, put one of the two in the"
    " trash after you have added them."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """One row: its cells by column name, its fate, the sentences about it, and the activity it would become."""

    number: int
    cells: Mapping[str, str]
    fate: Fate
    remarks: tuple[Remark, ...]
    activity: Activity | None
    note: str
    column: Column | None = None
    """The column at fault in a row that is refused or unfinished."""
    so_far: Mapping[str, str] | None = None
    """Day, amount and unit as far as they are known, where the row lacks one of them, asks for one, or somebody has said them."""
    repaired: bool = False

    @property
    def sentence(self) -> str:
        return " ".join(remark.text for remark in self.remarks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a file holds: its columns as they are read, what was assumed, and every row's fate."""

    name: str
    sheet: str
    columns: tuple[Column, ...]
    rows: tuple[PreviewRow, ...]
    remarks: tuple[Remark, ...]
    unread_sheets: tuple[str, ...]

    @property
    def activities(self) -> tuple[Activity, ...]:
        """What would be kept: every row that is not refused."""
        return tuple(row.activity for row in self.rows if row.activity)


def preview_transcript(
    name: str, content: bytes, mapping: Mapping[str, str] | None = None, repairs: Repairs | None = None
) -> Preview:
    """Read what can be read.

    `mapping` is column name → field; an empty field, or a column left out, is kept as a note. `repairs` stand in for
    the day, the amount and the unit of a row.

    :raises TranscriptUnreadable: only when the file is no table at all, or the mapping names what is not there.
    """
    file = open_file(name, content, mapping, repairs)
    doubts = Doubts(file)
    rows = []
    assumed: dict[str, Remark] = {}
    for row, found in read_rows(file):
        if left_out := unfinished(file.columns, file.cells(row)):
            rows.append(_left_out(file, row, "unfinished", *left_out))
        elif isinstance(found, RowRefused):
            rows.append(_refused(file, row, found))
        else:
            assumed |= {remark.text: remark for remark in found.assumed}
            asked = (*found.asked, *doubts.about(row, found.activity))
            rows.append(_kept(file, row, found, asked, tuple(doubts.repeated(row, found.activity))))
    return Preview(
        name=name,
        sheet=file.table.sheet,
        columns=file.columns,
        rows=tuple(rows),
        remarks=(*(() if file.table.named else (Remark(NO_HEADER),)), *assumed.values()),
        unread_sheets=file.table.unread_sheets,
    )


def _kept(
    file: OpenedFile, row: Row, found: ReadRow, asked: tuple[Remark, ...], repeated: tuple[Remark, ...]
) -> PreviewRow:
    """`asked` are questions that another day, amount or unit would answer."""
    return PreviewRow(
        number=row.number,
        cells=file.cells(row),
        fate="question" if asked or repeated else "ready",
        remarks=(*asked, *repeated),
        activity=found.activity,
        note=file.note(row),
        so_far=read_so_far(row.texts, row.amount_column) if row.repaired or asked else None,
        repaired=row.repaired,
    )


def _refused(file: OpenedFile, row: Row, refused: RowRefused) -> PreviewRow:
    left_out = _left_out(file, row, "refused", refused.column, refused.remark)
    if not row.repaired and refused.field not in REPAIRABLE:
        return left_out
    return replace(left_out, so_far=read_so_far(row.texts, row.amount_column), repaired=row.repaired)


def _left_out(file: OpenedFile, row: Row, fate: Fate, column: Column | None, remark: Remark) -> PreviewRow:
    return PreviewRow(
        number=row.number,
        cells=file.cells(row),
        fate=fate,
        remarks=(remark,),
        activity=None,
        note=file.note(row),
        column=column,
    )


class Doubts:
    """What the holder should look at in rows that can be read; it remembers the rows it has seen."""

    def __init__(self, file: OpenedFile) -> None:
        self._days_first = any(is_day_first(row.text("earned_on")) for row in file.rows())
        self._seen: dict[str, int] = {}
        self._alike = Seen[int]()

    def about(self, row: Row, activity: Activity) -> Iterator[Remark]:
        """Which day it was, and what the amount is of."""
        day = row.text("earned_on")
        if self._days_first and is_month_first(day):
            yield Remark(MONTH_OR_DAY, {"found": shown(day), "day": activity.earned_on.isoformat()})
        if activity.unit == "ceu" and activity.minutes is None and not activity.approved_by & {"aama", "iacet"}:
            yield Remark(WHICH_CEU)

    def repeated(self, row: Row, activity: Activity) -> Iterator[Remark]:
        """An earlier row that the rules will find again, or else one that only the holder can tell apart.

        A day and an amount alone are no sign within one file: people finish two courses of an hour on one day.
        """
        earlier = self._seen.setdefault(activity.same_as, row.number) if activity.same_as else row.number
        if earlier != row.number:
            yield Remark(SAME_AS, {"row": str(earlier)})
        elif activity.title:
            alike = self._alike.find(activity)
            self._alike.add(activity, row.number)
            if alike is not None:
                yield Remark(MAY_BE, {"row": str(alike)})
