"""Plans with clashes, months, languages, distances and purchases, for one credential or two, against every set there is."""

from __future__ import annotations

from hypothesis import given, settings

from recert.planning.plan import plan
from recert.planning.several import plan_together
from tests.planning.wider import Wider, best_by_trying, wider


@settings(max_examples=150)
@given(wider())
def test_property_whatever_is_wished_for_the_plan_is_the_best_of_all(case: Wider) -> None:
    made = plan(case.offers, holder=case.holders[0], wishes=case.wishes)
    ids = sorted([step.offer.id for step in made.steps] + [bought.offer.id for bought in made.purchases])
    assert ((ids, made.cost) if made.feasible else None) == best_by_trying(case)
    assert made.proved_optimal
    assert made.feasible or made.why_not


@settings(max_examples=60)
@given(wider(joint=True))
def test_property_a_plan_for_two_credentials_is_the_best_of_all(case: Wider) -> None:
    made = plan_together(case.offers, holders=case.holders, wishes=case.wishes)
    ids = sorted([step.offer.id for step in made.steps] + [bought.offer.id for bought in made.purchases])
    assert ((ids, made.cost) if made.feasible else None) == best_by_trying(case)
    assert made.proved_optimal
