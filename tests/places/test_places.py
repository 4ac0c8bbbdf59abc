"""Places by ZIP code, and the miles between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recert.places.point import Point, box_around, miles
from recert.places.zips import UnknownZip, ZipWithoutPlace, place, places_called, point_of

POINTS = st.builds(Point, st.floats(-80, 80), st.floats(-179, 179))


def test_a_zip_code_names_its_city_state_and_time_zone() -> None:
    portland = place("97201")
    assert (portland.city, portland.state, portland.time_zone) == ("Portland", "OR", "America/Los_Angeles")


def test_the_four_digits_behind_a_zip_code_are_left_aside() -> None:
    assert place(" 97201-1234 ").zip == "97201"


@pytest.mark.parametrize("wrong", ["", "00000", "9720", "SW1A 1AA", "99999"])
def test_a_wrong_zip_code_is_refused_with_what_to_give(wrong: str) -> None:
    with pytest.raises(UnknownZip, match="five digits of a US ZIP code"):
        place(wrong)


def test_a_military_zip_code_lies_nowhere() -> None:
    with pytest.raises(ZipWithoutPlace, match="give one nearby"):
        point_of("09002")


def test_a_city_may_have_many_zip_codes_and_many_states() -> None:
    assert {found.state for found in places_called("portland")} >= {"OR", "ME"}
    assert {found.state for found in places_called("Portland", "me")} == {"ME"}


def test_new_york_and_los_angeles_are_as_far_apart_as_maps_say() -> None:
    assert miles(point_of("10001"), point_of("90001")) == pytest.approx(2450, abs=15)


@given(POINTS, POINTS)
def test_miles_are_the_same_both_ways(a: Point, b: Point) -> None:
    assert miles(a, b) == pytest.approx(miles(b, a))


@given(POINTS, POINTS, st.floats(1, 500))
def test_what_lies_within_a_radius_lies_in_its_box(center: Point, other: Point, radius: float) -> None:
    box = box_around(center, radius)
    inside = box.south <= other.lat <= box.north and box.west <= other.lon <= box.east
    across = box.west < -180 or box.east > 180
    assert inside or across or miles(center, other) > radius * (1 - 1e-9)
