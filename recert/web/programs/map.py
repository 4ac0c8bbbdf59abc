"""A map of our own: states, rings of miles, dots where people live, a number for each school. No tiles, no third party."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, radians

from recert.places.cloud import points_around
from recert.places.outlines import Ring as Outline
from recert.places.outlines import rings_around
from recert.places.point import EARTH, Point
from recert.web.programs.outlines import Land, Spot, lands

SIZE = 400
MARGIN = 24
MOST_DOTS = 700
VIEW = 1.25
"""How much farther than the circle the drawing reaches on each side, and a little more."""
MILES_A_DEGREE = radians(1) * EARTH


@dataclass(frozen=True, slots=True)
class Dot:
    """A place on the drawing, in its own units from the top left."""

    x: str
    y: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle of equal distance."""

    radius: str
    label_y: str
    miles: str


@dataclass(frozen=True, slots=True)
class Map:
    """All that the drawing needs, worked out."""

    size: int
    middle: str
    states: tuple[Land, ...]
    rings: tuple[Ring, ...]
    towns: tuple[Dot, ...]
    schools: tuple[Dot, ...]


def map_of(center: Point, within: float, schools: Sequence[tuple[str, Point]]) -> Map:
    """The circle fills the drawing; who stands on the edge is still inside."""
    middle = SIZE / 2
    scale = (middle - MARGIN) / max(within, 1.0)
    rings = tuple(
        Ring(f"{share * within * scale:.1f}", f"{middle - share * within * scale - 4:.1f}", f"{share * within:g}")
        for share in (0.5, 1.0)
    )

    def onto(outline: Outline) -> Iterator[Spot]:
        return (_spot(center, point, scale) for point in outline.points)

    spots = [(middle, middle), *(_spot(center, point, scale) for _, point in schools)]
    towns = (_dot(center, point, scale) for point in points_around(center, within * 1.15, most=MOST_DOTS))
    return Map(
        size=SIZE,
        middle=f"{middle:.1f}",
        states=lands(
            rings_around(center, within * VIEW), onto, SIZE, [*spots, *((middle, float(r.label_y)) for r in rings)]
        ),
        rings=rings,
        towns=tuple(dot for dot in towns if 0 < float(dot.x) < SIZE and 0 < float(dot.y) < SIZE),
        schools=tuple(_dot(center, point, scale, label) for label, point in schools),
    )


def _dot(center: Point, point: Point, scale: float, label: str = "") -> Dot:
    x, y = _spot(center, point, scale)
    return Dot(f"{x:.1f}", f"{y:.1f}", label)


def _spot(center: Point, point: Point, scale: float) -> Spot:
    """North is up; a degree east is as long as it is halfway between the two."""
    east = (point.lon - center.lon + 180) % 360 - 180
    x = east * MILES_A_DEGREE * cos(radians((center.lat + point.lat) / 2)) * scale
    y = (point.lat - center.lat) * MILES_A_DEGREE * scale
    return SIZE / 2 + x, SIZE / 2 - y
