"""What is printed on each paper of the set: the compact YAML of a part, read into values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
PARTS = ("develop", "heldout")
FIELDS = (
    "title",
    "holder",
    "earned_on",
    "quantity",
    "unit",
    "minutes",
    "provider",
    "approval_number",
    "approved_by",
    "expires_on",
)
CERTIFICATES = frozenset({"course", "cpr_card"})


@dataclass(frozen=True)
class Entry:
    """One certificate (or a paper that is none): its kind, page and fields, as they stand on the paper."""

    kind: str
    page: int
    fields: Mapping[str, str]
    optional: Mapping[str, str] = field(default_factory=dict)
    accept: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    also: Mapping[str, Any] = field(default_factory=dict)

    def answers(self, name: str) -> tuple[str, ...]:
        """Every reading of a field that is right; none where the paper does not say."""
        said = self.fields.get(name) or self.optional.get(name)
        return ((said,) if said else ()) + tuple(self.accept.get(name, ()))


@dataclass(frozen=True)
class Paper:
    """One file to be read: a layout, its number within the layout, and the certificates in it."""

    part: str
    layout: str
    number: int
    entries: tuple[Entry, ...]

    @property
    def name(self) -> str:
        return f"{self.part}-{self.layout}-{self.number}"

    @property
    def template(self) -> Path:
        return HERE / self.part / f"{self.layout}.typ"


def papers(*parts: str) -> list[Paper]:
    """Every paper of the parts (of all of them when none is named), in the order of their files."""
    return [paper for part in parts or PARTS for paper in _read(part)]


def _read(part: str) -> Iterator[Paper]:
    layouts = yaml.load((HERE / part / "truth.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    for layout, said in layouts.items():
        for number, row in enumerate(said["papers"], 1):
            rows = row if isinstance(row, list) else [row]
            entries = tuple(_entry(said, one, place) for place, one in enumerate(rows))
            yield Paper(part=part, layout=layout, number=number, entries=entries)


def _entry(said: Mapping[str, Any], row: Mapping[str, Any], place: int) -> Entry:
    whole = {**said.get("same", {}), **row}
    kind = whole.get("kind") or said["kind"]
    pages = said.get("pages")
    also = said.get("also", {}) | row.get("also", {})
    tolerated = {name: (also[key],) for name, key in said.get("tolerated", {}).items() if key in also}
    card = {"quantity": "1", "unit": "card"} if kind == "cpr_card" else {}
    return Entry(
        kind=kind,
        page=int(pages[place]) if pages else int(whole.get("page", 1)),
        fields={name: whole[name] for name in FIELDS if name in whole},
        optional=card | said.get("optional", {}) | row.get("optional", {}),
        accept=tolerated | {name: tuple(values) for name, values in row.get("accept", {}).items()},
        also=also,
    )
