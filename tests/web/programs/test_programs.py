"""Anyone can look for a school by ZIP code or city, read its numbers, and put up to four side by side."""

from __future__ import annotations

import json
import re
from math import dist

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from recert.actions.find_place import find_zip
from recert.actions.find_programs import find_programs
from recert.places.point import Point
from recert.web.programs.map import SIZE, map_of
from recert.web.programs.views import AT_ONCE
from recert.web.programs.words import AWARDS, FIELDS, SECTORS, STUDIES
from tests.actions.test_find_programs import ROWS

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("programs")]
CHICAGO = "/programs/?near=60612&within=25&study=medical-assisting"


def page_of(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_the_first_visit_asks_and_shows_nothing_wrong(client: Client) -> None:
    page = page_of(client, "/programs/")
    assert "ZIP code or city" in page
    assert "errorlist" not in page


def test_schools_stand_by_distance_as_the_action_finds_them(client: Client) -> None:
    names = [school.name for school in find_programs(None, near=find_zip("60612").point, within=25)][:AT_ONCE]
    shown = re.findall(r'<h3 id="school-\d+">.*?<a [^>]*>(.*?)</a>', page_of(client, CHICAGO), re.DOTALL)
    assert [name.replace("&amp;", "&").replace("&#x27;", "'") for name in shown] == names


def test_a_page_asks_the_tables_the_same_number_of_times_however_much_it_finds(client: Client) -> None:
    client.get(CHICAGO)
    counts = []
    for within in (10, 250):
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/programs/?near=60612&within={within}")
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 5


def test_every_point_on_the_map_lies_on_the_map() -> None:
    near = find_zip("60612").point
    found = find_programs(None, near=near, within=25)
    drawn = map_of(near, 25, [(str(n), school.institution.point) for n, school in enumerate(found)])
    assert len(drawn.schools) == len(found)
    assert all(0 < float(dot.x) < SIZE and 0 < float(dot.y) < SIZE for dot in (*drawn.schools, *drawn.towns))


def test_north_is_up_and_east_is_right() -> None:
    (dot,) = map_of(Point(40, -90), 100, [("1", Point(41, -89))]).schools
    assert float(dot.y) < SIZE / 2 < float(dot.x)


def test_the_states_in_view_are_drawn_and_no_others() -> None:
    assert [land.state for land in map_of(find_zip("97201").point, 25, []).states] == ["OR", "WA"]
    (kansas,) = map_of(find_zip("67401").point, 25, []).states
    assert (kansas.state, bool(kansas.x)) == ("KS", True)
    assert map_of(Point(30, -50), 25, []).states == ()  # out at sea


def test_the_name_of_a_state_keeps_clear_of_the_schools() -> None:
    near = find_zip("97201").point
    found = find_programs(None, near=near, within=25)
    drawn = map_of(near, 25, [(str(n), school.institution.point) for n, school in enumerate(found)])
    names = [(float(land.x), float(land.y)) for land in drawn.states]
    assert len(names) == 2
    assert all(dist(name, (float(dot.x), float(dot.y))) >= 28 for name in names for dot in drawn.schools)


def test_a_school_stands_in_its_own_state_on_the_drawing() -> None:
    near = find_zip("10001").point
    found = [school.institution for school in find_programs(None, near=near, within=100)]
    drawn = map_of(near, 100, [(str(each.unitid), each.point) for each in found])
    shapes = {land.state: shapes_of(land.path) for land in drawn.states}
    inside = [
        is_inside(float(dot.x), float(dot.y), shapes[each.state])
        for each, dot in zip(found, drawn.schools, strict=True)
    ]
    assert {each.state for each in found} >= {"NY", "NJ", "CT"}
    assert inside.count(False) <= 1  # on a wharf


def test_the_page_carries_no_more_of_an_outline_than_it_shows(client: Client) -> None:
    page = page_of(client, "/programs/?near=10001&within=250")
    paths = re.findall(r'<path class="land" d="([^"]+)">', page)
    numbers = [float(each) for path in paths for each in re.findall(r"-?\d+\.\d", path)]
    assert len(paths) > 10
    assert -9 < min(numbers) < max(numbers) < SIZE + 9
    assert sum(map(len, paths)) < 40_000


def shapes_of(path: str) -> list[list[tuple[float, float]]]:
    rings = [ring.removesuffix("Z").split("L") for ring in path.replace(" M", "M").split("M") if ring]
    return [[(float(x), float(y)) for x, y in (spot.split() for spot in ring)] for ring in rings]


def is_inside(x: float, y: float, shapes: list[list[tuple[float, float]]]) -> bool:
    pairs = [pair for shape in shapes for pair in zip(shape, [*shape[1:], shape[0]], strict=True)]
    return sum((b > y) != (d > y) and x < a + (y - b) / (d - b) * (c - a) for (a, b), (c, d) in pairs) % 2 == 1


@pytest.mark.parametrize(
    ("near", "told"),
    [("00000", "is not a ZIP code we know"), ("", "Write a ZIP code"), ("Portland", "Add the state")],
)
def test_a_wrong_place_is_told_beside_its_field(client: Client, near: str, told: str) -> None:
    page = page_of(client, f"/programs/?near={near}")
    assert told in plain(page)
    assert 'aria-invalid="true"' in page


def test_where_there_is_no_school_the_page_says_where_else_to_ask(client: Client) -> None:
    assert "No school this near" in page_of(client, "/programs/?near=59301&within=10")


def test_new_jersey_prices_are_dated_and_unmatched_places_stand_apart(client: Client) -> None:
    page = plain(page_of(client, "/programs/?near=07018&within=10"))
    assert "$4,000 , 270 clock hours New Jersey’s list of April 6, 2021; ask for today’s price" in page
    assert page.index("Also on New Jersey’s list of 2021") < page.index("New Grace Academy")


def test_a_program_that_ended_is_named_apart(client: Client) -> None:
    page = plain(page_of(client, "/programs/?near=36535&within=10"))
    assert "Fortis College-Foley , Foley, AL: last reported in 2022" in page


def test_accreditation_is_never_said_to_be_missing(client: Client) -> None:
    page = plain(page_of(client, CHICAGO)).lower()
    assert "accreditation: not in our data" in page
    assert "not accredited" not in page


def test_a_school_shows_five_years_and_says_them_in_words(client: Client) -> None:
    page = page_of(client, "/programs/103501/")
    assert "Finished each year: 2020: 90, 2021: 111, 2022: 82, 2023: 46, 2024: 45" in page
    assert 'href="tel:+19075637575"' in page
    assert " style=" not in page


def test_search_engines_learn_where_the_school_is_and_what_it_awards(client: Client) -> None:
    (facts,) = re.findall(r'ld\+json" nonce="[^"]+">(.*?)</script>', page_of(client, "/programs/103501/"))
    known = json.loads(facts)
    assert known["address"]["postalCode"] == "99507"
    assert {offer["identifier"]["value"] for offer in known["hasOfferCatalog"]["itemListElement"]} >= {"51.0801"}


@pytest.mark.parametrize("unitid", ["1", "0", "99999999999999999999"])
def test_a_school_nobody_knows_is_not_found(client: Client, unitid: str) -> None:
    assert client.get(f"/programs/{unitid}/").status_code == 404


def test_up_to_four_schools_stand_side_by_side(client: Client) -> None:
    five = [school.institution.unitid for school in find_programs(None, near=find_zip("60612").point, within=25)[:5]]
    page = page_of(client, "/programs/compare/?" + "&".join(f"school={unitid}" for unitid in five))
    assert page.count("<dl") == 4
    assert "Up to 4 fit side by side" in page


def test_what_people_come_for_is_told_first_of_each_school(client: Client) -> None:
    schools = [school.institution.unitid for school in find_programs(None, near=find_zip("60612").point, within=25)]
    taught = [
        re.findall(r"<strong>(.*?)</strong>", page_of(client, f"/programs/compare/?school={one}"))
        for one in schools[:12]
    ]
    several = [fields for fields in taught if len(set(fields)) > 1]
    assert several
    assert {fields[0] for fields in several} == {"Medical assistant"}


def test_nonsense_to_compare_compares_nothing(client: Client) -> None:
    assert "Nothing to compare yet" in page_of(client, "/programs/compare/?school=x&school=9999999999999&school=²")


def test_every_row_can_be_reached_and_read_in_words() -> None:
    reached = {cip for _name, cips in STUDIES.values() for cip in cips}
    assert {row["cip"] for row in ROWS} == reached == set(FIELDS)
    assert {int(row["award_level_code"]) for row in ROWS} == set(AWARDS)
    assert {row["sector"].partition(",")[0] for row in ROWS} == set(SECTORS)


def test_where_no_school_is_near_the_next_distance_that_has_some_is_one_tap_away(client: Client) -> None:
    page = page_of(client, "/programs/?near=59301&within=25&study=medical-assisting")
    (query,) = re.findall(r'href="\?([^"]*within=250[^"]*)"', page)
    assert "3 schools within 250 miles" in plain(page)
    assert "3 schools for" in plain(page_of(client, f"/programs/?{query.replace('&amp;', '&')}"))


def test_several_schools_are_asked_from_the_list_and_from_side_by_side(client: Client) -> None:
    assert 'formaction="/ask/"' in page_of(client, CHICAGO)
    page = page_of(client, "/programs/compare/?school=144166&school=498553")
    (form,) = re.findall(r'<form class="actions" method="get" action="/ask/">(.*?)</form>', page, re.DOTALL)
    assert re.findall(r'name="school" value="(\d+)"', form) == ["144166", "498553"]


def test_a_wrong_zip_code_is_told_in_spanish_too(client: Client) -> None:
    page = client.get("/programs/?near=00000", headers={"accept-language": "es"}).content.decode()
    assert "«00000» no es un código ZIP que conozcamos" in plain(page)
