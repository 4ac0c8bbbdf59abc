"""Find the point that someone means by a ZIP code or a city."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from recert.actions.refusal import Refused
from recert.places.point import Point
from recert.places.zips import Place, UnknownZip, nearest_place, place, places_called

COORDINATES = re.compile(r"(?P<lat>-?\d{1,2}\.\d{1,6}), ?(?P<lon>-?\d{1,3}\.\d{1,6})")


class PlaceRefused(Refused):
    """No ZIP code or city of the United States goes by these words, or several do."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A point and what it is called: `Portland, OR 97201`."""

    name: str
    point: Point


def find_place(words: str) -> Spot:
    """The spot of a ZIP code, the middle of a city (`Portland, OR`), or where a telephone says it is (`45.52, -122.68`).

    :raises PlaceRefused: saying what to write instead.
    """
    asked = words.strip()
    if coordinates := COORDINATES.fullmatch(asked):
        return _around(Point(float(coordinates["lat"]), float(coordinates["lon"])))
    if asked[:1].isdigit():
        return find_zip(asked)
    city, _comma, state = asked.rpartition(",") if "," in asked else _without_comma(asked)
    return _city(asked, city.strip(), state.strip().upper())


def _around(point: Point) -> Spot:
    """Named by the ZIP code nearest to it."""
    if abs(point.lat) > 90 or abs(point.lon) > 180:
        raise PlaceRefused(_("This is no place on earth. Write a ZIP code such as 97201."), field="near")
    found = nearest_place(point)
    return Spot(f"{found.city}, {found.state} {found.zip}", point)


def find_zip(zip_code: str) -> Spot:
    """:raises PlaceRefused: when it is no ZIP code that we know, or lies nowhere."""
    try:
        found = place(zip_code)
    except UnknownZip:
        unknown = _("'%(zip)s' is not a ZIP code we know; give the five digits of a US ZIP code, such as 97201")
        raise PlaceRefused(unknown % {"zip": zip_code.strip()[:20]}, field="near") from None
    if found.point is None:
        nowhere = _("ZIP code %(zip)s (%(city)s) has no place on the map; give one nearby")
        raise PlaceRefused(nowhere % {"zip": found.zip, "city": found.city}, field="near")
    return Spot(f"{found.city}, {found.state} {found.zip}", found.point)


def _without_comma(asked: str) -> tuple[str, str, str]:
    """`Portland OR` is a city and its state; `Portland` is a city."""
    city, space, last = asked.rpartition(" ")
    return (city, space, last) if len(last) == 2 and places_called(city, last) else (asked, "", "")


def _city(asked: str, city: str, state: str) -> Spot:
    found = [each for each in places_called(city, state) if each.point is not None]
    states = sorted({each.state for each in found})
    if not found:
        unknown = _(
            "We know no place called “%(words)s”. Write a ZIP code such as 97201, or a city such as Portland, OR."
        )
        raise PlaceRefused(unknown % {"words": asked[:80]}, field="near")
    if len(states) > 1:
        several = _("%(city)s is in %(states)s. Add the state, such as %(example)s.")
        words = {"city": found[0].city, "states": ", ".join(states), "example": f"{found[0].city}, {states[0]}"}
        raise PlaceRefused(several % words, field="near")
    return Spot(f"{found[0].city}, {states[0]}", _middle(found))


def _middle(places: list[Place]) -> Point:
    points = [each.point for each in places if each.point is not None]
    return Point(sum(point.lat for point in points) / len(points), sum(point.lon for point in points) / len(points))
