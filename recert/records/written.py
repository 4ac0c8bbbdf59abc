"""A row as a JSON object, and the row made of it again: exact, whatever kind of column it is."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import BinaryField, DateField, DateTimeField, Field, ForeignKey, Model, TextField
from django.utils.dateparse import parse_datetime

from recert.records.fields import DocumentField, ExactField, PackedDocumentField
from recert.records.numbering import Numbers, Rename, renamed
from recert.records.people import Person
from recert.records.portable import SHARED, TABLES, Table

DOCUMENTS = (DocumentField, PackedDocumentField)
Row = dict[str, Any]


class NotARow(ValueError):
    """A JSON object that no row can be made of; `about` is the column that is wrong."""

    def __init__(self, about: str) -> None:
        super().__init__(about)
        self.about = about


def written(row: Model, table: Table, numbers: Mapping[type[Model], Numbers]) -> Row:
    """`n` is the row's number in its table; a row it points to is named by its number, or by its digest."""
    entry: Row = {"n": numbers[table.model].of(row.pk)}
    for field in table.columns():
        value = getattr(row, field.attname)
        if isinstance(field, ForeignKey):
            entry[field.name] = _pointer(row, field, value, numbers)
        elif field.name in table.names:
            entry[field.name] = renamed(value, renaming(numbers))
        else:
            entry[field.name] = _plain(value) if not isinstance(field, DOCUMENTS) else value
    return entry


def numbered(person: Person) -> dict[type[Model], Numbers]:
    """Every row that goes along, by its number in its table."""
    return {table.model: Numbers(table.rows(person).values_list("pk", flat=True)) for table in TABLES.values()}


def renaming(numbers: Mapping[type[Model], Numbers]) -> Rename:
    """How documents name rows in an export: by their numbers."""
    return lambda table, key: numbers[TABLES[table].model].named(key)


def _pointer(row: Model, field: ForeignKey, value: Any, numbers: Mapping[type[Model], Numbers]) -> Any:
    if value is None:
        return None
    target = field.related_model
    if target in SHARED:
        return getattr(getattr(row, field.name), SHARED[target])
    return numbers[target].of(value) if target in numbers else value


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    return value


Found = Callable[[type[Model], Any], Any]
"""A row pointed to, by its model and how the export names it; None where there is none."""


def read_row(entry: Row, table: Table, *, owner: Mapping[str, Any], found: Found, rename: Rename) -> Model:
    """A row that is not saved yet. :raises NotARow: naming the column."""
    values: Row = dict(owner)
    for field in table.columns():
        if field.name not in entry:
            if field.name in table.later:
                continue
            raise NotARow(field.name)
        value = entry[field.name]
        try:
            if isinstance(field, ForeignKey):
                values[field.name] = _pointed(field, value, found)
            elif field.name in table.names:
                values[field.name] = renamed(value, rename)
            else:
                values[field.name] = _value(field, value)
        except (ValueError, TypeError, KeyError, ArithmeticError, ValidationError, AttributeError):
            raise NotARow(field.name) from None
    return table.model(**values)


def _pointed(field: ForeignKey, value: Any, found: Found) -> Any:
    if value is None and field.null:
        return None
    target = found(field.related_model, value)
    if target is None and not field.null:
        raise NotARow(field.name)
    return target


def _value(field: Field, value: Any) -> Any:
    """:raises ValueError: and others of its kind, when the column cannot hold it."""
    if isinstance(field, DOCUMENTS):
        _no_zero_letters(value)
        return value
    if value is None and field.null:
        return None
    read = _READERS.get(type(field), _as_it_is)(value)
    if isinstance(read, str):
        _no_zero_letters(read)
        if field.max_length is not None and len(read) > field.max_length:
            raise ValueError(field.name)
    if field.choices and read not in dict(field.flatchoices):
        raise ValueError(field.name)
    return read if isinstance(field, BinaryField | ExactField) else _same(field, read)


def _same(field: Field, value: Any) -> Any:
    """The column's own validators; what it would turn into something else is refused."""
    if isinstance(field, TextField) or (value == "" and field.empty_strings_allowed):
        return value
    cleaned = field.to_python(value)
    field.run_validators(cleaned)
    if cleaned != value or type(cleaned) is not type(value):
        raise ValueError(field.name)
    return cleaned


def _no_zero_letters(value: Any) -> None:
    """PostgreSQL holds no text with a NUL in it."""
    if isinstance(value, str) and "\x00" in value:
        raise ValueError(value)
    for inner in value.items() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ():
        _no_zero_letters(inner)


def _moment(value: str) -> datetime:
    moment = parse_datetime(value)
    if moment is None or moment.tzinfo is None:
        raise ValueError(value)
    return moment


def _bytes(value: str) -> bytes:
    try:
        return base64.b64decode(value, validate=True)
    except binascii.Error as wrong:
        raise ValueError(value) from wrong


def _as_it_is(value: Any) -> Any:
    if isinstance(value, str | int | bool):
        return value
    raise TypeError(type(value))


def _exact(value: str) -> Decimal:
    read: Decimal | None = ExactField().to_python(value)
    if read is None or read < 0:
        raise ValueError(value)
    return read


_READERS: Mapping[type[Field], Callable[[Any], Any]] = {
    DateField: date.fromisoformat,
    DateTimeField: _moment,
    BinaryField: _bytes,
    ExactField: _exact,
}
