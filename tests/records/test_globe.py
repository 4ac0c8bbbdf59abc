"""Lines through the earth order places exactly as miles around it do."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from recert.places.point import Point, miles
from recert.records.globe import circle, spot, squared

POINTS = st.builds(Point, st.floats(-89, 89), st.floats(-180, 180))


@given(POINTS, POINTS, POINTS)
def test_the_nearer_of_two_places_has_the_shorter_line(center: Point, one: Point, other: Point) -> None:
    near, far = sorted((one, other), key=lambda point: miles(center, point))
    assume(miles(center, far) - miles(center, near) > 0.01)
    assume(miles(center, far) < 12_000)  # at the far end of the earth lines hardly grow any more
    assert squared(spot(center), spot(near)) < squared(spot(center), spot(far))


@given(POINTS, POINTS, st.integers(1, 500))
def test_a_circle_holds_what_lies_within_its_miles_and_nothing_farther(
    center: Point, place: Point, radius: int
) -> None:
    far = miles(center, place)
    assume(abs(far - radius) > 0.01)
    around = circle(center, radius)
    assert (squared(around.center, spot(place)) <= around.most) == (far <= radius)
