"""Store many new rows of a table at once, without the work that Django's own way does for every value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any, TypeVar

from django.db import connection, models

from recert.records.fields import DocumentField, ExactField

AT_ONCE = 1000
Item = TypeVar("Item")


def in_batches(found: Iterable[Item]) -> Iterator[list[Item]]:
    """So many at once that a statement for each batch is worth it, and few enough to hold."""
    rest = iter(found)
    while batch := list(islice(rest, AT_ONCE)):
        yield batch


def insert_rows(rows: Sequence[models.Model]) -> None:
    """All of one table, with their keys."""
    if not rows:
        return
    meta = rows[0]._meta
    fields = [*meta.concrete_fields]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    names = [field.attname for field in fields]
    prepared = [_preparing(field) for field in fields]
    values = [_values(row, names, prepared) for row in rows]
    with connection.cursor() as cursor:
        # The names are those of our own tables and columns.
        cursor.executemany(f'INSERT INTO "{meta.db_table}" ({columns}) VALUES ({marks})', values)  # noqa: S608


def _preparing(field: models.Field[Any, Any]) -> Callable[[Any], Any] | None:
    """What a column's values need before a database takes them; plain text, whole numbers and truth need nothing."""
    if isinstance(field, DocumentField):
        return lambda value: field.get_db_prep_save(value, connection)
    if isinstance(field, ExactField | models.DateField):
        # Amounts and days repeat: each is prepared once.
        return lru_cache(maxsize=AT_ONCE)(lambda value: field.get_db_prep_save(value, connection))
    return None


def _values(row: models.Model, names: Iterable[str], prepared: Iterable[Callable[[Any], Any] | None]) -> list[Any]:
    given = row.__dict__
    return [
        given[name] if prepare is None else prepare(given[name]) for name, prepare in zip(names, prepared, strict=True)
    ]
