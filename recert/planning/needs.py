"""How much could be needed of points of one kind: what each inequality lacks, and the room left under the caps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recert.rules.best import best
from recert.rules.count import Part, cells, groups_of
from recert.rules.table import EVERYTHING, Asked, Group, Hold, Term, exact_by_table, mixed, table

NO_LIMIT = 1 << 40


@dataclass(frozen=True, slots=True)
class Needs:
    """What a holder lacks in each inequality, in hundredths; without `exact` no more is known than what is asked."""

    exact: bool
    most: int
    total: int
    approved: int
    categories: tuple[int, ...]
    """By category mask."""
    held: tuple[Part, ...]

    def enough(self, union: int, group: Group) -> int:
        """So many points of offers that serve alike, no more, could be needed to these categories."""
        if not self.exact:
            return self.most
        return max((need for _, need in self._rows(union, group)), default=0)

    def fills(self, union: int, group: Group) -> int:
        """So many points under the same caps leave nothing to count for more of them; `NO_LIMIT` where none would do."""
        if not self.exact or not group.holds or any(len(part.group.holds) > 1 for part in self.held):
            return NO_LIMIT
        return min(self._fills(hold, union, group) for hold in group.holds) if len(group.holds) == 1 else NO_LIMIT

    def _fills(self, hold: Hold, union: int, group: Group) -> int:
        under = [part for part in self.held if hold in part.group.holds]
        filled = []
        for row, need in self._rows(union, group):
            stock = sum(part.points for part in under if row == EVERYTHING or part.mask & row)
            filled.append(min(need, max(0, hold.at_most - stock)))
        return max(filled, default=0)

    def _rows(self, union: int, group: Group) -> Iterator[tuple[int, int]]:
        """The inequalities that such points help: the set of categories, and what is lacking."""
        yield EVERYTHING, max(self.total, self.approved if group.approved else 0)
        for chosen, need in enumerate(self.categories):
            if chosen & union:
                yield chosen, need


def needs_of(held: Sequence[Part], offered: Sequence[Group], asked: Asked, *, late: bool) -> Needs:
    """What is lacking of what is held; with a late offer outside credit may have to be left out, so the greater lack."""
    groups = {*groups_of(held), *offered}
    exact = exact_by_table(groups) and not mixed(groups)
    most = asked.total + asked.approved + sum(asked.floors)
    ways = [tuple(held), tuple(part for part in held if part.group.approved)] if late else [tuple(held)]
    if not exact:
        return Needs(False, most, most, most, (), tuple(held))
    lacks = [_lacks(way, asked) for way in ways]
    return Needs(
        exact=True,
        most=most,
        total=max(lack.get("total", 0) for lack in lacks),
        approved=max(lack.get("approved", 0) for lack in lacks),
        categories=tuple(
            max(lack.get(f"categories {chosen:b}", 0) for lack in lacks) for chosen in range(1 << len(asked.floors))
        ),
        held=tuple(held),
    )


def gap_of(held: Sequence[Part], asked: Asked) -> int:
    """The fewest further points that would meet everything."""
    return best(held, asked).gap


def _lacks(held: Sequence[Part], asked: Asked) -> dict[str, int]:
    compiled = table(asked, groups_of(held))
    sums = cells(held, compiled.groups, compiled.masks)
    return {row.about: max(0, row.needed - sum(_value(term, sums) for term in row.terms)) for row in compiled.rows}


def _value(term: Term, sums: Sequence[int]) -> int:
    value = sum(sums[cell] for cell in term.cells) + sum(_value(inner, sums) for inner in term.inner)
    return value if term.at_most is None else min(value, term.at_most)
