"""Read a whole transcript file; the first cell that cannot be read refuses it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from recert.capture.transcripts.columns import Column, columns_of, guess, mapped, told_by_cells
from recert.capture.transcripts.formats import table_of
from recert.capture.transcripts.remarks import Remark, TranscriptUnreadable, shown
from recert.capture.transcripts.repairs import Repairs
from recert.capture.transcripts.rows import ReadRow, Row, RowRefused, read_row
from recert.capture.transcripts.table import Table
from recert.rules.transcript import Activity
from recert.rules.wording import N_

NO_DAY_COLUMN = N_(
    "%(file)s: no column holds the day (found %(names)s). Name one of them earned_on, and see that the first row is"
    " the header."
)
NO_HEADER = N_(
    "%(file)s: its first row (%(names)s) is no header. Put a row with the names of the columns above it, at least"
    " earned_on and quantity."
)
ID_REPEATED = N_("found %(found)s, already the id of row %(earlier)s. Give every activity its own id, or none.")
CELL = N_("row %(row)s, column %(letter)s (“%(column)s”): ")
NO_CELL = N_("row %(row)s, %(field)s: ")
JSON_CELL = N_("activity %(row)s, “%(field)s”: ")
IN_SHEET = N_("sheet “%(sheet)s”, ")


@dataclass(frozen=True, slots=True, kw_only=True)
class TranscriptFile:
    """A file read to the last cell; `notes` holds what unknown columns say, by activity id."""

    name: str
    activities: tuple[Activity, ...]
    unknown_columns: tuple[str, ...]
    notes: Mapping[str, str]
    remarks: tuple[Remark, ...]
    """What was assumed in order to read it."""
    unread_sheets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A table whose columns have been given their fields."""

    name: str
    table: Table
    columns: tuple[Column, ...]
    repairs: Repairs = field(default_factory=dict)

    @property
    def fields(self) -> dict[str, Column]:
        return {column.field: column for column in self.columns if column.field}

    def rows(self) -> Iterator[Row]:
        for place, (number, cells) in enumerate(self.table.rows, start=1):
            texts = {column.field: cells[column.index] for column in self.columns if column.index < len(cells)}
            read = {field: text for field, text in texts.items() if field}
            said = self.repairs.get(number, {})
            yield Row(place, number, {**read, **said}, self.fields, repaired=bool(said))

    def cells(self, row: Row) -> dict[str, str]:
        """The row's filled cells by column name."""
        texts = self.table.rows[row.place - 1].cells
        return {
            column.name: " ".join(texts[column.index].split())
            for column in self.columns
            if column.index < len(texts) and texts[column.index].strip()
        }

    def note(self, row: Row) -> str:
        """What the columns that are no field say about the row."""
        unknown = {column.name for column in self.columns if column.field is None}
        return "; ".join(f"{name}: {text}" for name, text in self.cells(row).items() if name in unknown)


def open_file(
    name: str, content: bytes, mapping: Mapping[str, str] | None, repairs: Repairs | None = None
) -> OpenedFile:
    """Read the table and decide which column is which field: by the mapping, else by the columns' names."""
    table = table_of(name, content)
    columns = columns_of(table.header)
    if mapping is not None:
        return OpenedFile(name, table, mapped(columns, mapping, name), repairs or {})
    told = told_by_cells(guess(columns), (row.cells for row in table.rows))
    return OpenedFile(name, table, told, repairs or {})


def read_transcript(name: str, content: bytes, mapping: Mapping[str, str] | None = None) -> TranscriptFile:
    """Read a transcript to the last cell.

    :raises TranscriptUnreadable: naming the file and the first cell that cannot be read.
    """
    file = open_file(name, content, mapping)
    if "earned_on" not in file.fields and (file.table.rows or file.table.form != "json"):
        raise _without_day(file)
    notes: dict[str, str] = {}
    remarks: dict[str, Remark] = {}
    activities = []
    for row, found in read_rows(file):
        if isinstance(found, RowRefused):
            raise located(file, row, found)
        activities.append(found.activity)
        remarks |= {remark.text: remark for remark in found.assumed}
        if note := file.note(row):
            notes[found.activity.id] = note
    return TranscriptFile(
        name=name,
        activities=tuple(activities),
        unknown_columns=tuple(column.name for column in file.columns if column.field is None),
        notes=notes,
        remarks=tuple(remarks.values()),
        unread_sheets=file.table.unread_sheets,
    )


def _without_day(file: OpenedFile) -> TranscriptUnreadable:
    wording = NO_DAY_COLUMN if file.table.named else NO_HEADER
    found = [column.name for column in file.columns] if file.table.named else file.table.rows[0].cells
    names = ", ".join(shown(name, 30) for name in found[:12])
    return TranscriptUnreadable(wording, file=file.name, names=names or "none")


def read_rows(file: OpenedFile) -> Iterator[tuple[Row, ReadRow | RowRefused]]:
    """Read row by row; a row that is refused does not stop the next."""
    ids: dict[str, int] = {}
    for row in file.rows():
        try:
            found = read_row(row)
            earlier = ids.setdefault(found.activity.id, row.number)
            if earlier != row.number:
                raise row.refused(
                    "id", Remark(ID_REPEATED, {"found": shown(found.activity.id), "earlier": f"{earlier}"})
                )
        except RowRefused as refused:
            yield row, refused
        else:
            yield row, found


def located(file: OpenedFile, row: Row, refused: RowRefused) -> TranscriptUnreadable:
    """Say where the refused cell stands, and then what is wrong with it."""
    values = {"file": file.name, "row": str(row.number), "sheet": file.table.sheet, "field": refused.field}
    values["column"] = refused.column.name if refused.column else refused.field
    values["letter"] = refused.column.letter if refused.column else ""
    place = JSON_CELL if file.table.form == "json" else CELL if refused.column else NO_CELL
    sheet = IN_SHEET if file.table.sheet else ""
    return TranscriptUnreadable(
        f"%(file)s, {sheet}{place}{refused.remark.wording}", **{**refused.remark.values, **values}
    )
