"""Our pages and exports are linked data that a validator and a reader who are not ours find no fault with."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from pyld import jsonld

from recert.feeds.linked_data import read_linked_data
from recert.records.models import Course, Institution, Provider
from recert.rulebooks.library import all_rulebooks
from recert.web.courses.linked import facts_of
from tests.web.vocabulary import faults

pytestmark = pytest.mark.django_db

SCRIPT = re.compile(r'<script type="application/ld\+json" nonce="[^"]+">(.*?)</script>', re.DOTALL)
SEARCH_ENGINES_WANT = {"Course": ("name", "description", "provider")}
"""What Google requires of a course in a list; of an event (a course on a day) it requires name, startDate and location."""
DAYS = {"starts_on": date(2027, 3, 14), "ends_on": date(2027, 3, 15)}


def linked(client: Client, path: str) -> dict[str, Any]:
    answer = client.get(path)
    assert answer.status_code == 200, path
    (found,) = SCRIPT.findall(answer.content.decode())
    return json.loads(found)


def course(**facts: Any) -> Course:
    stated = {"title": "Wound dressing clinic", "provider_name": "Prof. Okafor", "record_type": "live_event"}
    return Course(id="T1", checked_on=date(2026, 11, 1), **{**stated, **facts})


def described(document: Any) -> Iterator[dict[str, Any]]:
    if isinstance(document, dict):
        yield document
    for inner in document.values() if isinstance(document, dict) else document if isinstance(document, list) else ():
        yield from described(inner)


def lacking(document: dict[str, Any]) -> list[str]:
    things = list(described(document))
    wanted = [(thing, name) for thing in things for name in SEARCH_ENGINES_WANT.get(thing.get("@type", ""), ())]
    wanted += [(thing, name) for thing in things if "startDate" in thing for name in ("name", "location")]
    return [f"{thing['@type']} without {name}" for thing, name in wanted if not thing.get(name)]


@pytest.mark.usefixtures("courses")
def test_every_course_page_is_valid_and_says_what_search_engines_need(client: Client) -> None:
    found = {key: linked(client, f"/courses/{key}/") for key in Course.objects.values_list("pk", flat=True)}
    assert len(found) == 243
    assert {key: wrong for key, document in found.items() if (wrong := faults(document) + lacking(document))} == {}


@pytest.mark.usefixtures("courses")
def test_every_provider_page_is_valid_and_lists_its_courses(client: Client) -> None:
    found = {each: linked(client, f"/providers/{each.pk}/") for each in Provider.objects.all()}
    assert len(found) == 144
    assert {
        str(each): wrong for each, document in found.items() if (wrong := faults(document) + lacking(document))
    } == {}
    for provider, document in found.items():
        listed = document.get("hasOfferCatalog", {}).get("itemListElement", [])
        assert {one["name"] for one in listed} == set(provider.courses.values_list("title", flat=True))


@pytest.mark.usefixtures("programs")
def test_school_pages_of_every_state_are_valid(client: Client) -> None:
    firsts = dict(Institution.objects.order_by("-unitid").values_list("state", "unitid"))
    assert len(firsts) >= 50
    assert {
        state: wrong for state, key in firsts.items() if (wrong := faults(linked(client, f"/programs/{key}/")))
    } == {}


def test_every_credentials_page_is_valid(client: Client) -> None:
    pages = [f"/credentials/{rules.credential}/" for rules in all_rulebooks()]
    assert {page: wrong for page in pages if (wrong := faults(linked(client, page)))} == {}


@pytest.mark.parametrize(
    "facts",
    [
        {"format": "in_person", "city": "Hoboken", "state": "NJ", "zip": "07030", **DAYS},
        {"format": "live_online", "url": "https://okafor.example/wounds", "is_own_page": True, **DAYS},
        {"format": "online", "hours": Decimal("1.5"), "price": 0, "language": "es"},
        {"price": 2050, "quantity": Decimal("2.0000"), "credit_stated": "AAMA CEU", "has_ended": True},
        {},
    ],
)  # fmt: skip
def test_whatever_a_listing_states_is_valid_and_is_read_back_by_our_own_reader(facts: dict[str, Any]) -> None:
    stated = course(**facts)
    document = {"@context": "https://schema.org", **facts_of(stated, "https://recert.example/courses/T1/")}
    assert faults(document) + lacking(document) == []
    (read,) = read_linked_data(json.dumps(document)).listed
    names = ("title", "price", "hours", "format", "language", "starts_on", "ends_on", "city", "state", "zip")
    assert {name: getattr(read, name) for name in names} == {name: getattr(stated, name) for name in names}
    assert (read.provider, read.credit.quantity) == (stated.provider_name, stated.quantity)


@pytest.mark.parametrize(
    ("document", "told"),
    [
        ({"@type": "Course", "shoeSize": 3}, "shoeSize is no property in use"),
        ({"@type": "Course", "startDate": "2027-01-01"}, "startDate is no property of Course"),
        ({"@type": "Lesson"}, "Lesson is no type in use"),
        (
            {"@type": "Event", "startDate": "soon"},
            "startDate of Event is {'@value': 'soon'}, wanted one of Date, DateTime",
        ),
        ({"@type": "Course", "provider": {"@type": "Offer"}}, "wanted one of Organization, Person"),
        ({"@type": "Event", "eventAttendanceMode": "https://schema.org/Online"}, "wanted one of EventAttendanceMode"),
        ({"@type": "Course", "name": ""}, "name of Course is {'@value': ''}"),
    ],
)
def test_the_validator_finds_what_is_wrong(document: dict[str, Any], told: str) -> None:
    (fault,) = faults({"@context": "https://schema.org", **document})
    assert told in fault


# What of CTDL stands in the export, as its schema of 2026-08-06 has it: type → the properties it may have.
CTDL = {
    "LearningOpportunityProfile": {"name", "subjectWebpage", "offeredBy", "creditValue", "estimatedCost", "inLanguage",
                                   "estimatedDuration", "dateEffective", "expirationDate", "availableAt"},
    "Organization": {"name"},
    "ValueProfile": {"https://schema.org/value", "https://schema.org/description"},
    "CostProfile": {"price", "currency"},
    "DurationProfile": {"exactDuration"},
    "Place": {"addressLocality", "addressRegion", "postalCode"},
}  # fmt: skip
TERMS = "https://purl.org/ctdl/terms/"


@pytest.mark.usefixtures("courses")
def test_the_ctdl_export_keeps_every_word_for_a_reader_that_is_not_ours(client: Client) -> None:
    graph = jsonld.expand(exported(client))
    assert {each[f"{TERMS}name"][0]["@value"] for each in graph} == set(Course.objects.values_list("title", flat=True))
    for thing in described(graph):
        for kind in (each.removeprefix(TERMS) for each in thing.get("@type", []) if isinstance(thing["@type"], list)):
            assert {name.removeprefix(TERMS) for name in thing if not name.startswith("@")} <= CTDL[kind]
    assert not any(name in thing for thing in described(graph) for name in ("en", "ceterms:name"))


@pytest.mark.usefixtures("courses")
def test_the_ctdl_export_passes_a_validator_of_the_registrys_own_schema(client: Client) -> None:
    """The validator runs on Python 3.12 and newer."""
    validator = pytest.importorskip("ctdl_validate", reason="ctdl-validate needs Python 3.12")
    assert validator.validate_document(exported(client)) == []


@pytest.mark.usefixtures("courses")
def test_the_ctdl_export_is_read_back_by_our_own_reader(client: Client) -> None:
    read = read_linked_data(json.dumps(exported(client)))
    assert (len(read.listed), read.refused) == (243, ())
    for each in read.listed:
        stored = Course.objects.get(pk=each.key.split("/")[-2])
        assert (each.title, each.price) == (" ".join(stored.title.split()), stored.price)
        assert (each.hours, each.starts_on, each.zip) == (stored.hours, stored.starts_on, stored.zip)


def exported(client: Client) -> dict[str, Any]:
    return json.loads(b"".join(client.get("/catalog/courses.json").streaming_content))
