"""Points on the earth, and the miles between them."""

from __future__ import annotations

from dataclasses import dataclass
from math import asin, cos, degrees, radians, sin, sqrt

EARTH = 3958.7613
"""The earth's mean radius in miles."""


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees north and degrees east."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Box:
    """Degrees between which everything within a radius lies, and more: a first sieve for an index."""

    south: float
    north: float
    west: float
    east: float


def miles(a: Point, b: Point) -> float:
    """Great-circle miles between two points.

    >>> round(miles(Point(45.5, -122.7), Point(47.6, -122.3)), 1)
    146.3
    """
    lat_a, lat_b = radians(a.lat), radians(b.lat)
    half = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH * asin(sqrt(min(1.0, half)))


def box_around(center: Point, radius: float) -> Box:
    """The box that holds every point within a radius in miles; around a pole it spans all longitudes."""
    north = degrees(radius / EARTH)
    widest = cos(radians(min(90.0, abs(center.lat) + north)))
    east = 180.0 if widest < 1e-9 else min(180.0, degrees(radius / EARTH / widest))
    return Box(center.lat - north, center.lat + north, center.lon - east, center.lon + east)
