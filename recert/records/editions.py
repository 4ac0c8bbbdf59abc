"""The ground's frozen values written as JSON and read back equal, so that a verdict can be replayed years later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from hashlib import sha256
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from recert.records.fields import canonical
from recert.records.rules_in_force import RulesInForce
from recert.rules.edition import Edition

Value = TypeVar("Value")
_digests: dict[int, tuple[Edition, str]] = {}


def as_json(value: Any) -> Any:
    """Write any value of the ground."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: as_json(getattr(value, f.name)) for f in fields(value) if f.init}
    if isinstance(value, Mapping):
        return {key: as_json(entry) for key, entry in value.items()}
    if isinstance(value, frozenset):
        return sorted(as_json(entry) for entry in value)
    if isinstance(value, tuple):
        return [as_json(entry) for entry in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def from_json(kind: type[Value], document: Any) -> Value:
    """Read a value back by its type; fields that the document does not know keep their default."""
    hints = _hints(kind)  # type: ignore[arg-type]
    known = {name: _read(hints[name], entry) for name, entry in document.items() if name in hints}
    return kind(**known)


@cache
def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {f.name: hints[f.name] for f in fields(kind) if f.init}


def _read(kind: Any, document: Any) -> Any:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        return _read_one_of(inner, document)
    if origin is tuple:
        each = inner[0] if inner[-1] is Ellipsis else None
        pairs = zip(inner, document, strict=True) if each is None else ((each, entry) for entry in document)
        return tuple(_read(entry_kind, entry) for entry_kind, entry in pairs)
    if origin is frozenset:
        return frozenset(_read(inner[0], entry) for entry in document)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {key: _read(inner[1], entry) for key, entry in document.items()}
    if origin is Literal or kind is object:
        return document
    return _read_plain(kind, document)


def _read_plain(kind: Any, document: Any) -> Any:
    if is_dataclass(kind):
        return from_json(kind, document)  # type: ignore[arg-type]
    if kind is date:
        return date.fromisoformat(document)
    return Decimal(document) if kind is Decimal else document


def _read_one_of(kinds: tuple[Any, ...], document: Any) -> Any:
    """Optional values, and a fact's `int | bool | str | date`: a text that reads as a day is one."""
    if document is None:
        return None
    kinds = tuple(kind for kind in kinds if kind is not NoneType)
    if len(kinds) == 1:
        return _read(kinds[0], document)
    if date in kinds and isinstance(document, str):
        try:
            return date.fromisoformat(document)
        except ValueError:
            return document
    return document


def digest_of(edition: Edition) -> str:
    """The name of an edition's exact text: two editions with one digest judge alike."""
    known = _digests.get(id(edition))
    if known is None or known[0] is not edition:
        known = (edition, sha256(canonical(as_json(edition)).encode()).hexdigest())
        _digests[id(edition)] = known
    return known[1]


def keep_rules(edition: Edition) -> RulesInForce:
    """The row that holds this edition, made on the day it is first applied."""
    row, _ = RulesInForce.objects.get_or_create(
        digest=digest_of(edition),
        defaults={"credential": edition.credential, "edition": edition.name, "rules": as_json(edition)},
    )
    return row


def edition_of(row: RulesInForce) -> Edition:
    """The edition as it read on the day its row was made."""
    return from_json(Edition, row.rules)
