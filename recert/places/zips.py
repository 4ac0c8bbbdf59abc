"""Every ZIP code we know, with its place: from the Census and GeoNames (CC BY 4.0), carried with the package."""

from __future__ import annotations

import csv
import gzip
import re
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from recert.places.point import Point, miles

WRITTEN = re.compile(r"(\d{3,5})(?:-\d{4})?")
DATA = Path(__file__).parent / "data" / "zips.csv.gz"


class UnknownZip(LookupError):
    """Not five digits, or no ZIP code that we know."""


class ZipWithoutPlace(LookupError):
    """A ZIP code that exists but lies nowhere, such as a military one."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a ZIP code is; `point` is None where nobody says."""

    zip: str
    city: str
    state: str
    point: Point | None
    time_zone: str


def place(zip_code: str) -> Place:
    """The place of a ZIP code; the four digits of a ZIP+4 are left aside.

    >>> place("97201").city
    'Portland'

    :raises UnknownZip: when it is not five digits or is not known.
    """
    five = zip_code.strip()[:5]
    known = _rows().get(five)
    if known is None:
        wanted = "give the five digits of a US ZIP code, such as 97201"
        raise UnknownZip(f"{zip_code.strip()!r} is not a ZIP code we know; {wanted}")
    return _place(known)


def five_digits(written: str) -> str:
    """The five digits of a ZIP code as people and spreadsheets write it; empty where it is none.

    Spreadsheets drop leading zeros; the four digits of a ZIP+4 are left aside.

    >>> five_digits("7030"), five_digits("97201-1234"), five_digits("Boise")
    ('07030', '97201', '')
    """
    found = WRITTEN.fullmatch(written.strip())
    return found[1].zfill(5) if found else ""


def point_of(zip_code: str) -> Point:
    """The point of a ZIP code.

    :raises UnknownZip: when it is not known.
    :raises ZipWithoutPlace: when it lies nowhere.
    """
    found = place(zip_code)
    if found.point is None:
        raise ZipWithoutPlace(f"ZIP code {found.zip} ({found.city}) has no place on the map; give one nearby")
    return found.point


def places_called(city: str, state: str = "") -> tuple[Place, ...]:
    """The places of a city by name, ignoring case, in the order of their ZIP codes."""
    name, within = city.strip().casefold(), state.strip().upper()
    rows = _rows().values()
    return tuple(_place(row) for row in rows if row[2].casefold() == name and within in ("", row[1]))


def all_points() -> tuple[Point, ...]:
    """The points of all ZIP codes that have one."""
    return tuple(Point(float(row[3]), float(row[4])) for row in _rows().values() if row[3] and row[4])


def nearest_place(point: Point) -> Place:
    """The ZIP code whose place lies nearest to a point.

    >>> nearest_place(Point(45.51, -122.68)).city
    'Portland'
    """
    around = (
        found for found in map(_place, _rows().values()) if found.point is not None and _about(found.point, point)
    )
    everywhere = (found for found in map(_place, _rows().values()) if found.point is not None)
    found = min(around, key=lambda each: _apart(each, point), default=None)
    return found or min(everywhere, key=lambda each: _apart(each, point))


def _about(one: Point, other: Point) -> bool:
    return abs(one.lat - other.lat) < 1 and abs(one.lon - other.lon) < 1


def _apart(place: Place, point: Point) -> float:
    assert place.point is not None
    return miles(place.point, point)


@cache
def _rows() -> dict[str, list[str]]:
    """ZIP code → zip, state, city, lat, lon, time zone."""
    with gzip.open(DATA, "rt", encoding="utf-8", newline="") as file:
        return {row[0]: row for row in islice(csv.reader(file), 1, None)}


def _place(row: list[str]) -> Place:
    five, state, city, lat, lon, time_zone = row
    return Place(five, city, state, Point(float(lat), float(lon)) if lat and lon else None, time_zone)
