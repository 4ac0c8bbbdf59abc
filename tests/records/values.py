"""Values that the tests of the tables share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from recert.rules.transcript import Activity, parse_category


def an_activity(**fields: Any) -> Activity:
    usual = {
        "id": "1",
        "earned_on": date(2025, 3, 4),
        "quantity": Decimal("2.5"),
        "unit": "cme",
        "title": "Wound care",
        "category": parse_category("clinical=2;general=0.5"),
    }
    return Activity(**{**usual, **fields})


def spelled_out(value: Any) -> Any:
    """A value by type and fields, all the way down: editions themselves do not compare."""
    if is_dataclass(value):
        return type(value), {f.name: spelled_out(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return tuple(spelled_out(entry) for entry in value)
    if isinstance(value, Mapping):
        return {key: spelled_out(entry) for key, entry in value.items()}
    return value
