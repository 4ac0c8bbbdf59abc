"""The outlines of the states, for maps that ask nobody: from the Census Bureau, carried with the package."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

from recert.places.point import Box, Point, box_around

DATA = Path(__file__).parent / "data" / "states.json.gz"
THOUSANDTHS = 1000


@dataclass(frozen=True, slots=True)
class Ring:
    """A closed line round a state, an island of it or a hole in it; the first point follows the last."""

    state: str
    points: tuple[Point, ...]
    box: Box


def rings_around(center: Point, radius: float) -> Iterator[Ring]:
    """The rings that may reach into the box around a circle, state by state."""
    view = box_around(center, radius)
    return (ring for ring in _rings() if _meet(ring.box, view))


def _meet(one: Box, other: Box) -> bool:
    return (
        one.south <= other.north and other.south <= one.north and one.west <= other.east and other.west <= one.east
    )  # fmt: skip


@cache
def _rings() -> tuple[Ring, ...]:
    outlines = json.loads(gzip.decompress(DATA.read_bytes()))
    return tuple(_ring(state, steps) for state, rings in sorted(outlines.items()) for steps in rings)


def _ring(state: str, steps: list[int]) -> Ring:
    """Longitudes and latitudes in turn, in thousandths of a degree, each a step from the one before."""
    lons, lats = ([each / THOUSANDTHS for each in accumulate(steps[axis::2])] for axis in (0, 1))
    return Ring(state, tuple(map(Point, lats, lons)), Box(min(lats), max(lats), min(lons), max(lons)))
