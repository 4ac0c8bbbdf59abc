"""Two people, or two tabs, may edit one row: the later save is refused with both versions, never merged in silence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from django.db.models import F, Model, QuerySet

Row = TypeVar("Row", bound=Model)


class StaleEdit(Exception):
    """The row changed after the editor opened it: `theirs` is how it stands now, `yours` what was to be saved."""

    def __init__(self, *, theirs: Model, yours: Mapping[str, Any]) -> None:
        super().__init__("This was changed somewhere else after you opened it. Nothing was saved.")
        self.theirs = theirs
        self.yours = yours


def save_if_unchanged(rows: QuerySet[Row], *, pk: int, version: int, values: Mapping[str, Any]) -> Row:
    """Write the values in one conditional UPDATE, which no second editor can slip past.

    :raises StaleEdit: when the row has another version by now.
    :raises DoesNotExist: when the row is not among those the actor may see.
    """
    saved = rows.filter(pk=pk, version=version).update(version=F("version") + 1, **values)
    row = rows.get(pk=pk)
    if not saved:
        raise StaleEdit(theirs=row, yours=values)
    return row
