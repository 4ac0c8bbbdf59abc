"""Property tests: a plan against every set of offers, tried one by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from recert.planning.candidates import candidates
from recert.planning.holder import Holder
from recert.planning.offer import Offer
from recert.planning.plan import plan
from recert.planning.planner import Planner
from recert.planning.wishes import Wishes
from recert.rules.evaluate import evaluate
from recert.rules.measure import measure
from tests.planning.cases import CCMA, CMA, NCMA, TODAY, Case, cases, holders


def works(chosen: Sequence[Offer], case: Case) -> bool:
    """Whether a set of offers meets every requirement, in time and within the limits, by trying it."""
    wishes, holder, credential = case.wishes, case.holder, case.credential
    if wishes.budget is not None and sum(offer.price for offer in chosen) > wishes.budget:
        return False
    if wishes.hours is not None and sum(offer.hours for offer in chosen) > wishes.hours:
        return False
    taken = [one.activity for one in candidates(chosen, holder, Wishes())]
    everything = [*holder.transcript, *taken]
    dated = [offer.ends_on for offer in chosen if offer.ends_on]
    if credential.at_once and any(day >= credential.at_once for day in dated):
        return False
    if credential.reviewed and any(day >= credential.reviewed for day in dated):
        everything = [activity for activity in everything if activity.unit == credential.approving_unit]
    return measure(everything, edition=holder.edition, cycle=holder.cycle, first_cycle=holder.first_cycle).met


def best_by_trying(case: Case) -> list[str] | None:
    known = case.offers
    sets: Iterable[tuple[Offer, ...]] = (s for n in range(len(known) + 1) for s in combinations(known, n))
    rated = [(rating(chosen, case.wishes), sorted(o.id for o in chosen)) for chosen in sets if works(chosen, case)]
    return min(rated)[1] if rated else None


def rating(chosen: Sequence[Offer], wishes: Wishes) -> tuple[int, ...]:
    sums = {
        "cost": sum(offer.price for offer in chosen),
        "hours": sum(offer.hours for offer in chosen),
        "travel": sum(offer.miles for offer in chosen),
    }
    return (*(sums[objective] for objective in wishes.order), len(chosen), -sum(offer.quality for offer in chosen))


@settings(max_examples=500)
@given(cases())
def test_property_a_plan_is_the_best_of_all_sets_of_offers(case: Case) -> None:
    made = plan(case.offers, holder=case.holder, wishes=case.wishes)
    chosen = sorted(step.offer.id for step in made.steps) if made.feasible else None
    assert chosen == best_by_trying(case)
    assert made.feasible == bool(made.after.met)
    assert made.proved_optimal
    assert made.feasible or made.why_not


@given(cases())
def test_property_the_order_of_the_offers_changes_nothing(case: Case) -> None:
    one, other = (plan(rows, holder=case.holder, wishes=case.wishes) for rows in (case.offers, case.offers[::-1]))
    assert [(step.offer.id, step.do_by) for step in one.steps] == [(step.offer.id, step.do_by) for step in other.steps]


@given(cases(), st.sets(st.integers(0, 7), min_size=1, max_size=3))
def test_property_planning_again_with_pins_gives_what_planning_anew_gives(case: Case, pins: set[int]) -> None:
    pinned = frozenset(offer.id for place, offer in enumerate(case.offers) if place in pins)
    planner = Planner(case.offers, case.holder, case.wishes)
    planner.plan()
    anew = plan(case.offers, holder=case.holder, wishes=replace(case.wishes, pinned=pinned))
    assert planner.again(pinned=pinned) == anew


@given(st.sampled_from([CMA, NCMA, CCMA]).flatmap(holders))
def test_property_what_is_met_already_asks_for_nothing(holder: Holder) -> None:
    rules = {"edition": holder.edition, "cycle": holder.cycle, "first_cycle": holder.first_cycle}
    verdict = evaluate(holder.transcript, **rules, as_of=TODAY)
    made = plan([], holder=holder, wishes=Wishes())
    assert made.feasible == verdict.met
    assert made.steps == ()
