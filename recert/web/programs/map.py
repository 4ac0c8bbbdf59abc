"""A map of our own: rings of miles, dots where people live, and a numbered point to each school. No tiles, no third party."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

from recert.places.cloud import points_around
from recert.places.point import EARTH, Point

SIZE = 400
MARGIN = 24
MOST_DOTS = 700
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
    towns = (_dot(center, point, scale) for point in points_around(center, within * 1.15, most=MOST_DOTS))
    return Map(
        size=SIZE,
        middle=f"{middle:.1f}",
        rings=rings,
        towns=tuple(dot for dot in towns if 0 < float(dot.x) < SIZE and 0 < float(dot.y) < SIZE),
        schools=tuple(_dot(center, point, scale, label) for label, point in schools),
    )


def _dot(center: Point, point: Point, scale: float, label: str = "") -> Dot:
    """North is up; a degree east is as long as it is halfway between the two."""
    east = (point.lon - center.lon + 180) % 360 - 180
    x = east * MILES_A_DEGREE * cos(radians((center.lat + point.lat) / 2)) * scale
    y = (point.lat - center.lat) * MILES_A_DEGREE * scale
    return Dot(f"{SIZE / 2 + x:.1f}", f"{SIZE / 2 - y:.1f}", label)
