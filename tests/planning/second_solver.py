"""The plan once more, written out row by row for another solver (CBC), without pruning."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

import pulp

from recert.planning.candidates import Candidate
from recert.planning.choose import held_by
from recert.planning.holder import Holder
from recert.planning.wishes import Wishes
from recert.rules.allocate import categories_of
from recert.rules.count import Part, asked


def best_sums(found: Sequence[Candidate], holder: Holder, wishes: Wishes, goals: int = 4) -> list[int] | None:
    """The least of so many objectives in turn, the fewest offers and their quality last; None where no set works."""
    chosen = [pulp.LpVariable(f"x{i}", cat="Binary") for i in range(len(found))]
    problem = _model(chosen, found, holder)
    sums = {
        "cost": pulp.lpSum(x * one.offer.price for x, one in zip(chosen, found, strict=True)),
        "hours": pulp.lpSum(x * one.offer.hours for x, one in zip(chosen, found, strict=True)),
        "travel": pulp.lpSum(x * one.offer.miles for x, one in zip(chosen, found, strict=True)),
    }
    if wishes.budget is not None:
        problem += sums["cost"] <= wishes.budget
    least = []
    quality = pulp.lpSum(-x * one.offer.quality for x, one in zip(chosen, found, strict=True))
    for objective in [*(sums[name] for name in wishes.order), pulp.lpSum(chosen), quality][:goals]:
        problem.setObjective(objective)
        if pulp.LpStatus[problem.solve(pulp.PULP_CBC_CMD(msg=False, gapRel=0, gapAbs=0))] != "Optimal":
            return None
        least.append(round(pulp.value(objective) or 0))
        problem += objective <= least[-1]
    return least


def _model(chosen: list[pulp.LpVariable], found: Sequence[Candidate], holder: Holder) -> pulp.LpProblem:
    problem, names = pulp.LpProblem("plan", pulp.LpMinimize), count()
    wanted = asked(holder.edition, holder.cycle)
    supplied: list[tuple[Part, pulp.LpAffineExpression | int]] = [(part, part.points) for part in held_by(holder)]
    supplied += [(p, x * p.points) for x, one in zip(chosen, found, strict=True) for p in one.parts]
    counted = []
    for part, points in supplied:
        shares = {c: pulp.LpVariable(f"y{next(names)}", lowBound=0) for c in categories_of(part.mask)}
        problem += pulp.lpSum(shares.values()) <= points
        counted += [(part.group, category, share) for category, share in shares.items()]
    problem += pulp.lpSum(share for _, _, share in counted) >= wanted.total
    problem += pulp.lpSum(share for group, _, share in counted if group.approved) >= wanted.approved
    for place, floor in enumerate(wanted.floors):
        problem += pulp.lpSum(share for _, category, share in counted if category == place) >= floor
    for hold in {hold for group, _, _ in counted for hold in group.holds}:
        problem += pulp.lpSum(share for group, _, share in counted if hold in group.holds) <= hold.at_most
    _routes(problem, chosen, found, [share for group, _, share in counted if not group.approved])
    for shared in {key for one in found for key in one.rivals}:
        problem += pulp.lpSum(x for x, one in zip(chosen, found, strict=True) if shared in one.rivals) <= 1
    return problem


def _routes(
    problem: pulp.LpProblem, chosen: list[pulp.LpVariable], found: Sequence[Candidate], outside: list[pulp.LpVariable]
) -> None:
    """Outside credit is sent in, or late offers are taken, never both."""
    reviewed = pulp.LpVariable("reviewed", cat="Binary")
    problem += pulp.lpSum(outside) <= 20_000 * reviewed
    for x, one in zip(chosen, found, strict=True):
        if one.late:
            problem += x + reviewed <= 1
