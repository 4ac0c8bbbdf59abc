"""What a holder's cycle asks of the offers as rows of a program, and what offers forbid each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from highspy import kHighsInf

from recert.planning.allocation import Allocation
from recert.planning.offered import Offered
from recert.planning.program import Numbers, Places, Program
from recert.rules.count import Part, cells, groups_of
from recert.rules.table import Asked, Table, Term, exact_by_table, table


def cover(program: Program, held: Sequence[Part], offered: Offered, asked: Asked) -> None:
    """Ask of the chosen columns, with what is held, whatever the edition asks of a cycle.

    Where caps nest, the verdict's own inequalities are the rows; elsewhere points are divided over the categories.
    """
    groups = groups_of((*held, *offered.every_part))
    if exact_by_table(groups):
        Coverage(program, held, offered, table(asked, groups)).write()
    else:
        Allocation(program, held, offered, asked)


class _Sum(NamedTuple):
    """What terms add up to: a weight to each kind of offer, columns of points, and what is held."""

    kinds: Numbers
    amounts: tuple[int, ...]
    held: int


@dataclass(slots=True)
class Coverage:
    """The inequalities of the verdict over what is held and what the columns bring."""

    program: Program
    held: Sequence[Part]
    offered: Offered
    table: Table

    def write(self) -> None:
        stock, brought = cells(self.held, self.table.groups, self.table.masks), self._brought()
        for row in self.table.rows:
            lack = row.needed - sum(_value(term, stock) for term in row.terms)
            found = self._sum(row.terms, stock, brought, lack)
            if found.held < row.needed:
                columns, weights = self.offered.spread(found.kinds)
                self.program.holds(
                    (row.needed - found.held, kHighsInf),
                    np.append(columns, np.array(found.amounts, dtype=np.int64)),
                    np.append(weights, np.ones(len(found.amounts))),
                )

    def _brought(self) -> Numbers:
        """[cell, kind]: the points that an offer of a kind brings to a cell."""
        place = {group: i * self.table.masks for i, group in enumerate(self.table.groups)}
        brought = np.zeros((len(self.table.groups) * self.table.masks, len(self.offered.parts)))
        for kind, parts in enumerate(self.offered.parts):
            for part in parts:
                brought[place[part.group] + part.mask, kind] += part.points
        return brought

    def _sum(self, terms: Sequence[Term], stock: Sequence[int], brought: Numbers, lack: int) -> _Sum:
        """A cap with more room than is lacking is none."""
        kinds, amounts, held = np.zeros(brought.shape[1]), tuple[int, ...](), 0
        for term in terms:
            inner = self._sum(term.inner, stock, brought, lack)
            more = _Sum(
                inner.kinds + brought[list(term.cells)].sum(axis=0),
                inner.amounts,
                inner.held + sum(stock[cell] for cell in term.cells),
            )
            if term.at_most is not None and term.at_most - more.held < lack:
                more = self._capped(more, term.at_most)
            kinds, amounts, held = kinds + more.kinds, amounts + more.amounts, held + more.held
        return _Sum(kinds, amounts, held)

    def _capped(self, more: _Sum, at_most: int) -> _Sum:
        columns, weights = self.offered.spread(more.kinds)
        if more.held >= at_most or not (len(columns) or more.amounts):
            return _Sum(np.zeros_like(more.kinds), (), min(more.held, at_most))
        counted = self.program.amount(float(at_most - more.held))
        self.program.holds(
            (-kHighsInf, 0),
            np.concatenate([[counted, *more.amounts], columns]),
            np.concatenate([[1.0], -np.ones(len(more.amounts)), -weights]),
        )
        return _Sum(np.zeros_like(more.kinds), (counted,), more.held)


def _value(term: Term, stock: Sequence[int]) -> int:
    value = sum(stock[cell] for cell in term.cells) + sum(_value(inner, stock) for inner in term.inner)
    return value if term.at_most is None else min(value, term.at_most)


def exclude(program: Program, columns: Places, shared: Places) -> None:
    """Of columns that share a number, one can count; -1 is shared by none."""
    for number in np.unique(shared[shared >= 0]).tolist():
        program.one_of(columns[shared == number])


def keep_clashes_apart(program: Program, columns: Places, starts: Places, ends: Places) -> None:
    """Of live offers that take up the same day one can be taken: whatever overlaps does so on somebody's first day.

    Day after day; those of a day are written before one of them ends, if any has come since those last written.
    """
    there, new = list[tuple[int, int]](), False
    for first, last, column in sorted(zip(starts.tolist(), ends.tolist(), columns.tolist(), strict=True)):
        going = [(end, one) for end, one in there if end >= first]
        if new and len(going) < len(there):
            _one_of(program, there)
            new = False
        there, new = [*going, (last, column)], True
    _one_of(program, there)


def _one_of(program: Program, there: Sequence[tuple[int, int]]) -> None:
    if len(there) > 1:
        program.one_of([column for _, column in there])
