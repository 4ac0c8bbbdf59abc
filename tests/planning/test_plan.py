"""A plan: the best set of offers, in order, with what each is needed for; or what stands in the way."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from recert.planning import plan as planning
from recert.planning.applying import applying
from recert.planning.choose import Choice
from recert.planning.holder import Holder
from recert.planning.offer import Offer
from recert.planning.plan import Plan, PlanFallsShort, plan
from recert.planning.wishes import Wishes
from recert.rulebooks.library import rulebook
from recert.rules.dates import rules_for
from recert.rules.evaluate import evaluate
from recert.rules.verdict import Span
from tests.planning.dana import TODAY, almost_there, dana, held, offer


def planned(*offers: Offer, holder: Holder | None = None, wishes: Wishes | None = None) -> Plan:
    return plan(offers, holder=holder or almost_there(), wishes=wishes or Wishes())


def chosen(made: Plan) -> list[str]:
    return sorted(step.offer.id for step in made.steps)


def test_the_cheapest_offers_that_suffice_are_chosen() -> None:
    made = planned(offer("dear", price=2000), offer("fair"), offer("cheap", price=500))
    assert (chosen(made), made.cost, made.hours) == (["cheap", "fair"], 1500, 200)


@pytest.mark.parametrize(
    "better",
    [{"price": 900}, {"hours": 50}, {"miles": -1}, {"quality": 1}],
)
def test_ties_fall_to_cost_hours_travel_and_quality_in_turn(better: dict[str, int]) -> None:
    assert chosen(planned(offer("a", 10), offer("b", 10, **{"price": 1000, **better}))) == ["b"]


def test_plans_alike_in_cost_hours_and_travel_fall_to_fewer_offers() -> None:
    halves = [offer(name, 5, price=500, hours=50) for name in "ab"]
    assert chosen(planned(*halves, offer("whole", 10))) == ["whole"]


def test_plans_alike_in_everything_fall_to_the_smallest_sorted_ids() -> None:
    assert chosen(planned(offer("10"), offer("9"), offer("2"))) == ["10", "2"]


@pytest.mark.parametrize(("least", "best"), [("cost", "a"), ("hours", "b"), ("travel", "c")])
def test_what_is_kept_least_comes_first(least: str, best: str) -> None:
    offers = [offer("a", 10, 1, hours=9, miles=9), offer("b", 10, 9, hours=1, miles=9), offer("c", 10, 9, hours=9)]
    assert chosen(planned(*offers, wishes=Wishes(least=least))) == [best]


def test_what_is_held_is_allocated_anew_together_with_the_offers() -> None:
    either = dana(held(40, "clinical|general"), held(10, "general"))
    made = planned(offer("a", 10, category="administrative"), offer("b", 10, 1, category="clinical"), holder=either)
    assert chosen(made) == ["a"]


def test_credit_over_a_cap_closes_no_gap() -> None:
    full = almost_there(held(30, "general", outside=True))
    assert planned(holder=full).feasible
    short = dana(held(20, "administrative"), held(10, "clinical"), held(30, "general", outside=True))
    made = planned(offer("outside", 30, 1, unit="cme"), offer("approved", 5), offer("b", 5), holder=short)
    assert made.feasible
    assert "outside" not in chosen(made)


def test_many_late_offers_may_replace_the_outside_credit_they_forbid() -> None:
    holder = dana(*(held(10, c) for c in ("administrative", "clinical", "general")), held(25, "general", outside=True))
    late = [offer(f"late {i}", 5, price=100, ends_on=date(2026, 11, 20)) for i in range(6)]
    made = planned(*late, offer("now", 5, price=10000), holder=holder)
    assert (len(made.steps), made.cost) == (6, 600)


def test_an_outside_offer_moves_the_day_by_which_all_others_must_end() -> None:
    outside = offer("outside", 10, 1, unit="cme")
    late = offer("late", 5, 2, category="administrative", ends_on=date(2026, 11, 20))
    holder = dana(held(5, "administrative"), held(20, "clinical"), held(20, "general"))
    assert not planned(outside, late, holder=holder).feasible
    assert planned(outside, offer("in time", 5, 2, category="administrative"), holder=holder).feasible


def test_pinned_offers_are_taken_and_forbidden_ones_are_not() -> None:
    offers = [offer("a", 10, 1), offer("b", 10, 2), offer("c", 10, 3)]
    assert chosen(planned(*offers, wishes=Wishes(pinned=frozenset("c"), forbidden=frozenset("a")))) == ["c"]


def test_where_every_offer_is_pinned_they_are_the_plan() -> None:
    offers, all_of_them = [offer("a", price=100), offer("b")], Wishes(pinned=frozenset("ab"))
    assert chosen(planned(*offers, wishes=all_of_them)) == ["a", "b"]
    assert chosen(planned(*offers, holder=almost_there(held(5, "general")), wishes=all_of_them)) == ["a", "b"]
    assert not planned(*offers, holder=dana(), wishes=all_of_them).feasible


def test_offers_without_a_date_are_spread_up_to_the_day_before_the_latest_safe_one() -> None:
    made = planned(offer("a"), offer("b"))
    assert [(step.offer.id, step.do_by.isoformat()) for step in made.steps] == [
        ("a", "2026-10-15"),
        ("b", "2026-11-29"),
    ]


def test_whichever_number_an_offer_bears_steps_come_by_title() -> None:
    made = planned(offer("own-10", title="Scheduling"), offer("own-9", title="Billing"))
    assert [step.offer.title for step in made.steps] == ["Billing", "Scheduling"]


def test_with_outside_credit_all_must_be_done_before_the_review() -> None:
    [step] = planned(offer("a", 10, unit="cme")).steps
    assert step.do_by.isoformat() == "2026-11-08"


def test_each_step_names_the_requirements_that_need_it() -> None:
    holder = dana(held(5, "administrative"), held(20, "clinical"), held(25, "general"))
    steps = planned(offer("a", 5, category="administrative"), offer("g", 5, category="general"), holder=holder).steps
    assert [(step.offer.id, step.serves) for step in steps] == [("a", ("total", "administrative")), ("g", ("total",))]


def test_each_step_knows_how_much_of_what_falls_short_without_it() -> None:
    holder = dana(held(10, "clinical"), held(10, "general"), held(28, "clinical"), held(4, "administrative"))
    [step] = planned(offer("a", 8, category="clinical|administrative"), holder=holder).steps
    assert step.lacks == {"total": 800, "administrative": 600}


def test_a_requirement_that_all_offers_leave_short_stands_in_the_way() -> None:
    made = planned(offer("a", 20), holder=dana(held(50, "clinical|general")))
    assert [(one.about, one.missing) for one in made.why_not] == [("administrative", 1000)]


def test_a_limit_stands_in_the_way_by_what_is_missing_of_it() -> None:
    made = planned(offer("a", 10, hours=500), wishes=Wishes(budget=400))
    assert [(one.about, one.missing) for one in made.why_not] == [("budget", 600)]
    made = planned(offer("a", 10, hours=500), wishes=Wishes(hours=400))
    assert [(one.about, one.missing) for one in made.would_help] == [("hours", 100)]


def test_two_limits_that_both_stand_in_the_way_name_the_budget() -> None:
    made = planned(offer("a", 10, hours=500), wishes=Wishes(budget=400, hours=400))
    assert [(one.about, one.missing) for one in made.why_not] == [("budget", 600)]
    assert made.would_help == ()


def test_offers_that_exclude_each_other_stand_in_their_own_way() -> None:
    holder = dana(*(held(10, c) for c in ("administrative", "clinical", "general")))
    offers = [offer("out", 15, unit="cme"), offer("late", 15, ends_on=date(2026, 11, 20))]
    assert [one.about for one in planned(*offers, holder=holder).why_not] == ["dates"]


def test_a_pinned_offer_that_cannot_be_taken_stands_in_the_way() -> None:
    assert [one.about for one in planned(offer("a", 10), wishes=Wishes(pinned=frozenset("x"))).why_not] == ["pinned"]


def test_a_number_nobody_knows_leaves_nothing_to_plan() -> None:
    edition, cycle = rules_for(rulebook("cma-aama"), certified_on=date(1998, 11, 5))
    holder = Holder([held(60, c) for c in ("administrative",)], edition, cycle, date(2003, 1, 1))
    made = planned(offer("a", 60), holder=holder)
    assert not made.feasible
    assert "total" in [one.about for one in made.why_not]


def test_a_plan_that_the_rules_do_not_confirm_is_never_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "choose", lambda *_: Choice([]))
    with pytest.raises(PlanFallsShort, match="1000 hundredths of a point are still missing"):
        planned(offer("a", 10))


@pytest.mark.parametrize(("unit", "told"), [("aama_ceu", "all_approved 2026-11-30"), ("cme", "online 2026-11-09")])
def test_a_plan_names_the_way_to_apply_that_its_days_fit_and_the_slowest_beside_it(unit: str, told: str) -> None:
    way = planned(offer("a", 10, unit=unit)).applying
    assert way is not None
    assert way.route is not None
    assert way.slower is not None
    assert f"{way.route.route} {way.apply_by}" == told
    assert f"{way.slower.route} {way.slower.apply_by}" == "mail 2026-10-31"


@pytest.mark.parametrize(("credential", "done_by"), [("ncma-ncct", "2026-12-31"), ("ccma-c-ccbma", "2026-11-27")])
def test_where_one_way_or_none_is_published_nothing_is_slower(credential: str, done_by: str) -> None:
    edition, cycle = rules_for(rulebook(credential), cycle=Span(date(2026, 1, 1), date(2026, 12, 31)))
    holder = Holder((), edition, cycle, TODAY)
    way = applying((), evaluate((), edition=edition, cycle=cycle, as_of=TODAY), holder)
    assert (str(way.done_by), way.slower) == (done_by, None)


def test_the_last_step_of_a_plan_is_done_the_day_before_the_day_it_names() -> None:
    made = planned(offer("a", 4), offer("b", 6, unit="cme"))
    assert made.applying
    assert made.steps[-1].do_by == made.applying.done_by
    assert made.applying.done_by == made.applying.apply_by - timedelta(days=1)


def test_where_there_is_no_plan_no_way_to_apply_is_named() -> None:
    assert planned(offer("a")).applying is None
