"""A preview as plain JSON and back, so that it can cross from the process that read the file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from recert.capture.transcripts.columns import Column
from recert.capture.transcripts.preview import Preview, PreviewRow
from recert.capture.transcripts.remarks import Remark
from recert.rules.transcript import Activity, category_text, parse_category

Parcel = dict[str, Any]
AS_THEY_ARE = ("id", "unit", "kind", "title", "provider", "minutes", "approval_number", "certificate", "relevant")


def packed(preview: Preview) -> Parcel:
    """Everything of a preview, in lists, texts and numbers."""
    return {
        "name": preview.name,
        "sheet": preview.sheet,
        "columns": [[column.index, column.name, column.field] for column in preview.columns],
        "rows": [_packed_row(row) for row in preview.rows],
        "remarks": _packed_remarks(preview.remarks),
        "unread_sheets": list(preview.unread_sheets),
    }


def _packed_row(row: PreviewRow) -> Parcel:
    return {
        "number": row.number,
        "cells": dict(row.cells),
        "fate": row.fate,
        "remarks": _packed_remarks(row.remarks),
        "activity": None if row.activity is None else _packed_activity(row.activity),
        "note": row.note,
        "column": None if row.column is None else row.column.index,
        "so_far": None if row.so_far is None else dict(row.so_far),
        "repaired": row.repaired,
    }


def _packed_remarks(remarks: Sequence[Remark]) -> list[list[Any]]:
    return [[remark.wording, dict(remark.values)] for remark in remarks]


def _packed_activity(activity: Activity) -> Parcel:
    return {
        **{name: getattr(activity, name) for name in AS_THEY_ARE},
        "earned_on": activity.earned_on.isoformat(),
        "quantity": str(activity.quantity),
        "category": category_text(activity.category),
        "approved_by": sorted(activity.approved_by),
    }


def unpacked(parcel: Parcel) -> Preview:
    """The preview that was packed."""
    columns = tuple(Column(index, name, field) for index, name, field in parcel["columns"])
    by_index = {column.index: column for column in columns}
    return Preview(
        name=parcel["name"],
        sheet=parcel["sheet"],
        columns=columns,
        rows=tuple(_row(row, by_index) for row in parcel["rows"]),
        remarks=_remarks(parcel["remarks"]),
        unread_sheets=tuple(parcel["unread_sheets"]),
    )


def _row(row: Parcel, columns: dict[int, Column]) -> PreviewRow:
    return PreviewRow(
        number=row["number"],
        cells=row["cells"],
        fate=row["fate"],
        remarks=_remarks(row["remarks"]),
        activity=None if row["activity"] is None else _activity(row["activity"]),
        note=row["note"],
        column=None if row["column"] is None else columns[row["column"]],
        so_far=row["so_far"],
        repaired=row["repaired"],
    )


def _remarks(remarks: Sequence[Sequence[Any]]) -> tuple[Remark, ...]:
    return tuple(Remark(wording, values) for wording, values in remarks)


def _activity(activity: Parcel) -> Activity:
    return Activity(
        **{name: activity[name] for name in AS_THEY_ARE},
        earned_on=date.fromisoformat(activity["earned_on"]),
        quantity=Decimal(activity["quantity"]),
        category=parse_category(activity["category"]),
        approved_by=frozenset(activity["approved_by"]),
    )
