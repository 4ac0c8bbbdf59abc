"""Money buys a labelled box, and nothing else: the ranking is equal with it and without it."""

from __future__ import annotations

import ast
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recert.actions.find_courses import Wishes, find_courses
from recert.actions.find_place import find_place
from recert.actions.find_programs import find_programs
from recert.actions.show_listings import show_listings
from recert.records.models import Course, Listing, Person

ROOT = Path(__file__).parents[3] / "recert"
TODAY = date(2026, 11, 22)
WORDS = ("", "cpr", "phlebotomy", "vaccines", "law", "free", "hipaa")


def sold(**other: object) -> Listing:
    said = {"sponsor": "Acme", "title": "Acme courses", "text": "All of them.", "url": "https://acme.example.org"}
    days = {"starts_on": TODAY - timedelta(days=9), "ends_on": date.max}
    return Listing.objects.create(**{**said, **days, "shown_with": "courses", **other})


@given(
    words=st.sampled_from(WORDS), is_free=st.booleans(), approver=st.sampled_from(("", "aama")),
    places=st.lists(st.tuples(st.integers(0, 200), st.booleans()), max_size=6),
)  # fmt: skip
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@pytest.mark.django_db
def test_the_ranking_is_equal_with_and_without_whoever_pays(
    courses: None, words: str, is_free: bool, approver: str, places: list[tuple[int, bool]]
) -> None:
    wishes = Wishes(words=words, is_free=is_free, approved_first=approver, today=TODAY)
    Listing.objects.all().delete()
    without = find_courses(None, wishes=wishes).numbers
    listed = list(Course.objects.order_by("pk"))
    for nth, is_on in places:
        one = listed[nth % len(listed)]
        sold(sponsor=one.provider_name[:120], title=one.title[:120], url="https://acme.example.org", is_on=is_on)
    assert find_courses(None, wishes=wishes).numbers == without


@pytest.mark.django_db
def test_schools_are_in_the_same_order_whoever_pays(programs: None) -> None:
    near = find_place("97201").point
    without = [
        (each.institution.pk, each.miles) for each in find_programs(None, near=near, within=50) if each.institution
    ]
    sold(shown_with="schools", sponsor="The farthest school")
    found = [
        (each.institution.pk, each.miles) for each in find_programs(None, near=near, within=50) if each.institution
    ]
    assert found == without


def test_nothing_that_ranks_knows_the_table_of_those_who_pay() -> None:
    allowed = {"show_listings.py", "manage_listings.py", "models.py", "listings.py"}
    knowing = [
        str(file.relative_to(ROOT))
        for file in sorted(ROOT.rglob("*.py"))
        if "migrations" not in file.parts and file.name not in allowed and "Listing" in names_in(file)
    ]
    assert knowing == []


def names_in(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names}


@pytest.mark.django_db
def test_at_most_two_are_shown_and_each_has_its_turn() -> None:
    for number in range(5):
        sold(title=f"Place {number}")
    days = [show_listings(None, shown_with="courses", today=TODAY + timedelta(days=more)) for more in range(5)]
    assert {len(shown) for shown in days} == {2}
    assert len({listing.pk for shown in days for listing in shown}) == 5


@pytest.mark.django_db
@pytest.mark.parametrize(
    "other",
    [{"is_on": False}, {"ends_on": TODAY - timedelta(days=1)}, {"starts_on": date.max}, {"shown_with": "schools"}],
)
def test_what_is_off_or_over_or_elsewhere_is_not_shown(other: dict[str, object]) -> None:
    sold(**other)
    assert show_listings(None, shown_with="courses", today=TODAY) == []


def test_the_box_is_labelled_and_stands_after_the_results(client: Client, courses: None) -> None:
    sold()
    page = client.get("/courses/?q=vaccines").content.decode()
    box = page.index("Paid for by Acme.")
    assert page.index('class="found"') < page.rindex("</ul>", 0, page.index("<aside")) < box
    assert 'rel="sponsored noreferrer"' in page
    assert "Sponsored" in page[page.index("<aside") : box]


def test_the_operator_sells_one_and_switches_all_of_them_off(client: Client, courses: None, sam: Person) -> None:
    client.force_login(sam)
    said = {"sponsor": "Acme", "title": "Acme courses", "text": "All of them.", "url": "https://acme.example.org"}
    days = {"starts_on": "2020-01-01", "ends_on": "2999-12-31", "shown_with": "courses"}
    client.post("/operator/listings/", {**said, **days})
    assert "Paid for by Acme." in client.get("/courses/").content.decode()
    client.post("/operator/listings/", {"switch": "off"})
    assert "Paid for by Acme." not in client.get("/courses/").content.decode()


def test_a_place_that_ends_before_it_starts_is_refused(client: Client, db: None, sam: Person) -> None:
    client.force_login(sam)
    said = {"sponsor": "Acme", "title": "Acme", "text": "x", "url": "https://acme.example.org", "shown_with": "courses"}
    page = client.post("/operator/listings/", {**said, "starts_on": "2026-12-31", "ends_on": "2026-12-01"})
    assert "The last day is before the first." in page.content.decode()
