"""The ZIP codes around a point, as a map without streets: where people live, the shape of the land shows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache

from recert.places.point import Point, box_around
from recert.places.zips import all_points


def points_around(center: Point, radius: float, *, most: int) -> tuple[Point, ...]:
    """Points of ZIP codes in the box around a circle; where there are more, every second, third … of them."""
    box, points = box_around(center, radius), _southernmost_first()
    lats = _lats()
    band = points[bisect_left(lats, box.south) : bisect_right(lats, box.north)]
    inside = [point for point in band if box.west <= point.lon <= box.east]
    return tuple(inside[:: len(inside) // most + 1])


@cache
def _southernmost_first() -> tuple[Point, ...]:
    return tuple(sorted(all_points(), key=lambda point: (point.lat, point.lon)))


@cache
def _lats() -> tuple[float, ...]:
    return tuple(point.lat for point in _southernmost_first())
