"""What the columns of a program bring of one holder's points: offers alike in worth and year are one kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from recert.planning.candidates import Found
from recert.planning.program import Numbers, Places
from recert.rules.count import Part


@dataclass(frozen=True, slots=True, eq=False)
class Offered:
    """A kind to each column, and the parts of each kind."""

    columns: Places
    kind: Places
    parts: tuple[tuple[Part, ...], ...]

    @classmethod
    def of(cls, found: Found, among: Places, columns: Places) -> Offered:
        """The columns of candidates, which are given by their places."""
        worth, year = found.terms.worth[found.rows[among]], found.year[among]
        years, year = np.unique(year, return_inverse=True)
        known, kind = np.unique(worth * len(years) + year, return_inverse=True)
        parts = (found.terms.parts(one // len(years), int(years[one % len(years)])) for one in known.tolist())
        return cls(columns, kind, tuple(parts))

    @property
    def every_part(self) -> Iterator[Part]:
        """The parts of all kinds."""
        return (part for parts in self.parts for part in parts)

    def spread(self, weights: Numbers) -> tuple[Places, Numbers]:
        """The columns to which weights of the kinds come, and what comes to each."""
        each = weights[self.kind]
        there = np.flatnonzero(each)
        return self.columns[there], each[there]
