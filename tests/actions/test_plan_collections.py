"""Of a collection one takes what is missing once everything that is kept is taken; more is never needed, less never does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from recert.actions.plan_collections import best_sized, sized
from recert.actions.plan_offers import Listed, Shelf
from recert.planning.offer import Offer
from recert.planning.plan import Plan, plan
from recert.planning.wishes import Wishes
from tests.planning.dana import CATEGORIES, dana, held, offer

EVERY_AREA = "|".join(CATEGORIES)
KEPT = ("a", "b")


def listed(one: Offer, *, is_collection: bool = False) -> Listed:
    return Listed(offer=one, price=one.price, hours_known=True, miles_known=True, area="", is_collection=is_collection)


def shelf(*kept: Offer, collections: tuple[Offer, ...] = ()) -> Shelf:
    rows = [*(listed(one) for one in kept), *(listed(one, is_collection=True) for one in collections)]
    return Shelf(listed={one.offer.id: one for one in rows})


def bundle(name: str = "bundle", points: int = 60) -> Offer:
    return offer(name, points, 20_000, category=EVERY_AREA)


def part_of(found: Shelf, name: str = "bundle") -> int:
    return int(found.listed[name].offer.quantity)


def test_of_two_kept_collections_the_second_is_as_large_as_what_the_first_leaves() -> None:
    found = sized(shelf(collections=(bundle("a", 20), bundle("b"))), dana(), KEPT)
    assert (part_of(found, "a"), part_of(found, "b")) == (20, 40)


def test_what_would_not_count_makes_no_collection_smaller() -> None:
    ended = offer("a", 9, ends_on=date(2026, 12, 24))
    assert part_of(sized(shelf(ended, collections=(bundle(),)), dana(), "a")) == 60


def test_an_hour_of_a_collection_is_an_hour_of_its_part() -> None:
    found = sized(shelf(offer("a", 15), collections=(bundle(),)), dana(), "a").listed["bundle"]
    assert (found.offer.quantity, found.of, found.offer.hours) == (45, 60, 75)


def quickest(*others: Offer, points: int = 60) -> tuple[Plan, int]:
    """The plan with the fewest hours, and how much of the collection, ten hours a point, is in it."""
    wishes = Wishes(least="hours")
    slow = replace(bundle(points=points), hours=points * 1000)
    whole = shelf(*others, collections=(slow,))

    def plan_from(found: Shelf) -> Plan:
        return plan(found.catalog(with_unknown_prices=True), holder=dana(), wishes=wishes)

    made, found = best_sized(whole, dana(), wishes, plan_from)
    taken = any(step.offer.id == "bundle" for step in made.steps)
    return made, part_of(found) if taken else 0


def test_half_of_a_slow_collection_is_taken_where_quick_courses_fill_the_other_half() -> None:
    quick = [offer(f"q{area}", 10, 0, category=area, hours=100) for area in CATEGORIES]
    made, part = quickest(*quick)
    assert (part, made.hours) == (30, 30_000 + 300)


def test_all_that_is_missing_is_taken_where_nothing_else_is_on_offer() -> None:
    made, part = quickest()
    assert (made.feasible, part) == (True, 60)


def test_where_no_part_and_no_whole_will_do_there_is_no_plan() -> None:
    made, _ = quickest(points=20)
    assert not made.feasible


def kept(name: str) -> st.SearchStrategy[Offer]:
    return st.builds(
        lambda points, category, unit: offer(name, points, 0, category=category, unit=unit),
        st.integers(1, 40),
        st.sampled_from([*CATEGORIES, "clinical|general", ""]),
        st.sampled_from(["aama_ceu", "cme"]),
    )


HELD = st.lists(
    st.builds(
        lambda points, category, outside: held(points, category, outside=outside),
        st.integers(1, 25),
        st.sampled_from(CATEGORIES),
        st.booleans(),
    ),
    max_size=3,
    unique_by=lambda one: one.id,
)


@given(held_already=HELD, kept=st.tuples(kept("a"), kept("b")))
def test_the_part_of_a_collection_that_is_taken_closes_the_gap_and_a_point_less_does_not(
    held_already: list[object], kept: tuple[Offer, Offer]
) -> None:
    holder = dana(*held_already)  # type: ignore[arg-type]
    found = sized(shelf(*kept, collections=(bundle(points=100),)), holder, KEPT)
    part = found.listed["bundle"]
    wishes = Wishes(pinned=frozenset({*KEPT, "bundle"}))
    assert plan(found.catalog(with_unknown_prices=True), holder=holder, wishes=wishes).feasible
    if part.of is not None and part.offer.quantity > 1:
        less = {**found.listed, "bundle": part.cut(100 * int(part.offer.quantity - Decimal(1)))}
        assert not plan([one.offer for one in less.values()], holder=holder, wishes=wishes).feasible
