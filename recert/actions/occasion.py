"""Something a person is reminded of on a day, and what is said then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from recert.records.people import Person

Said = tuple[str, Mapping[str, str]]
"""A wording to translate and the values it names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """`key` is unique for the person and the same whenever it is worked out; of several due ones of a `series` only
    the latest is told. `link` is an address on this site, such as `/plan/`."""

    key: str
    due_on: date
    wording: str
    values: Mapping[str, str] = field(default_factory=dict)
    more: tuple[Said, ...] = ()
    link: str = ""
    series: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A sort of occasion that can be switched off by its name."""

    name: str
    of: Callable[[Person, date], Iterable[Occasion]]
