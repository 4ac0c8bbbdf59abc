"""The table of inequalities: which rows an edition makes, and what each asks of the sums."""

from __future__ import annotations

from itertools import product

import pytest

from recert.rules.table import Asked, Group, Hold, Row, Table, Term, exact_by_table, mixed, table

FREE = Group(frozenset(), approved=True)
PLAIN = Group(frozenset(), approved=False)
OUTER, INNER, OTHER = Hold("outer", 30), Hold("inner", 10), Hold("other", 20)


def group(*holds: Hold, approved: bool = False) -> Group:
    return Group(frozenset(holds), approved)


def row(compiled: Table, about: str) -> Row:
    (found,) = [row for row in compiled.rows if row.about == about]
    return found


def test_caps_that_nest_or_stand_apart_are_decided_by_the_table() -> None:
    assert exact_by_table([group(OUTER), group(OUTER, INNER), group(OTHER), FREE])


def test_caps_that_cross_are_not() -> None:
    assert not exact_by_table([group(OUTER), group(OUTER, OTHER), group(OTHER)])


def test_two_caps_over_the_same_groups_nest() -> None:
    assert exact_by_table([group(OUTER, OTHER), FREE])


def test_a_cap_over_approved_and_outside_points_is_mixed() -> None:
    assert mixed([group(OUTER), group(OUTER, approved=True)])
    assert not mixed([group(OUTER), group(OTHER, approved=True), FREE, PLAIN])


def test_every_set_of_categories_has_a_row_and_what_is_not_asked_has_none() -> None:
    abouts = [row.about for row in table(Asked(60, 0, (10, 0)), (FREE,)).rows]
    assert abouts == ["total", "categories 1", "categories 11"]


def test_a_set_of_categories_asks_for_the_sum_of_its_minimums() -> None:
    compiled = table(Asked(0, 0, (10, 20, 40)), (FREE,))
    asked = {row.about.removeprefix("categories "): row.needed for row in compiled.rows}
    assert asked == {"1": 10, "10": 20, "11": 30, "100": 40, "101": 50, "110": 60, "111": 70}


def test_a_row_sums_the_cells_it_may_count() -> None:
    compiled = table(Asked(60, 30, (10, 10)), (PLAIN, FREE))
    assert row(compiled, "total").terms == (Term(None, (0, 1, 2, 3, 4, 5, 6, 7)),)
    assert row(compiled, "approved").terms == (Term(None, (4, 5, 6, 7)),)
    assert row(compiled, "categories 10").terms == (Term(None, (2, 3, 6, 7)),)


def test_a_cap_limits_its_cells_and_what_nests_in_it() -> None:
    compiled = table(Asked(60, 0, ()), (FREE, group(OUTER), group(OUTER, INNER)))
    inner = Term(10, (), (Term(None, (2,)),))
    outer = Term(30, (), (inner, Term(None, (1,))))
    assert row(compiled, "total").terms == (outer, Term(None, (0,)))


def test_approval_and_categories_ask_together_only_where_a_cap_is_mixed() -> None:
    apart = table(Asked(60, 30, (10, 10)), (group(OUTER), FREE))
    together = table(Asked(60, 30, (10, 10)), (group(OUTER), group(OUTER, approved=True)))
    unasked = table(Asked(60, 0, (10, 10)), (group(OUTER), group(OUTER, approved=True)))
    assert [row.times for row in apart.rows if row.about == "approved and categories"] == []
    assert [row.times for row in unasked.rows if row.about == "approved and categories"] == []
    chains = [(row.needed, row.times) for row in together.rows if row.about == "approved and categories"]
    assert sorted(chains) == [(40, 2), (40, 2), (50, 2), (60, 3), (60, 3)]


def test_a_chain_lets_outside_points_fill_only_the_smaller_set() -> None:
    both = (group(OUTER), group(OUTER, approved=True))
    (chain,) = [row for row in table(Asked(0, 5, (10,)), both).rows if row.about == "approved and categories"]
    # h({}, {clinical}) + h({clinical}, *)
    assert chain.terms == (
        Term(30, (), (Term(None, (3,)),)),
        Term(30, (), (Term(None, (1, 2, 3)),)),
    )
    assert (chain.needed, chain.times) == (15, 2)


