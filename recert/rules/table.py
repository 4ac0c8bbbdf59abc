"""An edition as one table of inequalities over sums of points: the verdict, bulk columns and plans all read it.

Notation. After screening, points lie in cells: one for each group (which caps hold it, approved or not) and each
set of categories it may count in. For category sets P and Q, `h(P, Q)` is the most that unapproved points of P and
approved points of Q can count under the caps. A transcript meets total T, approved minimum a and category minimums r
with the best possible allocation if and only if

1. h(*, *) >= T, 2. h({}, *) >= a, 3. h(K, K) >= r(K) for every set K of categories, and
4. for every chain {} < K1 < … < Kp < *: h({}, K1) + h(K1, K2) + … + h(Kp, *) >= a + r(K1) + … + r(Kp).

(4) matters only where one cap holds both approved and unapproved points. This is Hall's condition with caps; it is
exact while caps nest or stand apart, and tests hold it to a linear program. Further points of the best kind are
approved, in any category and under no cap, so each adds one to every h of a row: that is the row's `times`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

EVERYTHING = -1
"""The set *: all points, those without a category included."""


@dataclass(frozen=True, slots=True)
class Hold:
    """One cap as it holds points: its limit in hundredths, and a name of its own."""

    name: str
    at_most: int


@dataclass(frozen=True, slots=True)
class Group:
    """Points that share their caps and their approval."""

    holds: frozenset[Hold]
    approved: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """The numbers an edition asks for, in hundredths: 0 where nothing is asked or nobody knows."""

    total: int
    approved: int
    floors: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """min(at_most, sum of cells + inner terms); `at_most` None: no limit."""

    at_most: int | None
    cells: tuple[int, ...]
    inner: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One inequality: its terms add up to at least `needed`, and one further point raises them by `times`."""

    about: str
    needed: int
    times: int
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows over cells; the cell of a group and a category mask is `group * masks + mask`."""

    groups: tuple[Group, ...]
    masks: int
    rows: tuple[Row, ...]
    gap: Callable[[Sequence[int]], int]
    """The fewest further points, in hundredths, that would meet every row, from the cells' sums."""


def exact_by_table(groups: Iterable[Group]) -> bool:
    """Whether the caps nest or stand apart, so that the inequalities decide exactly."""
    held = _held(tuple(groups))
    return all(a <= b or b <= a or not a & b for a, b in combinations(held.values(), 2))


def mixed(groups: Iterable[Group]) -> bool:
    """Whether some cap holds approved and unapproved points together."""
    known = tuple(groups)
    return any(len({known[i].approved for i in members}) > 1 for members in _held(known).values())


@lru_cache(maxsize=4096)
def table(asked: Asked, groups: tuple[Group, ...]) -> Table:
    """Compile what is asked, and the groups the points lie in, to inequalities."""
    masks = 1 << len(asked.floors)
    rows = tuple(row for row in _rows(asked, groups, masks) if row.needed > 0)
    return Table(groups, masks, rows, _compiled(rows, len(groups) * masks))


def _held(groups: tuple[Group, ...]) -> dict[Hold, frozenset[int]]:
    holds = {hold for group in groups for hold in group.holds}
    return {hold: frozenset(i for i, group in enumerate(groups) if hold in group.holds) for hold in holds}


def _rows(asked: Asked, groups: tuple[Group, ...], masks: int) -> Iterator[Row]:
    def h(unapproved: int, approved: int) -> tuple[Term, ...]:
        return _terms(groups, masks, unapproved, approved)

    def r(chosen: int) -> int:
        return sum(floor for i, floor in enumerate(asked.floors) if chosen >> i & 1)

    yield Row("total", asked.total, 1, h(EVERYTHING, EVERYTHING))
    yield Row("approved", asked.approved, 1, h(0, EVERYTHING))
    for chosen in range(1, masks):
        yield Row(f"categories {chosen:b}", r(chosen), 1, h(chosen, chosen))
    if asked.approved and mixed(groups):
        for chain in _chains(masks):
            steps = zip((0, *chain), (*chain, EVERYTHING), strict=True)
            terms = tuple(term for before, after in steps for term in h(before, after))
            yield Row("approved and categories", asked.approved + sum(map(r, chain)), len(chain) + 1, terms)


def _chains(masks: int, above: int = 0) -> Iterator[tuple[int, ...]]:
    """Every rising chain of category sets, each strictly within the next."""
    for chosen in range(above + 1, masks):
        if chosen & above == above:
            yield (chosen,)
            for rest in _chains(masks, chosen):
                yield (chosen, *rest)


def _terms(groups: tuple[Group, ...], masks: int, unapproved: int, approved: int) -> tuple[Term, ...]:
    def cells(group: int) -> tuple[int, ...]:
        chosen = approved if groups[group].approved else unapproved
        return tuple(group * masks + mask for mask in range(masks) if chosen == EVERYTHING or mask & chosen)

    held = sorted(_held(groups).items(), key=lambda item: (-len(item[1]), item[0].name))

    def within(members: frozenset[int], caps: list[tuple[Hold, frozenset[int]]]) -> tuple[Term, ...]:
        """Terms of the groups in `members`: each outermost cap with what lies in it, the free groups in one sum."""
        terms: list[Term] = []
        free = set(members)
        while caps:
            (hold, inside), *rest = caps
            free -= inside
            terms.append(Term(hold.at_most, (), within(inside, [cap for cap in rest if cap[1] <= inside])))
            caps = [cap for cap in rest if not cap[1] <= inside]
        loose = tuple(cell for group in sorted(free) for cell in cells(group))
        return (*terms, Term(None, loose)) if loose else tuple(terms)

    return within(frozenset(range(len(groups))), held)


def _compiled(rows: tuple[Row, ...], cells: int) -> Callable[[Sequence[int]], int]:
    """Print the rows as straight-line integer Python: one function call instead of a walk over the table."""
    lines = ["def gap(cells):", " g = 0"]
    if cells:
        lines.append(f" {','.join(f'c{cell}' for cell in range(cells))}, = cells")
    for row in rows:
        lines.append(f" d = {row.needed} - ({_printed(row.terms, lines)})")
        lines.append(f" if d > 0 and (d := -(-d // {row.times})) > g: g = d")
    scope: dict[str, Callable[[Sequence[int]], int]] = {}
    exec("\n".join([*lines, " return g"]), scope)  # noqa: S102 - nothing but our own integers is printed
    return scope["gap"]


def _printed(terms: tuple[Term, ...], lines: list[str]) -> str:
    """The sum of the terms as an expression; each limited term gets lines and a name of its own first."""
    parts: list[str] = []
    for term in terms:
        inside = [*(f"c{cell}" for cell in term.cells), *([_printed(term.inner, lines)] if term.inner else [])]
        expression = "+".join(inside) or "0"
        if term.at_most is None:
            parts.append(expression)
            continue
        name = f"t{len(lines)}"
        lines.append(f" {name} = {expression}")
        lines.append(f" if {name} > {term.at_most}: {name} = {term.at_most}")
        parts.append(name)
    return "+".join(parts) or "0"
