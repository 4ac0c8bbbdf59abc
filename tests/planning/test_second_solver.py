"""Plans over larger catalogs agree with another solver, which is told nothing of pruning."""

from __future__ import annotations

import pytest

from recert.planning.candidates import candidates
from recert.planning.plan import Plan, plan
from recert.planning.wishes import OBJECTIVES, Wishes
from tests.planning.catalogs import catalog, learner
from tests.planning.second_solver import best_sums

BATCHES, EACH = 25, 20
"""500 instances in all."""
ALL_GOALS = 5
"""One instance in so many is compared objective by objective to the end, the others in the one that comes first."""


def sums(made: Plan, wishes: Wishes) -> list[int] | None:
    taken = {"cost": made.cost, "hours": made.hours, "travel": made.miles}
    quality = -sum(step.offer.quality for step in made.steps)
    return [*(taken[name] for name in wishes.order), len(made.steps), quality] if made.feasible else None


@pytest.mark.parametrize("batch", range(BATCHES))
def test_another_solver_finds_no_better_plan(batch: int) -> None:
    for seed in range(batch * EACH, (batch + 1) * EACH):
        offers = catalog(10 + 2 * (seed % 12), seed, tied=seed % 4 == 3)
        holder = learner(seed)
        wishes = Wishes(least=OBJECTIVES[seed % 3], budget=15_000 if seed % 5 == 0 else None)
        made = plan(offers, holder=holder, wishes=wishes)
        assert made.proved_optimal, seed
        goals = 5 if seed % ALL_GOALS == 0 else 1
        found = sums(made, wishes)
        best = best_sums(candidates(offers, holder, wishes), holder, wishes, goals)
        assert (found and found[:goals]) == best, seed


@pytest.mark.parametrize("seed", range(16))
def test_nor_does_it_among_a_thousand_offers(seed: int) -> None:
    offers, holder = catalog(400 + 60 * seed, seed, tied=seed % 4 == 3), learner(seed)
    wishes = Wishes(least=OBJECTIVES[seed % 3])
    made = plan(offers, holder=holder, wishes=wishes)
    assert made.proved_optimal
    assert sums(made, wishes) == best_sums(candidates(offers, holder, wishes), holder, wishes, goals=5)
