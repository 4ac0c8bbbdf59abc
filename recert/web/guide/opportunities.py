"""Courses and places to learn, with the price that was stated and how old that statement is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity:
    """One course or place; `price` in US cents, None where it was not stated, 0 where it is free."""

    name: str
    provider: str
    credit: str
    price: int | None
    seen: str
    href: str
    note: str
    read_on: date

    @property
    def dollars(self) -> str:
        dollars, cents = divmod(self.price or 0, 100)
        return f"${dollars}.{cents:02d}" if cents else f"${dollars}"


@cache
def opportunities() -> dict[str, tuple[Opportunity, ...]]:
    """Every opportunity, by group."""
    document = yaml.safe_load(files("recert.web.guide").joinpath("opportunities.yaml").read_text(encoding="utf-8"))
    read_on: date = document["read_on"]
    return {name: tuple(_read(raw, read_on) for raw in group) for name, group in document["groups"].items()}


def _read(raw: dict[str, Any], read_on: date) -> Opportunity:
    return Opportunity(**{**raw, "seen": str(raw["seen"]), "read_on": read_on})
