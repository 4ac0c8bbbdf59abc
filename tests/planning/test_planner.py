"""Plan again with a choice of one's own, in three ways, and see what each choice costs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from recert.planning.catalog import Catalog
from recert.planning.holder import Holder
from recert.planning.obstacles import Obstacle
from recert.planning.plan import plan
from recert.planning.planner import Planner, three_plans
from recert.planning.search import Search, Weights
from recert.planning.several import plan_together
from recert.planning.wishes import Wishes
from recert.rulebooks.library import rulebook
from recert.rules.dates import rules_for
from recert.rules.verdict import Span
from tests.planning.catalogs import catalog, learner
from tests.planning.dana import TODAY, almost_there, held, offer

OFFERS = [offer("a", 10, 1000), offer("b", 10, 1400, hours=50), offer("c", 5, 400), offer("d", 5, 700)]


def test_choosing_another_offer_says_what_it_changes() -> None:
    planner = Planner(OFFERS, almost_there(), Wishes())
    change = planner.choosing("b")
    assert (change.cost, change.hours, change.enters, change.leaves) == (400, -50, ("b",), ("a",))


def test_doing_without_an_offer_says_what_it_costs() -> None:
    change = Planner(OFFERS, almost_there(), Wishes()).without("a")
    assert (change.cost, change.enters, change.leaves) == (100, ("c", "d"), ("a",))


def test_a_choice_that_leaves_no_plan_says_so() -> None:
    change = Planner([offer("a", 10)], almost_there(), Wishes()).without("a")
    assert not change.plan.feasible
    assert change.plan.would_help == (Obstacle(about="forbidden", missing=None, detail=("a",)),)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("tied", [False, True])
def test_planning_again_gives_what_planning_anew_gives(seed: int, tied: bool) -> None:
    known, holder = Catalog(catalog(300, seed, tied=tied)), learner(seed)
    planner = Planner(known, holder, Wishes())
    steps = planner.plan().steps
    if steps:
        pinned, forbidden = frozenset({known.offers[seed * 7].id}), frozenset({steps[0].offer.id})
        assert planner.again(pinned=pinned) == plan(known, holder=holder, wishes=Wishes(pinned=pinned))
        assert planner.again(forbidden=forbidden) == plan(known, holder=holder, wishes=Wishes(forbidden=forbidden))


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("tied", [False, True])
def test_each_of_many_pins_gives_what_planning_anew_gives(seed: int, tied: bool) -> None:
    known, holder, chance = Catalog(catalog(1200, seed, tied=tied)), learner(seed), Random(seed)
    wishes = [Wishes(), Wishes(least="hours"), Wishes(least="travel", hours_a_month=1500), Wishes(budget=50_000)][
        seed % 4
    ]
    wishes = replace(wishes, pinned=frozenset({known.offers[seed].id}) if seed % 2 else frozenset())
    planner = Planner(known, holder, wishes)
    for _ in range(4):
        pinned = frozenset(known.offers[chance.randrange(1200)].id for _ in range(chance.choice([1, 1, 2])))
        anew = plan(known, holder=holder, wishes=replace(wishes, pinned=wishes.pinned | pinned))
        assert planner.again(pinned=pinned) == anew


def test_three_plans_keep_each_what_they_are_asked_to() -> None:
    offers = [offer("a", 10, 1, hours=900, miles=9), offer("b", 10, 9, hours=1, miles=9), offer("c", 10, 9, hours=900)]
    plans = three_plans(offers, holder=almost_there(), wishes=Wishes())
    assert {least: made.steps[0].offer.id for least, made in plans.items()} == {
        "cost": "a",
        "hours": "b",
        "travel": "c",
    }


def test_live_offers_that_overlap_are_not_taken_together() -> None:
    days = {"format": "in_person", "starts_on": date(2026, 10, 1), "ends_on": date(2026, 10, 2)}
    offers = [offer("a", 5, 1, **days), offer("b", 5, 1, **days), offer("c", 5, 500)]
    made = plan(offers, holder=almost_there(), wishes=Wishes())
    assert [step.offer.id for step in made.steps] == ["a", "c"]


def test_an_offer_that_counts_for_two_credentials_is_bought_once() -> None:
    edition, cycle = rules_for(rulebook("ccma-c-ccbma"), cycle=Span(date(2022, 1, 1), date(2026, 12, 31)))
    other = Holder([held(50, "basic", outside=True), held(5, "clinical", outside=True)], edition, cycle, TODAY)
    shared = offer("both", 10, 1500, unit="cme", category="clinical")
    made = plan_together([shared, offer("one", 10, 1000)], holders=[almost_there(), other], wishes=Wishes())
    [step] = made.steps
    assert (step.offer.id, step.counts, made.cost) == ("both", (1000, 1000), 1500)
    assert step.serves[0] == ("total",)


def test_out_of_time_a_plan_says_how_much_better_one_could_be(monkeypatch: pytest.MonkeyPatch) -> None:
    in_time = Search._solved

    def too_late(search: Search, weights: Weights) -> int | None:
        found = in_time(search, weights)
        search.proved = False
        return found

    monkeypatch.setattr(Search, "_solved", too_late)
    made = plan(catalog(400, 1), holder=learner(3), wishes=Wishes())
    assert made.feasible
    assert not made.proved_optimal
    assert made.remaining is not None
    assert made.remaining.by >= 0


def test_an_answer_that_contradicts_itself_is_not_called_proved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Search, "_sound", lambda *_: False)
    assert not plan(catalog(400, 1), holder=learner(3), wishes=Wishes()).proved_optimal


@pytest.mark.parametrize(
    ("wishes", "wanted"),
    [
        (Wishes(format="online"), Obstacle(about="format", missing=None, detail=("in_person",))),
        (Wishes(languages=frozenset({"en"})), Obstacle(about="language", missing=None, detail=("es",))),
        (Wishes(within=1000), Obstacle(about="within", missing=250)),
        (Wishes(hours_a_month=100), Obstacle(about="hours_a_month", missing=67)),
        (Wishes(budget=986), Obstacle(about="budget", missing=14)),
    ],
)
def test_the_smallest_change_that_would_help_is_named(wishes: Wishes, wanted: Obstacle) -> None:
    offers = [offer("a", 10, format="in_person", language="es", miles=1250, hours=500), offer("b", 5, format="online")]
    made = plan(offers, holder=almost_there(), wishes=wishes)
    assert made.would_help == (wanted,)
