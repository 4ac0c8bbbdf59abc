"""The best allocation by the quickest exact way: inequalities and flows where caps nest, a solver where they cross."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recert.rules.allocate import Allocation, allocate
from recert.rules.count import Part, cells, groups_of, without_slack
from recert.rules.table import Asked, exact_by_table, mixed, table
from recert.rules.verdict import Method


@dataclass(frozen=True, slots=True)
class Best:
    """The gap in hundredths, what counts of each part in which category, and how that was found."""

    gap: int
    allocation: Allocation
    method: Method


def best(parts: Sequence[Part], asked: Asked) -> Best:
    """The allocation that leaves the fewest further points to earn."""
    tight = without_slack(parts)
    groups = groups_of(tight)
    if exact_by_table(groups) and not mixed(groups):
        compiled = table(asked, groups)
        return Best(compiled.gap(cells(tight, groups, compiled.masks)), allocate(tight, asked), "closed form")
    from recert.rules.solver import solve  # noqa: PLC0415 - loading HiGHS takes longer than most verdicts

    gap, allocation = solve(tight, asked)
    return Best(gap, allocation, "solver")
