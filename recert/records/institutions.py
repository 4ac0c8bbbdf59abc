"""A school that reports its programs, where it is and how to reach it."""

from __future__ import annotations

from django.db import models

from recert.places.point import Point

MILLIONTHS = 1_000_000


class Located(models.Model):
    """Something on the map. Whole millionths of a degree: exact on both databases, and an index sieves by them."""

    lat = models.IntegerField(null=True)
    lon = models.IntegerField(null=True)

    class Meta:
        abstract = True

    @property
    def point(self) -> Point | None:
        return point_at(self.lat, self.lon)


def point_at(lat: int | None, lon: int | None) -> Point | None:
    return None if lat is None or lon is None else Point(lat / MILLIONTHS, lon / MILLIONTHS)


def stored_at(point: Point | None) -> dict[str, int]:
    """The columns of a place; none where nobody says.

    >>> stored_at(Point(45.5, -122.7))
    {'lat': 45500000, 'lon': -122700000}
    """
    return {} if point is None else {"lat": round(point.lat * MILLIONTHS), "lon": round(point.lon * MILLIONTHS)}


class Institution(Located):
    """`unitid` is the number that the Department of Education gives it."""

    unitid = models.PositiveIntegerField(primary_key=True)
    name = models.CharField(max_length=200)
    address = models.CharField(max_length=200, blank=True)
    city = models.CharField(max_length=100)
    state = models.CharField(max_length=2)
    zip = models.CharField(max_length=5)
    county = models.CharField(max_length=100, blank=True)
    url = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    sector = models.CharField(max_length=60, blank=True)
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering = ("name", "unitid")
        indexes = (models.Index(fields=("lat", "lon"), name="institution_on_the_map"),)

    def __str__(self) -> str:
        return self.name
