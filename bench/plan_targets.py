"""What the planner is to reach, and whether the cells of its bench reach it: computed from their numbers, never written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

Document = dict[str, Any]
CLOCKS = ("milliseconds", "processor_milliseconds")


class Target(NamedTuple):
    """A number of a cell of so many offers, by one of the clocks, that is to be at most or at least so much."""

    name: str
    offers: int
    read: Callable[[Document, str], float]
    wanted: float
    at_least: bool = False


def _pin(cell: Document, clock: str, part: str) -> float:
    pinned = cell["with_a_pin"]
    share: float = pinned[clock][part] / pinned["of_these_plans_without"][clock][part]
    return round(share, 2)


TARGETS = (
    Target("a plan takes at most so many ms at p50", 100_000, lambda cell, clock: cell[clock]["p50"], 40),
    Target("a plan takes at most so many ms at p99", 100_000, lambda cell, clock: cell[clock]["p99"], 200),
    Target(
        "unpruned HiGHS takes at least so many times as long at p99",
        10_000,
        lambda cell, clock: cell["highs_unpruned"]["times_recert"][clock]["p99"],
        20,
        at_least=True,
    ),
    Target(
        "planning again with a pin takes at most so many ms at p50",
        100_000,
        lambda cell, clock: cell["with_a_pin"][clock]["p50"],
        20,
    ),
    Target(
        "planning again with a pin takes at most so many ms at p99",
        100_000,
        lambda cell, clock: cell["with_a_pin"][clock]["p99"],
        100,
    ),
    Target(
        "planning again with a pin takes at most this share at p50",
        100_000,
        lambda cell, clock: _pin(cell, clock, "p50"),
        0.5,
    ),
)


def targets(cells: Sequence[Document]) -> Document:
    """Each target with what was measured on the wall and of the processor; `met` where all are there and met on the wall."""
    known = list(_measured(cells))
    there = {one["target"] for one in known} == {target.name for target in TARGETS}
    return {
        "met": there and all(one["met"]["milliseconds"] for one in known),
        "met_by_the_processor": there and all(one["met"]["processor_milliseconds"] for one in known),
        "targets": known,
    }


def _measured(cells: Sequence[Document]) -> Iterator[Document]:
    for target in TARGETS:
        for cell in cells:
            if cell["offers"] == target.offers:
                found = {clock: target.read(cell, clock) for clock in CLOCKS}
                yield {
                    "target": target.name,
                    "offers": cell["offers"],
                    "tied": cell["tied"],
                    "wanted": target.wanted,
                    "measured": found,
                    "met": {clock: _met(target, value) for clock, value in found.items()},
                }


def _met(target: Target, value: float) -> bool:
    return value >= target.wanted if target.at_least else value <= target.wanted