@pytest.mark.parametrize(
    ("cells", "gap"),
    [
        # outside: none, clinical, general, either; approved: the same
        ([0, 0, 0, 0, 0, 0, 0, 0], 60),
        ([0, 0, 0, 0, 40, 10, 10, 0], 0),
        ([0, 0, 0, 0, 40, 10, 9, 0], 1),
        ([0, 0, 0, 0, 41, 10, 9, 0], 1),
        ([0, 0, 0, 0, 50, 0, 0, 10], 10),
        ([0, 0, 0, 0, 40, 0, 0, 20], 0),
        ([0, 0, 0, 99, 30, 0, 0, 0], 0),
        ([0, 99, 0, 0, 30, 0, 0, 0], 10),
        ([0, 10, 10, 11, 29, 0, 0, 0], 1),
        ([30, 10, 10, 0, 30, 0, 0, 0], 0),
        ([0, 5, 5, 0, 50, 0, 0, 0], 10),
    ],
)
def test_the_gap_is_what_the_tightest_row_lacks(cells: list[int], gap: int) -> None:
    compiled = table(Asked(60, 30, (10, 10)), (group(OUTER), FREE))
    assert compiled.gap(cells) == gap


def test_each_point_further_is_one_point_of_what_is_asked() -> None:
    assert table(Asked(7, 0, ()), (FREE,)).gap([0]) == 7
    assert table(Asked(0, 7, ()), (FREE,)).gap([0]) == 7
    assert table(Asked(0, 0, (7,)), (FREE,)).gap([0, 0]) == 7
    assert {row.times for row in table(Asked(9, 7, (5, 3)), (FREE,)).rows} == {1}


@pytest.mark.parametrize(
    "caps", [(OUTER, OTHER), (OTHER, INNER), (OUTER, INNER, OTHER), (Hold("a wide one", 35), INNER)]
)
def test_caps_over_the_same_points_all_hold(caps: tuple[Hold, ...]) -> None:
    least = min(one.at_most for one in caps)
    assert table(Asked(60, 0, ()), (group(*caps), FREE)).gap([40, 5]) == 60 - 5 - least


def test_a_row_that_one_point_raises_twice_needs_half_as_many_rounded_up() -> None:
    both = (group(Hold("outer", 10)), group(Hold("outer", 10), approved=True))
    compiled = table(Asked(0, 10, (10,)), both)
    assert compiled.gap([0, 10, 10, 0]) == 5
    assert compiled.gap([0, 9, 10, 1]) == 5
    assert compiled.gap([0, 8, 10, 2]) == 4
    assert compiled.gap([0, 0, 0, 10]) == 0


def walked(terms: tuple[Term, ...], cells: list[int]) -> int:
    """The sum of the terms, by walking them instead of running what was printed."""
    total = 0
    for term in terms:
        inside = sum(cells[cell] for cell in term.cells) + walked(term.inner, cells)
        total += inside if term.at_most is None else min(term.at_most, inside)
    return total


def test_the_printed_function_does_what_its_rows_say() -> None:
    groups = (group(OUTER), group(OUTER, INNER), group(OTHER, approved=True), FREE)
    compiled = table(Asked(70, 25, (12,)), groups)
    for cells in product((0, 13), repeat=8):
        lacks = [-(-(row.needed - walked(row.terms, list(cells))) // row.times) for row in compiled.rows]
        assert compiled.gap(cells) == max(0, *lacks)


def test_nothing_asked_leaves_no_gap() -> None:
    assert table(Asked(0, 0, ()), ()).gap([]) == 0
    assert table(Asked(0, 0, ()), ()).rows == ()


def test_a_table_without_points_lacks_everything_asked() -> None:
    assert table(Asked(60, 30, (10,)), ()).gap([]) == 60
