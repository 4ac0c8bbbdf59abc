"""Programs near a ZIP code are exactly those a loop over the published file finds."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Collection
from math import acos, cos, inf, nan, radians, sin
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import recert
from recert.actions.find_place import PlaceRefused, find_place, find_zip
from recert.actions.find_programs import FARTHEST, RadiusRefused, find_listings, find_programs
from recert.actions.load_programs import load_programs
from recert.places.point import Point
from recert.records.models import FeedLoad, Institution, Program, StateListing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("programs")]

FEEDS = Path(recert.__file__).parent / "feeds"
CIPS = ("51.0801", "51.1009", "51.0902", "51.0713", "51.0716")
RADIUS = 3958.7613
PLACES = st.builds(Point, st.floats(-60, 72), st.floats(-180, 180))
ANYWHERE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def published(name: str) -> list[dict[str, str]]:
    """The file as it is carried, read by nothing of ours."""
    with gzip.open(FEEDS / name, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ROWS = published("ipeds/data/programs.csv.gz")


def apart(lat: float, lon: float, row: dict[str, str]) -> float:
    """Miles by the spherical law of cosines: another formula than the product's."""
    a, b = radians(lat), radians(float(row["lat"]))
    angle = sin(a) * sin(b) + cos(a) * cos(b) * cos(radians(float(row["lon"]) - lon))
    return RADIUS * acos(max(-1.0, min(1.0, angle)))


def by_hand(near: Point, within: float, cips: Collection[str]) -> dict[int, list[tuple[str, int]]]:
    """Every school inside the radius with its rows; the distance that decides is measured a second way."""
    found: dict[int, list[tuple[str, int]]] = {}
    for row in ROWS:
        if row["cip"] in cips and apart(near.lat, near.lon, row) <= within:
            found.setdefault(int(row["unitid"]), []).append((row["award_level"], int(row["completions"])))
    return {unitid: sorted(rows) for unitid, rows in found.items()}


def as_rows(schools: object) -> dict[int, list[tuple[str, int]]]:
    return {
        school.institution.unitid: sorted((program.award, program.latest) for program in school.programs)
        for school in schools
    }


@pytest.mark.parametrize(("zip_code", "within"), [("77030", 25), ("59301", 150), ("96813", 60), ("99501", 400)])
def test_a_city_a_rural_place_an_island_and_alaska_agree_with_the_published_file(zip_code: str, within: int) -> None:
    near = find_zip(zip_code).point
    found = find_programs(None, near=near, within=within)
    assert as_rows(found) == by_hand(near, within, ["51.0801"])
    assert found
    assert [school.miles for school in found] == sorted(school.miles for school in found)


@ANYWHERE
@given(near=PLACES, within=st.floats(0, FARTHEST), cips=st.sets(st.sampled_from(CIPS), min_size=1))
def test_property_an_index_finds_what_a_loop_over_every_row_finds(near: Point, within: float, cips: set[str]) -> None:
    found = as_rows(find_programs(None, near=near, within=within, cips=cips))
    # The two formulas may differ by a hair: only schools on the very edge may fall on either side.
    assert by_hand(near, within - 0.01, cips).items() <= found.items()
    assert found.items() <= by_hand(near, within + 0.01, cips).items()


@ANYWHERE
@given(row=st.sampled_from(ROWS), cip=st.sampled_from(CIPS))
def test_property_around_a_school_nothing_nearby_is_missed(row: dict[str, str], cip: str) -> None:
    near = Point(float(row["lat"]), float(row["lon"]))
    assert as_rows(find_programs(None, near=near, within=31, cips=[cip])) == by_hand(near, 31, [cip])


def test_the_whole_country_holds_every_row_with_those_nobody_finished() -> None:
    found = find_programs(None, near=find_zip("66952").point, within=FARTHEST)
    offered = [program for school in found for program in school.programs]
    assert (len(found), len(offered)) == (1165, 1647)
    assert sum(program.latest == 0 for program in offered) == 246


