"""The outlines of the states are where the states are: schools that others placed lie in the state they say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from recert.feeds.ipeds.reader import FILES
from recert.feeds.packed import rows_of
from recert.places.outlines import DATA, Ring, rings_around
from recert.places.point import Point

EVERYWHERE = 10_000


def every_state() -> dict[str, list[Ring]]:
    found = defaultdict(list)
    for ring in rings_around(Point(0, 0), EVERYWHERE):
        found[ring.state].append(ring)
    return found


def crossed(point: Point, line: Sequence[Point]) -> int:
    """How often a ray to the east crosses a closed line."""
    pairs = zip(line, [*line[1:], line[0]], strict=True)
    return sum(
        (one.lat > point.lat) != (other.lat > point.lat)
        and point.lon < one.lon + (point.lat - one.lat) / (other.lat - one.lat) * (other.lon - one.lon)
        for one, other in pairs
    )


def test_every_state_and_territory_has_an_outline_and_all_are_small() -> None:
    assert len(every_state()) == 56
    assert DATA.stat().st_size <= 60_000


def test_schools_lie_in_the_state_of_their_address() -> None:
    states = every_state()
    schools = {row["unitid"]: row for row in rows_of(FILES[0])}.values()
    placed = [(row["state"], Point(float(row["lat"]), float(row["lon"]))) for row in schools if row["lat"]]
    outside = [
        (state, point) for state, point in placed if sum(crossed(point, ring.points) for ring in states[state]) % 2 == 0
    ]
    assert len(placed) > 1_500
    assert len(outside) <= len(placed) * 0.005, outside  # harbours, and rivers that are borders


def test_only_what_may_be_in_view_is_given() -> None:
    portland = {ring.state for ring in rings_around(Point(45.51, -122.69), 30)}
    assert portland == {"OR", "WA"}
    assert {ring.state for ring in rings_around(Point(39.0, -98.0), 20)} == {"KS"}
