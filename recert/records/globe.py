"""Places as whole numbers on a globe, so that a database orders them by distance with plain arithmetic.

The straight line through the earth between two points grows with the way around it: its square orders as miles do, is
the same on every database, and asks for no trigonometry, which SQLite may not have.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin

from recert.places.point import EARTH, Point

RADIUS = 10_000_000
"""Of the globe: a step is about two feet, and a squared line fits in 64 bits."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the globe."""

    x: int
    y: int
    z: int


@dataclass(frozen=True, slots=True)
class Circle:
    """All places whose line to the center, squared, is no longer than `most`."""

    center: Spot
    most: int


def spot(point: Point) -> Spot:
    lat, lon = radians(point.lat), radians(point.lon)
    return Spot(round(RADIUS * cos(lat) * cos(lon)), round(RADIUS * cos(lat) * sin(lon)), round(RADIUS * sin(lat)))


def circle(center: Point, radius: float) -> Circle:
    """The circle of so many miles, and a few feet more, for places stand on whole steps.

    >>> near = circle(Point(45.5, -122.7), 25)
    >>> squared(near.center, spot(Point(45.6, -122.6))) <= near.most < squared(near.center, spot(Point(46.5, -122.7)))
    True
    """
    line = 2 * RADIUS * sin(min(radius / EARTH / 2, radians(90))) + 4
    return Circle(spot(center), int(line * line))


def squared(a: Spot, b: Spot) -> int:
    return (a.x - b.x) ** 2 + (a.y - b.y) ** 2 + (a.z - b.z) ** 2
