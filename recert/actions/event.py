"""One entry of a calendar: a whole day, wherever one is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from recert.actions.occasion import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """`uid` names the thing, not its day: moved to another day it is the same entry. `link` is an address on this site."""

    uid: str
    day: date
    wording: str
    values: Mapping[str, str] = field(default_factory=dict)
    more: tuple[Said, ...] = ()
    link: str = ""
