"""Turn one row of a table into an activity, or say which of its cells stands in the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from recert.capture.transcripts.amounts import Amount, read_amount, read_minutes
from recert.capture.transcripts.cells import read_approvers, read_category, read_kind, read_relevant, read_text
from recert.capture.transcripts.columns import Column
from recert.capture.transcripts.days import read_day
from recert.capture.transcripts.remarks import CellUnreadable, Remark, shown
from recert.rules.transcript import Activity, SplitDoesNotAddUp, category_text
from recert.rules.wording import N_

NO_DAY = N_(
    "it is empty, wanted the day the activity was completed, such as 2024-03-14. Delete the row if it is only a sum."
)
NO_SUCH_COLUMN = N_("no column holds it. Name a column %(field)s, or choose which one it is.")
SPLIT_DIFFERS = N_(
    "found %(found)s, which does not add up to the quantity %(quantity)s. Correct the parts or the quantity."
)

T = TypeVar("T")


class RowRefused(ValueError):
    """A row that cannot become an activity: the field at fault, its column if the file has one, and why."""

    def __init__(self, field: str, column: Column | None, remark: Remark) -> None:
        self.field, self.column, self.remark = field, column, remark
        super().__init__(remark.text)


@dataclass(frozen=True, slots=True)
class ReadRow:
    """An activity, what was assumed to read it, and what only its holder can say."""

    activity: Activity
    assumed: tuple[Remark, ...] = ()
    asked: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """The texts of one row by field; `place` counts activities, `number` is the row as a spreadsheet shows it."""

    place: int
    number: int
    texts: Mapping[str, str]
    columns: Mapping[str, Column]
    repaired: bool = False
    """Whether somebody said the day, the amount and the unit, in place of the file's own cells."""

    @property
    def amount_column(self) -> str:
        """The name of the column that holds the amount; it may hint at the unit."""
        return self.columns["quantity"].name if "quantity" in self.columns else ""

    def text(self, field: str) -> str:
        return self.texts.get(field, "")

    def read(self, field: str, reader: Callable[[str], T]) -> T:
        """Read one cell.

        :raises RowRefused: when the reader refuses it.
        """
        try:
            return reader(self.text(field))
        except CellUnreadable as error:
            raise self.refused(error.field or field, error.remark) from None

    def refused(self, field: str, remark: Remark) -> RowRefused:
        column = self.columns.get(field)
        if column is None and field in ("earned_on", "quantity") and not self.repaired:
            return RowRefused(field, None, Remark(NO_SUCH_COLUMN, {"field": field}))
        return RowRefused(field, column, Remark(remark.wording, {"found": shown(self.text(field)), **remark.values}))


def read_row(row: Row) -> ReadRow:
    """Read an activity.

    :raises RowRefused: naming the first cell that cannot be read.
    """
    if not row.text("earned_on").strip():
        raise row.refused("earned_on", Remark(NO_DAY))
    earned_on = row.read("earned_on", read_day)
    kind = row.read("kind", read_kind)
    amount = _amount(row, kind)
    asked = row.columns["approved_by"].approver if "approved_by" in row.columns else None
    category = row.read("category", read_category)
    try:
        activity = Activity(
            id=row.read("id", read_text) or str(row.place),
            earned_on=earned_on,
            quantity=amount.quantity,
            unit=amount.unit,
            kind=kind,
            title=row.read("title", read_text),
            provider=row.read("provider", read_text),
            minutes=row.read("minutes", read_minutes),
            category=category,
            approved_by=row.read("approved_by", lambda text: read_approvers(text, asked)),
            approval_number=row.read("approval_number", read_text),
            certificate=row.read("certificate", read_text),
            relevant=row.read("relevant", read_relevant),
        )
    except SplitDoesNotAddUp:
        differs = Remark(SPLIT_DIFFERS, {"found": shown(category_text(category)), "quantity": f"{amount.quantity}"})
        raise row.refused("category", differs) from None
    return ReadRow(
        activity,
        assumed=(amount.remark,) if amount.remark else (),
        asked=(amount.question,) if amount.question else (),
    )


def _amount(row: Row, kind: str) -> Amount:
    said = {"kind": kind, "column": row.amount_column, "kind_said": row.text("kind")}
    return row.read("quantity", lambda text: read_amount(text, row.text("unit"), **said))
