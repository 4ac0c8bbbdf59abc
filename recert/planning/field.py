"""The offers that help any of the holders planned for: rows of the catalogue, and where each stands among the candidates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from recert.planning.candidates import Found, find
from recert.planning.catalog import Catalog, Flags, Whole
from recert.planning.holder import Holder
from recert.planning.tariff import Tariff
from recert.planning.wishes import Wishes


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """One place to an offer that helps somebody."""

    founds: tuple[Found, ...]
    rows: Whole
    among: tuple[Whole, ...]
    """For each holder, each offer's place among their candidates; -1 where it does not help them."""
    miles: Whole

    @property
    def catalog(self) -> Catalog:
        return self.founds[0].catalog

    @property
    def tariff(self) -> Tariff:
        return self.founds[0].tariff

    @property
    def price(self) -> Whole:
        """The least each offer can cost."""
        return self.tariff.best[self.rows]

    @property
    def hours(self) -> Whole:
        return self.catalog.hours[self.rows]

    def any_of(self, columns: Sequence[Flags]) -> Flags:
        """Whether something holds of each offer for any of the holders."""
        known = np.zeros(len(self.rows), dtype=bool)
        for one, among in zip(columns, self.among, strict=True):
            known |= self._spread(one, among)
        return known

    def _spread(self, column: Flags, among: Whole) -> Flags:
        flags: Flags = np.where(among >= 0, column[among], False) if len(column) else np.zeros(len(among), dtype=bool)
        return flags

    def places(self, ids: Iterable[str]) -> Iterator[int]:
        """The places of offers by their ids; those that help nobody are left out."""
        rows = np.array([row for one in ids if (row := self.catalog.place.get(one)) is not None], dtype=np.int64)
        found = np.searchsorted(self.rows, rows)
        for place, row in zip(found.tolist(), rows.tolist(), strict=True):
            if place < len(self) and self.rows[place] == row:
                yield place

    def __len__(self) -> int:
        return len(self.rows)


def field_of(catalog: Catalog, holders: Sequence[Holder], wishes: Wishes) -> Field:
    """Sift the catalogue for everyone."""
    founds = tuple(find(catalog, holder, wishes) for holder in holders)
    if len(founds) == 1:
        only = founds[0]
        return Field(founds, only.rows, (np.arange(len(only)),), only.miles)
    rows = np.unique(np.concatenate([found.rows for found in founds]))
    return Field(founds, rows, tuple(_among(rows, found.rows) for found in founds), catalog.miles(wishes.near)[rows])


def _among(rows: Whole, known: Whole) -> Whole:
    place = np.searchsorted(known, rows)
    there = (place < len(known)) & (known[np.minimum(place, max(len(known) - 1, 0))] == rows) if len(known) else False
    return np.where(there, place, -1)
