"""Plans over larger catalogs agree with another solver, which is told nothing of pruning."""

from __future__ import annotations

import pytest

from recert.planning.candidates import candidates
from recert.planning.plan import Plan, plan
from recert.planning.wishes import OBJECTIVES, Wishes
from tests.planning.catalogs import catalog, learner
from tests.planning.second_solver import best_sums

INSTANCES = 40


def sums(made: Plan, wishes: Wishes) -> list[int] | None:
    taken = {"cost": made.cost, "hours": made.hours, "travel": made.miles}
    return [*(taken[name] for name in wishes.order), len(made.steps)] if made.feasible else None


@pytest.mark.parametrize("seed", range(INSTANCES))
def test_another_solver_finds_no_better_plan(seed: int) -> None:
    offers = catalog(15 + 3 * (seed % 20), seed, tied=seed % 4 == 3)
    holder = learner(seed)
    wishes = Wishes(least=OBJECTIVES[seed % 3], budget=15_000 if seed % 5 == 0 else None)
    made = plan(offers, holder=holder, wishes=wishes)
    assert made.proved_optimal
    assert sums(made, wishes) == best_sums(candidates(offers, holder, wishes), holder, wishes)
