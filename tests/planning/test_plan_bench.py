"""What the bench says of the planner is computed from its numbers, by each clock on its own."""

from __future__ import annotations

from typing import Any

import pytest

from bench.plan_targets import targets

CLOCKS = ("milliseconds", "processor_milliseconds")


def cell(offers: int, wall: float, processor: float) -> dict[str, Any]:
    times = {clock: {"p50": one, "p99": one} for clock, one in zip(CLOCKS, (wall, processor), strict=True)}
    pinned = {clock: {"p50": one["p50"] / 2, "p99": one["p99"] / 2} for clock, one in times.items()}
    return {
        "offers": offers,
        "tied": False,
        **times,
        "with_a_pin": {**pinned, "of_these_plans_without": times},
        "highs_unpruned": {"times_recert": {clock: {"p50": 30, "p99": 30} for clock in CLOCKS}},
    }


@pytest.mark.parametrize(("wall", "met"), [(40, True), (40.1, False)])
def test_a_target_missed_on_the_wall_is_not_met_although_the_processor_meets_it(wall: float, met: bool) -> None:
    found = targets([cell(10_000, 1, 1), cell(100_000, wall, 39)])
    assert (found["met"], found["met_by_the_processor"]) == (met, True)


def test_every_target_is_there_with_what_was_measured() -> None:
    found = targets([cell(10_000, 1, 1), cell(100_000, 50, 20)])["targets"]
    assert [one["measured"]["milliseconds"] for one in found] == [50, 50, 30, 25, 25, 0.5]
    assert [one["met"]["milliseconds"] for one in found] == [False, True, True, False, True, True]


def test_what_was_not_measured_is_not_met() -> None:
    assert not targets([cell(10_000, 1, 1)])["met"]
