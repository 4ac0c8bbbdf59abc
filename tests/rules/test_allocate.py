"""Allocation: the best one, and among equals the one the policy names. The solver must agree wherever it may be asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from recert.rules.allocate import NO_CATEGORY, Allocation, allocate, categories_of
from recert.rules.best import best
from recert.rules.count import Part
from recert.rules.solver import solve
from recert.rules.table import Asked, Group, Hold

FREE = Group(frozenset(), approved=True)
PLAIN = Group(frozenset(), approved=False)
OUTER, INNER, OTHER = Hold("outer", 30), Hold("inner", 10), Hold("other", 20)
ADMINISTRATIVE, CLINICAL, GENERAL = 0, 1, 2
A, C, G = 1, 2, 4
TEN_EACH = Asked(60, 0, (10, 10, 10))


def under(*holds: Hold, approved: bool = False) -> Group:
    return Group(frozenset(holds), approved)


def parts(*rows: tuple[int, int] | tuple[int, int, Group]) -> tuple[Part, ...]:
    """(mask, points[, group]) of each row."""
    return tuple(Part(i, row[0], row[1], row[2] if len(row) > 2 else FREE) for i, row in enumerate(rows))


def by_solver(rows: Sequence[Part], asked: Asked) -> Allocation:
    return solve(rows, asked)[1]


both_ways = pytest.mark.parametrize("way", [allocate, by_solver])
Way = Callable[[Sequence[Part], Asked], Allocation]


@pytest.mark.parametrize(("mask", "categories"), [(0, (-1,)), (1, (0,)), (2, (1,)), (5, (0, 2)), (7, (0, 1, 2))])
def test_a_mask_names_its_categories_and_none_is_a_place_of_its_own(mask: int, categories: tuple[int, ...]) -> None:
    assert categories_of(mask) == categories


@both_ways
def test_one_category_needs_no_choice(way: Way) -> None:
    assert way(parts((C, 20), (0, 5)), TEN_EACH) == [{CLINICAL: 20}, {NO_CATEGORY: 5}]


@both_ways
def test_a_choice_fills_the_categories_in_the_rulebooks_order_before_any_overflows(way: Way) -> None:
    assert way(parts((A | C | G, 25)), TEN_EACH) == [{ADMINISTRATIVE: 10, CLINICAL: 10, GENERAL: 5}]


@both_ways
def test_what_is_left_over_goes_beyond_the_first_category(way: Way) -> None:
    assert way(parts((A | C | G, 40)), TEN_EACH) == [{ADMINISTRATIVE: 20, CLINICAL: 10, GENERAL: 10}]


@both_ways
def test_a_choice_gives_way_to_what_has_none(way: Way) -> None:
    assert way(parts((A | C, 10), (A, 10)), TEN_EACH) == [{CLINICAL: 10}, {ADMINISTRATIVE: 10}]
    assert way(parts((A, 10), (A | C, 10)), TEN_EACH) == [{ADMINISTRATIVE: 10}, {CLINICAL: 10}]


@both_ways
def test_choices_are_settled_together_where_each_alone_would_go_wrong(way: Way) -> None:
    rows = parts((A | C, 10), (A | G, 10), (A, 4))
    assert way(rows, TEN_EACH) == [{CLINICAL: 10}, {ADMINISTRATIVE: 6, GENERAL: 4}, {ADMINISTRATIVE: 4}]


@both_ways
def test_under_a_cap_the_earlier_part_counts(way: Way) -> None:
    rows = parts((C, 20, under(OUTER)), (C, 20, under(OUTER)))
    assert way(rows, TEN_EACH) == [{CLINICAL: 20}, {CLINICAL: 10}]


@both_ways
def test_under_a_cap_a_needed_category_counts_before_an_earlier_part(way: Way) -> None:
    rows = parts((C, 30, under(OUTER)), (G, 10, under(OUTER)))
    assert way(rows, TEN_EACH) == [{CLINICAL: 20}, {GENERAL: 10}]


@both_ways
def test_a_category_with_points_of_its_own_leaves_the_cap_to_others(way: Way) -> None:
    rows = parts((C, 30, under(OUTER)), (G, 30, under(OUTER)), (C, 10))
    assert way(rows, TEN_EACH) == [{CLINICAL: 20}, {GENERAL: 10}, {CLINICAL: 10}]


@both_ways
def test_a_cap_within_a_cap_holds_both(way: Way) -> None:
    rows = parts((C, 25, under(OUTER, INNER)), (C, 25, under(OUTER)))
    assert way(rows, TEN_EACH) == [{CLINICAL: 10}, {CLINICAL: 20}]


@both_ways
def test_two_caps_over_the_same_points_both_hold(way: Way) -> None:
    assert way(parts((C, 40, under(OUTER, OTHER))), TEN_EACH) == [{CLINICAL: 20}]
    assert way(parts((C, 40, under(OUTER, Hold("wider", 35)))), TEN_EACH) == [{CLINICAL: 30}]


@both_ways
def test_points_without_a_category_count_after_those_with_one(way: Way) -> None:
    rows = parts((0, 30, under(OUTER)), (G, 12, under(OUTER)))
    assert way(rows, TEN_EACH) == [{NO_CATEGORY: 18}, {GENERAL: 12}]


@both_ways
def test_the_first_category_beyond_its_minimum_counts_before_the_second(way: Way) -> None:
    rows = parts((G, 30, under(OUTER)), (A, 30, under(OUTER)))
    assert way(rows, TEN_EACH) == [{GENERAL: 10}, {ADMINISTRATIVE: 20}]


@both_ways
def test_without_categories_everything_counts_in_none(way: Way) -> None:
    assert way(parts((0, 40, under(OUTER)), (0, 5)), Asked(60, 0, ())) == [{NO_CATEGORY: 30}, {NO_CATEGORY: 5}]


@both_ways
def test_nothing_gives_nothing(way: Way) -> None:
    assert way((), TEN_EACH) == []


@both_ways
def test_what_a_cap_of_nothing_holds_counts_nowhere(way: Way) -> None:
    assert way(parts((C, 5, under(Hold("none", 0)))), TEN_EACH) == [{}]


def test_the_solver_prefers_approved_points_where_a_cap_holds_both() -> None:
    rows = parts((C, 30, under(OUTER)), (C, 30, under(OUTER, approved=True)))
    assert solve(rows, Asked(60, 30, (0, 10))) == (30, [{}, {CLINICAL: 30}])


@pytest.mark.parametrize(
    ("rows", "asked", "gap"),
    [
        (parts((C, 30, under(OUTER)), (C, 30, under(OUTER, approved=True))), Asked(60, 30, (0, 10)), 30),
        (parts((A, 30, under(OUTER)), (C, 30, under(OUTER, approved=True))), Asked(30, 30, (10, 10)), 5),
        (parts((A, 30, under(OUTER)), (C, 30, under(OUTER, approved=True))), Asked(30, 20, (10, 10)), 0),
        (parts((A, 30, under(OUTER)), (C, 30, under(OUTER, approved=True))), Asked(30, 21, (10, 10)), 1),
        (parts((A, 20, under(OUTER, OTHER)), (A, 20, under(OUTER)), (A, 20, under(OTHER))), Asked(60, 0, (10,)), 20),
        ((), Asked(60, 30, (10,)), 60),
    ],
)
def test_the_solvers_gap_is_the_fewest_further_points(rows: tuple[Part, ...], asked: Asked, gap: int) -> None:
    assert solve(rows, asked)[0] == gap


def test_caps_that_cross_share_out_what_they_hold() -> None:
    rows = parts((A, 20, under(OUTER, OTHER)), (A, 20, under(OUTER)), (A, 20, under(OTHER)))
    assert solve(rows, Asked(60, 0, (10,)))[1] == [{0: 10}, {0: 20}, {0: 10}]


@pytest.mark.parametrize(
    ("rows", "method"),
    [
        (parts((C, 5)), "closed form"),
        (parts((C, 40, under(OUTER)), (C, 40, under(OUTER, INNER))), "closed form"),
        (parts((C, 40, under(OUTER)), (C, 40, under(OUTER, OTHER)), (C, 40, under(OTHER))), "solver"),
        (parts((C, 40, under(OUTER)), (C, 40, under(OUTER, approved=True))), "solver"),
        (parts((C, 15, under(OUTER)), (C, 15, under(OUTER, approved=True))), "closed form"),
    ],
)
def test_the_solver_is_asked_only_where_caps_that_bind_cross_or_mix(rows: tuple[Part, ...], method: str) -> None:
    assert best(rows, TEN_EACH).method == method


def test_the_best_allocation_comes_with_its_gap() -> None:
    found = best(parts((A, 12), (C | G, 15)), TEN_EACH)
    assert (found.gap, found.allocation) == (33, [{ADMINISTRATIVE: 12}, {CLINICAL: 10, GENERAL: 5}])


def test_the_best_of_a_mixed_cap_is_the_solvers() -> None:
    found = best(parts((A, 40, under(OUTER)), (C, 40, under(OUTER, approved=True))), Asked(30, 20, (10, 10)))
    assert (found.gap, found.allocation) == (0, [{0: 10}, {1: 20}])