def test_a_search_takes_two_queries_however_much_it_finds() -> None:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        find_programs(None, near=find_zip("66952").point, within=FARTHEST)
    assert len(asked) == 2


def test_across_the_date_line_the_near_side_is_found() -> None:
    guam = find_zip("96910").point
    assert [school.institution.state for school in find_programs(None, near=guam, within=200, cips=["51.0801"])] == (
        ["GU"] * len(by_hand(guam, 200, ["51.0801"]))
    )
    assert as_rows(find_programs(None, near=Point(51.9, 179.9), within=1500)) == by_hand(
        Point(51.9, 179.9), 1500, ["51.0801"]
    )


@pytest.mark.parametrize("within", [-1, nan, inf, FARTHEST + 1])
def test_what_is_no_distance_is_refused(within: float) -> None:
    with pytest.raises(RadiusRefused, match="give miles from 0"):
        find_programs(None, near=Point(40, -75), within=within)


def test_new_jersey_facts_join_the_school_they_speak_of() -> None:
    found = find_programs(None, near=find_zip("08876").point, within=8)
    (raritan,) = [school for school in found if school.name == "Raritan Valley Community College"]
    assert [(line.title, line.price) for line in raritan.listings] == [("Medical Assistant, Certificate", 1017300)]


def test_lines_of_schools_we_do_not_know_are_found_apart() -> None:
    near = find_zip("07018").point
    names = {school.name for school in find_listings(None, near=near, within=5)}
    assert "New Grace Academy of Medical Professionals" in names
    assert names.isdisjoint(school.name for school in find_programs(None, near=near, within=5))


def test_a_program_that_ended_is_told_apart() -> None:
    near = find_zip("36535").point
    assert [school.name for school in find_programs(None, near=near, within=5)] == []
    (ended,) = find_programs(None, near=near, within=5, is_offered=False)
    assert (ended.name, ended.programs[0].last_year, ended.programs[0].latest) == ("Fortis College-Foley", 2022, 36)


def test_loading_again_changes_nothing() -> None:
    before = (Institution.objects.count(), Program.objects.count(), StateListing.objects.count())
    assert before == (1795, 5083, 101)
    assert load_programs() == []


def test_a_new_edition_keeps_the_keys_of_what_stays_and_drops_what_is_gone() -> None:
    kept = Program.objects.get(institution_id=103501, cip="51.0801")
    Institution.objects.create(unitid=1, name="Closed", city="X", state="NJ", zip="00000")
    Program.objects.filter(pk=kept.pk).update(completions={})
    FeedLoad.objects.update(edition="older")
    assert load_programs() == ["ipeds", "nj_etpl"]
    assert Program.objects.get(institution_id=103501, cip="51.0801") == kept
    assert Program.objects.get(pk=kept.pk).completions["2023"] == 46
    assert not Institution.objects.filter(unitid=1).exists()


@pytest.mark.parametrize("wrong", ["00000", "9720", "", "09002"])
def test_a_wrong_zip_code_is_refused(wrong: str) -> None:
    with pytest.raises(PlaceRefused):
        find_zip(wrong)


def test_a_city_is_found_by_its_name_and_state() -> None:
    assert find_place("portland, or").name == find_place("Portland OR").name == "Portland, OR"
    assert find_place("97201-1234").name == "Portland, OR 97201"


@pytest.mark.parametrize(
    ("words", "told"), [("Portland", "Add the state"), ("Nowhereville", "no place called"), ("12", "five digits")]
)
def test_words_that_mean_no_one_place_are_refused_with_what_to_write(words: str, told: str) -> None:
    with pytest.raises(PlaceRefused, match=told):
        find_place(words)


def test_where_a_telephone_is_goes_by_the_nearest_zip_code() -> None:
    spot = find_place("45.52, -122.68")
    assert spot.name.startswith("Portland, OR")
    assert (spot.point.lat, spot.point.lon) == (45.52, -122.68)
    with pytest.raises(PlaceRefused, match="no place on earth"):
        find_place("95.00, 10.00")
