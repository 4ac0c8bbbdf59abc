"""What a holder's cycle asks of the offers as rows of a program, and what offers forbid each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from recert.planning.allocation import Allocation
from recert.planning.candidates import Candidate
from recert.planning.offer import Offer
from recert.planning.program import Program
from recert.rules.count import Part, cells, groups_of
from recert.rules.table import Asked, Row, Table, Term, exact_by_table, mixed, table

Sum = dict[int, float]
"""Column → weight."""


def cover(
    program: Program, held: Sequence[Part], found: Mapping[int, Candidate], asked: Asked, *, routes: bool = False
) -> int | None:
    """Ask of the chosen columns, with what is held, whatever the edition asks of a cycle.

    Gives the column that says outside credit is sent in; None where nothing depends on it, nor `routes` asks for it.

    Where caps nest, the verdict's own inequalities are the rows; elsewhere points are divided over the categories.
    """
    offered = [part for candidate in found.values() for part in candidate.parts]
    groups = groups_of((*held, *offered))
    reviewed = _reviewed(program, found, routes=routes)
    if exact_by_table(groups) and not (reviewed is not None and mixed(groups)):
        Coverage(program, held, found, table(asked, groups), reviewed).write()
    else:
        Allocation(program, held, found, asked, reviewed)
    _exclude(program, found)
    return reviewed


@dataclass(slots=True)
class Coverage:
    """The inequalities of the verdict over what is held and what the columns bring."""

    program: Program
    held: Sequence[Part]
    found: Mapping[int, Candidate]
    table: Table
    reviewed: int | None
    """The column that says outside credit is sent in; None where no offer depends on it."""

    def write(self) -> None:
        stock = cells(self.held, self.table.groups, self.table.masks)
        place = {group: i * self.table.masks for i, group in enumerate(self.table.groups)}
        brought: dict[int, Sum] = defaultdict(dict)
        for column, candidate in self.found.items():
            for part in candidate.parts:
                cell = brought[place[part.group] + part.mask]
                cell[column] = cell.get(column, 0) + part.points
        for row in self.table.rows:
            _Written(self, stock, brought, row).write()

    def approved(self, cell: int) -> bool:
        return self.table.groups[cell // self.table.masks].approved


@dataclass(slots=True)
class _Written:
    """One inequality as it is written down."""

    of: Coverage
    stock: Sequence[int]
    brought: Mapping[int, Sum]
    row: Row

    def write(self) -> None:
        if self.of.reviewed is None:
            self._at_least(*self._sum(self.row.terms, lambda _: True, self._lack(lambda _: True)))
            return
        lack = self._lack(self.of.approved)
        weights, held = self._sum(self.row.terms, self.of.approved, lack)
        outside, held_outside = self._sum(self.row.terms, lambda cell: not self.of.approved(cell), lack)
        if outside or held_outside:
            most = float(self.row.needed)
            sent = self.of.program.amount(most)
            self.of.program.at_most(held_outside, {sent: 1.0, **{column: -one for column, one in outside.items()}})
            self.of.program.at_most(0, {sent: 1.0, self.of.reviewed: -most})
            weights = {**weights, sent: 1.0}
        self._at_least(weights, held)

    def _at_least(self, weights: Sum, held: int) -> None:
        if held < self.row.needed:
            self.of.program.at_least(self.row.needed - held, weights)

    def _lack(self, counts: Callable[[int], bool]) -> int:
        """What the row lacks of what is held."""
        return self.row.needed - sum(self._value(term, counts) for term in self.row.terms)

    def _value(self, term: Term, counts: Callable[[int], bool]) -> int:
        value = sum(self.stock[cell] for cell in term.cells if counts(cell))
        value += sum(self._value(inner, counts) for inner in term.inner)
        return value if term.at_most is None else min(value, term.at_most)

    def _sum(self, terms: Sequence[Term], counts: Callable[[int], bool], lack: int) -> tuple[Sum, int]:
        """What terms add up to: weights of columns, and what is held. A cap with more room than is lacking is none."""
        weights: Sum = {}
        held = 0
        for term in terms:
            more, constant = self._sum(term.inner, counts, lack)
            for cell in filter(counts, term.cells):
                constant += self.stock[cell]
                for column, points in self.brought.get(cell, {}).items():
                    more[column] = more.get(column, 0) + points
            if term.at_most is not None and term.at_most - constant < lack:
                more, constant = self._capped(more, constant, term.at_most)
            for column, points in more.items():
                weights[column] = weights.get(column, 0) + points
            held += constant
        return weights, held

    def _capped(self, weights: Sum, held: int, at_most: int) -> tuple[Sum, int]:
        if held >= at_most or not weights:
            return {}, min(held, at_most)
        counted = self.of.program.amount(float(at_most - held))
        self.of.program.at_most(0, {counted: 1.0, **{column: -one for column, one in weights.items()}})
        return {counted: 1.0}, held


def _reviewed(program: Program, found: Mapping[int, Candidate], *, routes: bool) -> int | None:
    """An offer that ends too late for a reviewed application allows no outside credit to be sent in."""
    late = [column for column, candidate in found.items() if candidate.late]
    if not late and not routes:
        return None
    reviewed = program.choice()
    for column in late:
        program.at_most(1, {column: 1.0, reviewed: 1.0})
    return reviewed


def _exclude(program: Program, found: Mapping[int, Candidate]) -> None:
    """Of offers that are one course on one day, one can count."""
    alike: dict[object, list[int]] = defaultdict(list)
    for column, candidate in found.items():
        for shared in candidate.rivals:
            alike[shared].append(column)
    for columns in alike.values():
        program.at_most(1, dict.fromkeys(columns, 1.0))


def keep_clashes_apart(program: Program, offers: Mapping[int, Offer]) -> None:
    """Of live offers that take up the same day one can be taken: whatever overlaps does so on somebody's first day."""
    days = {column: span for column, offer in offers.items() if (span := offer.occupies)}
    for first in sorted({starts for starts, _ in days.values()}):
        there = [column for column, (starts, ends) in days.items() if starts <= first <= ends]
        if len(there) > 1:
            program.at_most(1, dict.fromkeys(there, 1.0))
