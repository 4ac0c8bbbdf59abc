"""Columns that hold exactly what was put in, alike on SQLite and PostgreSQL."""

from __future__ import annotations

import json
import zlib
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

PLACES = 4
SCALE = 10**PLACES


class MoreThanFourDecimals(ValueError):
    """A quantity has digits that the column could not keep."""


def ten_thousandths(quantity: Decimal | int | str) -> int:
    """Turn a quantity into a whole number of ten-thousandths.

    >>> ten_thousandths("2.5"), ten_thousandths(Decimal("0.0001"))
    (25000, 1)

    :raises MoreThanFourDecimals: rather than round.
    """
    scaled = Decimal(quantity) * SCALE
    if not scaled.is_finite() or scaled != int(scaled):
        raise MoreThanFourDecimals(f"{quantity} has more than four decimals")
    return int(scaled)


def quantity_of(stored: int) -> Decimal:
    """Read ten-thousandths back as the shortest exact decimal.

    >>> quantity_of(25000), quantity_of(600000), quantity_of(1)
    (Decimal('2.5'), Decimal('60'), Decimal('0.0001'))
    """
    whole, rest = divmod(stored, SCALE)
    return Decimal(f"{whole}.{rest:04d}".rstrip("0").rstrip("."))


class ExactField(models.Field):
    """A quantity of zero or more with at most four decimals, stored as an integer: SQLite's own decimals are floats."""

    description = _("Exact quantity")
    _pyi_private_set_type: Decimal | int
    _pyi_private_get_type: Decimal

    def get_internal_type(self) -> str:
        return "BigIntegerField"

    def from_db_value(self, value: Any, *_: Any) -> Decimal | None:
        return None if value is None else quantity_of(int(value))

    def to_python(self, value: Any) -> Decimal | None:
        if value is None:
            return None
        try:
            return quantity_of(ten_thousandths(value))
        except (InvalidOperation, MoreThanFourDecimals, TypeError) as wrong:
            raise ValidationError(_("Write a number with at most four decimals."), code="invalid") from wrong

    def get_prep_value(self, value: Any) -> int | None:
        return None if value is None else ten_thousandths(value)

    def value_to_string(self, obj: models.Model) -> str:
        return str(self.value_from_object(obj))

    def formfield(self, **options: Any) -> forms.Field | None:
        return super().formfield(
            **{"form_class": forms.DecimalField, "decimal_places": PLACES, "min_value": 0, **options}
        )


def canonical(document: Any) -> str:
    """Write a document as the one text that stands for it, so that it can be hashed and compared."""
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


class DocumentField(models.TextField):
    """A JSON document kept as text: the order of its keys survives, which PostgreSQL's jsonb would not promise."""

    _pyi_private_set_type: Any
    _pyi_private_get_type: Any

    def from_db_value(self, value: Any, *_: Any) -> Any:
        return None if value is None else json.loads(value)

    def to_python(self, value: Any) -> Any:
        return value

    def get_prep_value(self, value: Any) -> str | None:
        return None if value is None else json.dumps(value, separators=(",", ":"), ensure_ascii=False)


class PackedDocumentField(models.BinaryField):
    """A large JSON document, compressed: verdicts repeat the same citations many times over."""

    _pyi_private_set_type: Any
    _pyi_private_get_type: Any

    def from_db_value(self, value: Any, *_: Any) -> Any:
        return None if value is None else json.loads(zlib.decompress(bytes(value)))

    def to_python(self, value: Any) -> Any:
        return value

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        packed = None
        if value is not None:
            packed = zlib.compress(json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode(), level=6)
        return super().get_db_prep_value(packed, connection, prepared)
