"""Parts: what is left of activities once they are screened, in order of priority, under their caps."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from recert.rules.count import Part, asked, cells, groups_of, hold, in_order, parts, requirements, without_slack
from recert.rules.edition import PreEarned
from recert.rules.table import Asked, Group, Hold
from recert.rules.transcript import Activity
from recert.rules.verdict import Span
from tests.rules.made import CYCLE, activity, asks, cap, cited, edition, screened

OUTSIDE = Hold("outside", 3000)
FREE = Group(frozenset(), approved=True)
HELD = Group(frozenset({OUTSIDE}), approved=False)


def counted(*activities: Activity, first_cycle: bool = False, **changes: Any) -> tuple[Part, ...]:
    return parts(screened(*activities, first_cycle=first_cycle, **changes), edition=edition(**changes))


def test_earlier_earned_come_first_then_the_files_order() -> None:
    rows = [activity("a", on="2024-01-01"), activity("b", on="2023-01-01"), activity("c", on="2023-01-01")]
    assert [part.row for part in counted(*rows)] == [1, 2, 0]


def test_what_does_not_count_and_what_is_worth_nothing_is_no_part() -> None:
    rows = [activity("a", relevant=False), activity("b", 0), activity("c", "0.004"), activity("d", "0.01")]
    assert [(part.row, part.points) for part in counted(*rows)] == [(3, 1)]


def test_a_split_is_a_part_for_each_category_and_none_for_nothing() -> None:
    row = activity(quantity=3, category="clinical=2;general=1;astrology=0")
    assert [(part.mask, part.points) for part in counted(row)] == [(1, 200), (2, 100)]


def test_parts_lie_under_the_caps_that_select_them() -> None:
    caps = (cap("outside", 30, approved=False), cap("seminars", 5, kinds=frozenset({"seminar"})))
    (outside, approved, both) = counted(
        activity("a", unit="cme"), activity("b"), activity("c", unit="cme", kind="seminar"), caps=caps
    )
    assert outside.group == HELD
    assert approved.group == FREE
    assert both.group == Group(frozenset({OUTSIDE, Hold("seminars", 500)}), approved=False)


def test_a_cap_by_the_year_is_one_cap_for_each_year() -> None:
    caps = (cap("jobs", 10, per_year=True),)
    rows = [activity("a", on="2023-01-01"), activity("b", on="2023-12-31"), activity("c", on="2024-01-01")]
    held = [next(iter(part.group.holds)) for part in counted(*rows, caps=caps)]
    assert held == [Hold("jobs 2023", 1000), Hold("jobs 2023", 1000), Hold("jobs 2024", 1000)]


def test_a_cap_before_the_cycle_holds_early_points_alone() -> None:
    rules = {"caps": (cap("pre_earned", 20, before_cycle=True),), "pre_earned": PreEarned(months=3, cited=cited())}
    early, later = counted(activity("a", on="2021-11-04"), activity("b", on="2021-11-05"), first_cycle=True, **rules)
    assert (early.group.holds, later.group.holds) == ({Hold("pre_earned", 2000)}, frozenset())


def test_a_cap_over_the_whole_cycle_goes_by_its_own_name() -> None:
    assert hold(cap("outside", 30), 2024) == hold(cap("outside", 30)) == OUTSIDE


@pytest.mark.parametrize(("points", "left"), [(3000, frozenset()), (3001, frozenset({OUTSIDE}))])
def test_a_cap_that_cannot_bind_is_forgotten(points: int, left: frozenset[Hold]) -> None:
    (first, second) = without_slack([Part(0, 1, points - 1000, HELD), Part(1, 2, 1000, HELD)])
    assert first == Part(0, 1, points - 1000, Group(left, approved=False))
    assert second == Part(1, 2, 1000, Group(left, approved=False))


def test_groups_come_once_and_in_one_order_wherever_they_come_from() -> None:
    other = Group(frozenset({Hold("a", 1)}), approved=True)
    plain = Group(frozenset(), approved=False)
    assert in_order([HELD, FREE, other, plain, HELD]) == in_order([plain, other, HELD, FREE])
    assert in_order([HELD, FREE, other, plain]) == (plain, FREE, other, HELD)


def test_the_groups_of_parts_are_theirs() -> None:
    assert groups_of([Part(0, 1, 5, HELD), Part(1, 1, 5, FREE), Part(2, 2, 5, HELD)]) == (FREE, HELD)


def test_cells_sum_the_points_of_a_group_and_a_set_of_categories() -> None:
    rows = [Part(0, 1, 5, HELD), Part(1, 1, 7, HELD), Part(2, 3, 11, FREE), Part(3, 0, 13, HELD)]
    assert cells(rows, (FREE, HELD), 4) == [0, 0, 0, 11, 13, 12, 0, 0]


def test_what_is_asked_is_a_number_for_total_approval_and_each_category() -> None:
    assert asked(edition(), CYCLE) == Asked(3000, 1200, (1000, 500))


def test_what_nobody_knows_or_asks_is_nothing() -> None:
    rules = edition(requirements=(asks("clinical", None), asks("general", 2)))
    assert asked(rules, CYCLE) == Asked(0, 0, (0, 200))


REDUCED = edition(
    requirements=(asks("total", 10), asks("clinical", 4)),
    reduced_total=asks("total", 5),
    reduced_if_certified_after=(6, 30),
)


@pytest.mark.parametrize(
    ("starts", "ends", "total"),
    [
        (date(2025, 6, 30), date(2025, 12, 31), 1000),
        (date(2025, 7, 1), date(2025, 12, 31), 500),
        (date(2025, 12, 1), date(2025, 12, 31), 500),
        (date(2025, 1, 31), date(2025, 12, 31), 1000),
        (date(2024, 7, 1), date(2025, 12, 31), 1000),
    ],
)
def test_a_cycle_that_began_late_in_its_last_year_asks_for_the_reduced_total(
    starts: date, ends: date, total: int
) -> None:
    found = requirements(REDUCED, Span(starts, ends))
    assert [(one.about, one.needed) for one in found] == [("total", total), ("clinical", 400)]


def test_without_a_reduced_total_nothing_is_reduced() -> None:
    late = Span(date(2025, 12, 1), date(2025, 12, 31))
    assert requirements(edition(), late) == edition().requirements
    assert requirements(edition(reduced_total=asks("total", 1)), late) == edition().requirements
