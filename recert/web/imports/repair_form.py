"""What a row lacks or leaves open, asked of several rows at once: the day, the amount, the unit, as far as they were read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from recert.actions.preview_import import ImportRow
from recert.actions.repair_import import RepairRefused
from recert.capture.transcripts import Column, PreviewRow
from recert.capture.transcripts.amounts import MOST
from recert.capture.transcripts.repairs import REPAIRABLE
from recert.web.base.widgets import DayInput
from recert.web.base.words import UNITS

ID_OF_FORM = "rows"
"""The boxes belong to the form that adds the rows, so that whichever button is pressed, what was typed is sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of the preview, the boxes that ask about it, and whether they stand open."""

    row: ImportRow
    boxes: tuple[forms.BoundField, ...]
    open: bool


class RepairForm(forms.Form):
    use_required_attribute = False
    """A row that is left empty stays out, and that is an answer."""

    def __init__(self, data: Any = None, *, rows: Sequence[ImportRow], columns: Sequence[Column]) -> None:
        super().__init__(data)
        self._rows = rows
        self._columns = {column.field: column.name for column in columns if column.field}
        self._asked = [row.row for row in rows if row.row.so_far is not None]
        for row in self._asked:
            self.fields |= {key_of(row, name): field for name, field in self._boxes(row, row.so_far or {}).items()}
        for field in self.fields.values():
            field.widget.attrs["form"] = ID_OF_FORM

    @property
    def asks(self) -> bool:
        return bool(self._asked)

    @property
    def says_more(self) -> bool:
        """Whether the boxes were sent, and something in them was changed."""
        return any(key_of(row, name) in self.data for row in self._asked for name in REPAIRABLE) and self.has_changed()

    def lines(self) -> list[Line]:
        """Every row in the order of the page, those that nothing is asked about included."""
        return [self._line(row) for row in self._rows]

    def clean(self) -> dict[str, Any]:
        for row in self._asked:
            if not self._is_answered(row):
                for name in REPAIRABLE:
                    self.errors.pop(key_of(row, name), None)
        return self.cleaned_data

    def said(self) -> dict[int, dict[str, str] | None]:
        """Row number → field → text, of the rows that were changed; None where everything was emptied again."""
        changed = [row for row in self._asked if any(key_of(row, name) in self.changed_data for name in REPAIRABLE)]
        return {row.number: self._texts(row) if self._is_answered(row) else None for row in changed}

    def refuse(self, refused: RepairRefused) -> None:
        """Say beside the box why what was said cannot be kept."""
        self.add_error(f"{refused.field}-{refused.row}", str(refused))

    def _line(self, row: ImportRow) -> Line:
        if row.row.so_far is None:
            return Line(row=row, boxes=(), open=False)
        boxes = tuple(self[key_of(row.row, name)] for name in REPAIRABLE)
        return Line(row=row, boxes=boxes, open=row.fate == "incomplete" or any(box.errors for box in boxes))

    def _is_answered(self, row: PreviewRow) -> bool:
        keys = [key_of(row, name) for name in REPAIRABLE]
        return any(key in self.changed_data for key in keys) and any(
            str(self.data.get(key, "")).strip() for key in keys
        )

    def _texts(self, row: PreviewRow) -> dict[str, str]:
        day, quantity, unit = (self.cleaned_data[key_of(row, name)] for name in REPAIRABLE)
        return {"earned_on": day.isoformat(), "quantity": f"{quantity:f}", "unit": unit}

    def _boxes(self, row: PreviewRow, read: Mapping[str, str]) -> dict[str, forms.Field]:
        number = {"n": row.number}
        return {
            "earned_on": forms.DateField(
                label=_("Row %(n)s: finished on") % number, widget=DayInput(), help_text=self._hint(row, "earned_on"),
                initial=date.fromisoformat(read["earned_on"]) if read["earned_on"] else None,
            ),
            "quantity": forms.DecimalField(
                label=_("Row %(n)s: how much") % number, min_value=0, max_value=MOST, decimal_places=4,
                widget=forms.NumberInput(attrs={"step": "any", "inputmode": "decimal"}),
                help_text=self._hint(row, "quantity"),
                initial=Decimal(read["quantity"]) if read["quantity"] else None,
            ),
            "unit": forms.ChoiceField(
                label=_("Row %(n)s: of what") % number, choices=[("", "—"), *UNITS.items()], initial=read["unit"],
                help_text=self._hint(row, "unit"),
            ),
        }  # fmt: skip

    def _hint(self, row: PreviewRow, field: str) -> str:
        """What the file has there, where it could not be read or somebody said otherwise."""
        cell = row.cells.get(self._columns.get(field, ""), "")[:60]
        known = bool((row.so_far or {}).get(field)) and not row.repaired
        return _("The file says “%(cell)s”.") % {"cell": cell} if cell and not known else ""


def key_of(row: PreviewRow, field: str) -> str:
    return f"{field}-{row.number}"
