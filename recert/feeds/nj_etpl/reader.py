"""Read New Jersey's list, and say which of its lines speak of a school known from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from recert.feeds.packed import digest_of, rows_of, web_address
from recert.places.point import Point
from recert.places.zips import UnknownZip, ZipWithoutPlace, point_of

NAME = "nj_etpl"
FILE = Path(__file__).parent / "data" / "programs.csv.gz"
LISTED_ON = date(2021, 4, 6)
"""The later of the two days on which the published slices of the list were taken."""


class SchoolAt(Protocol):
    """What tells one school from another."""

    @property
    def city(self) -> str: ...
    @property
    def zip(self) -> str: ...
    @property
    def phone(self) -> str: ...
    @property
    def url(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One line of the list; money in cents of 2021. `point` is the middle of its ZIP code, None where none is given."""

    number: int
    school: str
    title: str
    cip: str
    address: str
    city: str
    state: str
    zip: str
    point: Point | None
    url: str
    phone: str
    price: int
    clock_hours: int | None
    prepares_for: str

    def is_at(self, school: SchoolAt) -> bool:
        """Whether it is this school at this place: the same town, and the same telephone or site."""
        same_town = self.zip == school.zip or self.city.casefold() == school.city.casefold()
        return bool(self.zip) and same_town and (self._same_phone(school) or self._same_site(school))

    def _same_phone(self, school: SchoolAt) -> bool:
        return len(self.phone) == 10 and self.phone == school.phone[:10]

    def _same_site(self, school: SchoolAt) -> bool:
        return bool(self.url) and site_of(self.url) == site_of(school.url)


def edition() -> str:
    """Changes whenever the data or their reader do."""
    return digest_of(FILE, Path(__file__))


def read_listed() -> Iterator[Listed]:
    """Every line, in the order of the list."""
    return (_listed(row) for row in rows_of(FILE))


def _listed(row: Mapping[str, str]) -> Listed:
    return Listed(
        number=int(row["program_id"]),
        school=row["institution"],
        title=row["program"],
        cip=row["cip"],
        address=row["address"],
        city=row["city"],
        state=row["state"],
        zip=row["zip"],
        point=_point(row["zip"]),
        url=web_address(row["url"]),
        phone=row["institution_phone"],
        price=cents(row["total_cost"]),
        clock_hours=int(row["clock_hours"]) if row["clock_hours"] else None,
        prepares_for=row["industry_credential"],
    )


def _point(zip_code: str) -> Point | None:
    try:
        return point_of(zip_code) if zip_code else None
    except (UnknownZip, ZipWithoutPlace):
        return None


def cents(dollars: str) -> int:
    """Dollars as printed, in cents.

    >>> cents("3584"), cents("12.5")
    (358400, 1250)
    """
    whole, _, part = dollars.partition(".")
    return int(whole) * 100 + int(f"{part:0<2}")


def site_of(url: str) -> str:
    """The name under which a site is registered, so that www.pccc.edu and web.pccc.edu are one.

    >>> site_of("https://web.pccc.edu/apply"), site_of("http://www.PCCC.edu")
    ('pccc.edu', 'pccc.edu')
    """
    host = re.sub(r":\d+$", "", urlsplit(url).netloc.lower())
    return ".".join(host.split(".")[-2:])
