"""Property tests: a plan against every set of offers, tried one by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from recert.planning.candidates import candidates
from recert.planning.holder import Holder, safe_day
from recert.planning.offer import Offer
from recert.planning.plan import plan
from recert.planning.wishes import OBJECTIVES, Wishes
from recert.rulebooks.library import rulebook
from recert.rules.dates import rules_for
from recert.rules.evaluate import evaluate
from recert.rules.measure import measure
from recert.rules.transcript import Activity, parse_category

TODAY = date(2026, 9, 1)
CATEGORIES = ["clinical", "general", "administrative", "clinical|general", "", "administrative=2;general=2"]


def quantities() -> st.SearchStrategy[Decimal]:
    return st.sampled_from([Decimal(4), Decimal(5), Decimal(10), Decimal("2.5"), Decimal(15)])


@st.composite
def offers(draw: st.DrawFn, place: int) -> Offer:
    category = draw(st.sampled_from(CATEGORIES))
    outside = draw(st.booleans())
    return Offer(
        id=f"o{place}",
        title=draw(st.sampled_from(["", "Triage", "Coding"])),
        provider="Prof. Okafor",
        quantity=Decimal(4) if "=" in category else draw(quantities()),
        unit="cme" if outside else "aama_ceu",
        category=parse_category(category),
        price=draw(st.sampled_from([0, 500, 1000, 1500])),
        hours=draw(st.sampled_from([100, 200, 400])),
        miles=draw(st.sampled_from([0, 0, 1250])),
        ends_on=draw(st.sampled_from([None, None, TODAY + timedelta(days=60), date(2026, 11, 20), date(2026, 12, 3)])),
    )


@st.composite
def holders(draw: st.DrawFn) -> Holder:
    edition, cycle = rules_for(rulebook("cma-aama"), certified_on=date(2021, 11, 5))
    rows = draw(st.lists(st.tuples(st.sampled_from(CATEGORIES[:5]), st.sampled_from([5, 10, 20, 30]), st.booleans())))
    held = [
        Activity(
            id=f"h{i}",
            earned_on=date(2024, 1, 1) + timedelta(days=i),
            quantity=Decimal(quantity),
            unit="cme" if outside else "aama_ceu",
            category=parse_category(category),
        )
        for i, (category, quantity, outside) in enumerate(rows)
    ]
    return Holder(held, edition, cycle, TODAY)


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[Offer], Holder, Wishes]:
    known = [draw(offers(place)) for place in range(draw(st.integers(0, 8)))]
    wishes = Wishes(
        least=draw(st.sampled_from(OBJECTIVES)),
        budget=draw(st.sampled_from([None, 0, 1500, 4000])),
        hours=draw(st.sampled_from([None, 800])),
    )
    return known, draw(holders()), wishes


def works(chosen: Sequence[Offer], holder: Holder, wishes: Wishes) -> bool:
    """Whether a set of offers meets every requirement, in time and within the limits, by trying it."""
    if wishes.budget is not None and sum(offer.price for offer in chosen) > wishes.budget:
        return False
    if wishes.hours is not None and sum(offer.hours for offer in chosen) > wishes.hours:
        return False
    taken = [one.activity for one in candidates(chosen, holder, Wishes())]
    everything = [*holder.transcript, *taken]
    dated = [offer.ends_on for offer in chosen if offer.ends_on]
    reviewed, at_once = safe_day(holder, approved=False), safe_day(holder, approved=True)
    assert reviewed
    assert at_once
    if any(day >= at_once for day in dated):
        return False
    if any(day >= reviewed for day in dated):
        everything = [activity for activity in everything if activity.unit == "aama_ceu"]
    return measure(everything, edition=holder.edition, cycle=holder.cycle).met


def best_by_trying(known: Sequence[Offer], holder: Holder, wishes: Wishes) -> list[str] | None:
    sets: Iterable[tuple[Offer, ...]] = (s for n in range(len(known) + 1) for s in combinations(known, n))
    rated = [
        (_rating(chosen, wishes), sorted(o.id for o in chosen)) for chosen in sets if works(chosen, holder, wishes)
    ]
    return min(rated)[1] if rated else None


def _rating(chosen: Sequence[Offer], wishes: Wishes) -> tuple[int, ...]:
    sums = {
        "cost": sum(offer.price for offer in chosen),
        "hours": sum(offer.hours for offer in chosen),
        "travel": sum(offer.miles for offer in chosen),
    }
    return (*(sums[objective] for objective in wishes.order), len(chosen))


@given(cases())
def test_property_a_plan_is_the_best_of_all_sets_of_offers(case: tuple[list[Offer], Holder, Wishes]) -> None:
    known, holder, wishes = case
    made = plan(known, holder=holder, wishes=wishes)
    chosen = sorted(step.offer.id for step in made.steps) if made.feasible else None
    assert chosen == best_by_trying(known, holder, wishes)


@given(cases())
def test_property_a_feasible_plan_is_met_and_proved_by_the_evaluator(case: tuple[list[Offer], Holder, Wishes]) -> None:
    known, holder, wishes = case
    made = plan(known, holder=holder, wishes=wishes)
    assert made.feasible == bool(made.after.met)
    assert made.proved_optimal


@given(holders())
def test_property_what_is_met_already_asks_for_nothing(holder: Holder) -> None:
    verdict = evaluate(holder.transcript, edition=holder.edition, cycle=holder.cycle, as_of=TODAY)
    made = plan([], holder=holder, wishes=Wishes())
    assert made.feasible == verdict.met
    assert made.steps == ()
