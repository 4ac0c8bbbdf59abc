"""What docs/finder.md shows of searches is what the pages answer."""

from __future__ import annotations

import csv
import gzip
import html
import re
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

import recert
from recert.records.models import Person
from tests.web.transcripts import dana_is_short

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("courses", "programs")]

PACKAGE = Path(recert.__file__).parent
DOCUMENT = (PACKAGE.parent / "docs" / "finder.md").read_text(encoding="utf-8")
ROW = re.compile(r"\| `(/[^`]+)` \| \*\*(\d+) (?:course|school)s?\*\*(?:, first \*([^*]+)\*)?")
SHOWN = ROW.findall(DOCUMENT)
CIPS = {"": "51.0801", "phlebotomy": "51.1009"}


def plain(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def rows_of(name: str) -> list[dict[str, str]]:
    with gzip.open(PACKAGE / name, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def miles(one: dict[str, str], other: dict[str, str]) -> float:
    north, south = radians(float(one["lat"])), radians(float(other["lat"]))
    east = radians(float(one["lon"]) - float(other["lon"]))
    return 2 * 3958.8 * asin(sqrt(sin((north - south) / 2) ** 2 + cos(north) * cos(south) * sin(east / 2) ** 2))


def test_the_document_shows_five_searches_and_the_schools_around_two_zip_codes() -> None:
    assert len(SHOWN) == 8


@pytest.mark.parametrize(("address", "count", "first"), SHOWN)
def test_a_search_answers_as_the_document_says(client: Client, address: str, count: str, first: str) -> None:
    page = client.get(address).content.decode()
    assert re.search(rf"\b{count} (course|school)s?\b", plain(page))
    titles = re.findall(r"<h3[^>]*>(?:<span[^>]*>\d+</span>)?\s*<a[^>]*>(.*?)</a>", page)
    assert (html.unescape(titles[0]) if titles else "") == first


@pytest.mark.parametrize(("address", "count", "first"), [row for row in SHOWN if row[0].startswith("/programs/")])
def test_the_published_files_alone_give_the_same_schools(address: str, count: str, first: str) -> None:
    asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    (center,) = [row for row in rows_of("places/data/zips.csv.gz") if row["zip"] == asked["near"]]
    wanted = CIPS[asked.get("study", "")]
    taught = [row for row in rows_of("feeds/ipeds/data/programs.csv.gz") if row["cip"] == wanted]
    near = {row["name"]: miles(center, row) for row in taught if miles(center, row) <= int(asked.get("within", "25"))}
    assert len(near) == int(count)
    assert min(near, key=near.__getitem__, default="") == first


def test_what_the_document_says_beside_the_counts(client: Client, dana: Person) -> None:
    assert "give the five digits of a US ZIP code" in plain(client.get("/programs/?near=00000").content.decode())
    assert "3 schools within 250 miles" in plain(client.get("/programs/?near=59301&within=25").content.decode())
    slip = plain(client.get("/courses/?q=farmacology").content.decode())
    assert "We looked for: pharmacology." in slip
    assert "ended Aug. 29, 2019" in slip
    card = plain(client.get("/courses/?q=CPR&near=94704&within=25&format=in_person").content.decode())
    assert "$65" in card
    assert "As listed on Dec. 9, 2016" in card
    dana_is_short(dana)
    client.force_login(dana)
    page = client.get("/courses/?fills=on&free=on&category=administrative").content.decode()
    assert "0 courses" in plain(page)
    assert 'href="/providers/#look"' in page
