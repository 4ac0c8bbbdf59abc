"""Property tests: the best allocation against an independent linear program, over random rules and transcripts."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from recert.rules.allocate import allocate
from recert.rules.best import best
from recert.rules.count import Part, cells, groups_of, without_slack
from recert.rules.solver import solve
from recert.rules.table import Asked, Group, Hold, exact_by_table, mixed, table
from tests.rules import oracle

POINTS = st.integers(0, 4000)
CLOSE = st.sampled_from([0, 1, 500, 999, 1000, 1001, 1500, 3000])


def numbers() -> st.SearchStrategy[int]:
    """Any points, and the ones that lie on the edges of each other."""
    return st.one_of(POINTS, CLOSE)


@st.composite
def rules(draw: st.DrawFn) -> Asked:
    floors = tuple(draw(st.lists(numbers(), min_size=0, max_size=3)))
    return Asked(sum(floors) + draw(numbers()), draw(st.one_of(st.just(0), numbers())), floors)


@st.composite
def groups(draw: st.DrawFn) -> tuple[Group, ...]:
    """Up to five groups under up to three caps, which may nest, cross or stand apart."""
    holds = [Hold(f"cap {i}", draw(numbers())) for i in range(draw(st.integers(0, 3)))]
    made = st.builds(
        Group, st.sets(st.sampled_from(holds)).map(frozenset) if holds else st.just(frozenset()), st.booleans()
    )
    return tuple(draw(st.lists(made, min_size=1, max_size=5)))


@st.composite
def cases(draw: st.DrawFn) -> tuple[Asked, tuple[Part, ...]]:
    asked, known = draw(rules()), draw(groups())
    masks = st.integers(0, (1 << len(asked.floors)) - 1)
    drawn = draw(st.lists(st.tuples(masks, numbers(), st.sampled_from(known)), max_size=14))
    return asked, tuple(Part(row, mask, points, group) for row, (mask, points, group) in enumerate(drawn) if points)


@settings(max_examples=max(5_000, settings.default.max_examples))
@given(cases())
def test_property_the_gap_is_the_linear_programs(case: tuple[Asked, tuple[Part, ...]]) -> None:
    asked, parts = case
    assert best(parts, asked).gap == oracle.gap(parts, asked)


@given(cases())
def test_property_the_inequalities_decide_alone_wherever_caps_nest(case: tuple[Asked, tuple[Part, ...]]) -> None:
    asked, parts = case
    known = groups_of(parts)
    assume(exact_by_table(known))
    compiled = table(asked, known)
    assert compiled.gap(cells(parts, known, compiled.masks)) == oracle.gap(parts, asked)


@given(cases())
def test_property_an_allocation_keeps_every_promise(case: tuple[Asked, tuple[Part, ...]]) -> None:
    asked, parts = case
    assert oracle.broken_promises(parts, best(parts, asked).allocation) == []


@given(cases())
def test_property_what_an_allocation_leaves_short_is_the_gap(case: tuple[Asked, tuple[Part, ...]]) -> None:
    asked, parts = case
    chosen = best(parts, asked)
    total, approved, floors = oracle.shortfalls(parts, chosen.allocation, asked)
    assert max(total, approved, sum(floors)) <= chosen.gap
    if chosen.method == "closed form":
        assert max(total, approved, sum(floors)) == chosen.gap


@given(cases())
def test_property_flow_and_solver_agree_on_every_requirement(case: tuple[Asked, tuple[Part, ...]]) -> None:
    asked, parts = case
    tight = without_slack(parts)
    known = groups_of(tight)
    assume(exact_by_table(known) and not mixed(known))
    _, solved = solve(tight, asked)
    assert oracle.shortfalls(tight, allocate(tight, asked), asked) == oracle.shortfalls(tight, solved, asked)


@given(cases(), numbers())
def test_property_one_more_point_never_widens_the_gap(case: tuple[Asked, tuple[Part, ...]], more: int) -> None:
    asked, parts = case
    assume(parts)
    further = (*parts, Part(len(parts), parts[0].mask, more, parts[0].group))
    assert best(further, asked).gap <= best(parts, asked).gap


@given(cases())
def test_property_further_points_of_the_best_kind_close_the_gap_exactly(
    case: tuple[Asked, tuple[Part, ...]],
) -> None:
    asked, parts = case
    missing = best(parts, asked).gap
    everywhere = (1 << len(asked.floors)) - 1
    free = Group(frozenset(), approved=True)
    assert best((*parts, Part(99, everywhere, missing, free)), asked).gap == 0
    if missing:
        assert best((*parts, Part(99, everywhere, missing - 1, free)), asked).gap > 0


@pytest.mark.parametrize("shape", ["nested", "crossing"])
def test_random_groups_reach_both_shapes_of_caps(shape: str) -> None:
    a, b = Hold("a", 100), Hold("b", 200)
    both, one, other = (Group(frozenset(holds), True) for holds in ({a, b}, {a}, {b}))
    known = (both, one) if shape == "nested" else (both, one, other)
    assert exact_by_table(known) == (shape == "nested")
    assert all(x != y for x, y in combinations(known, 2))
