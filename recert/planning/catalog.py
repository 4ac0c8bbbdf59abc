"""Offers as columns, prepared once: what does not depend on the holder is worked out here and kept."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from recert.places.point import Point, miles
from recert.places.zips import UnknownZip, ZipWithoutPlace, point_of
from recert.planning.offer import LIVE, Offer
from recert.planning.terms import Shape, Terms
from recert.planning.wishes import Objective
from recert.rules.edition import Edition
from recert.rules.transcript import course_of

Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]
Value = TypeVar("Value", bound=Hashable)
NO_DAY = 0


class Catalog:
    """One row to an offer, in the order given; days as ordinals (0: none), words as codes."""

    def __init__(self, offers: Iterable[Offer]) -> None:
        self.offers = tuple(offers)
        self.place = {offer.id: row for row, offer in enumerate(self.offers)}
        self.price = self._column(offer.price for offer in self.offers)
        self.hours = self._column(offer.hours for offer in self.offers)
        self.own_miles = self._column(offer.miles for offer in self.offers)
        self.quality = self._column(offer.quality for offer in self.offers)
        self.starts = self._column(offer.starts_on.toordinal() if offer.starts_on else NO_DAY for offer in self.offers)
        self.ends = self._column(offer.ends_on.toordinal() if offer.ends_on else NO_DAY for offer in self.offers)
        self.in_person = np.array([offer.format == LIVE for offer in self.offers], dtype=bool)
        self.live = np.array([offer.occupies is not None for offer in self.offers], dtype=bool)
        self.formats, self.format = self._codes(offer.format for offer in self.offers)
        self.languages, self.language = self._codes(offer.language for offer in self.offers)
        self.courses, self.course = self._codes(course_of(offer.title, offer.provider) for offer in self.offers)
        self.shapes, self.shape = self._codes(_shape(offer) for offer in self.offers)
        self.purchases = tuple(offer for offer in self.offers if offer.opens)
        self.earns = np.array([not offer.opens for offer in self.offers], dtype=bool)
        self.tied = tuple(
            row for row, offer in enumerate(self.offers) if offer.bundle or offer.member_of or not offer.sold_alone
        )
        """The rows whose price depends on what else is bought."""
        self._terms: dict[int, tuple[Edition, Terms]] = {}
        self._due: tuple[int, Whole] | None = None
        self._miles: dict[Point, Whole] = {}
        self._orders: dict[Objective, tuple[Whole, Whole]] = {}

    @property
    def simple(self) -> bool:
        """Whether every offer has one price."""
        return not self.tied

    def __len__(self) -> int:
        return len(self.offers)

    def under(self, edition: Edition) -> Terms:
        """What each offer is worth under an edition; kept, for the edition as long as the catalogue."""
        kept = self._terms.get(id(edition))
        if kept is None:
            kept = self._terms[id(edition)] = edition, Terms.under(edition, self.shapes, self.shape, self.offers)
        return kept[1]

    def due(self, today: int) -> Whole:
        """The day by which each is done at the earliest, where it has one of its own; kept for one day."""
        if self._due is None or self._due[0] != today:
            starts = np.where(self.starts > today, self.starts, NO_DAY)
            self._due = today, np.where(self.ends != NO_DAY, self.ends, starts)
        return self._due[1]

    def miles(self, near: Point | None) -> Whole:
        """Hundredths of a mile to each offer: those of its ZIP code where one must go there, else its own."""
        if near is None:
            return self.own_miles
        if near not in self._miles:
            if len(self._miles) >= 16:
                self._miles.pop(next(iter(self._miles)))
            zips, of_zip = self._zips
            far = np.array([-1 if point is None else round(100 * miles(near, point)) for point in (*zips, None)])
            self._miles[near] = np.where(self.in_person & (far[of_zip] >= 0), far[of_zip], self.own_miles)
        return self._miles[near]

    def order(self, least: Objective) -> tuple[Whole, Whole]:
        """The rows by price and hours (hours first where these are kept least), quality and id; and their numbers.

        Rows alike in price and hours bear one number, for the miles to settle between them; it rises with the order.
        """
        if least not in self._orders:
            first, second = (self.hours, self.price) if least == "hours" else (self.price, self.hours)
            order = np.lexsort((self.by_id, -self.quality, second, first))
            new = (np.diff(first[order], prepend=-1) != 0) | (np.diff(second[order], prepend=-1) != 0)
            self._orders[least] = order, np.cumsum(new)
        return self._orders[least]

    @cached_property
    def unvaried(self) -> tuple[Whole, Flags]:
        """How prices vary, and whether each offer is sold, where every one has its price."""
        return np.zeros(len(self), dtype=np.int64), np.ones(len(self), dtype=bool)

    @cached_property
    def by_id(self) -> Whole:
        """Each row's place among the sorted ids."""
        places = np.empty(len(self.offers), dtype=np.int64)
        places[sorted(range(len(self.offers)), key=lambda row: self.offers[row].id)] = np.arange(len(self.offers))
        return places

    @cached_property
    def repeated(self) -> Flags:
        """Whether other rows are the same course."""
        known = self.course >= 0
        counts = np.bincount(self.course[known], minlength=len(self.courses) or 1)
        return known & (counts[self.course] > 1)

    @cached_property
    def _zips(self) -> tuple[list[Point | None], Whole]:
        codes, of_row = self._codes(offer.zip or None for offer in self.offers)
        return [_point(code) for code in codes], of_row

    def _column(self, values: Iterable[int]) -> Whole:
        return np.fromiter(values, dtype=np.int64, count=len(self.offers))

    def _codes(self, values: Iterable[Value | None]) -> tuple[dict[Value, int], Whole]:
        """Each value once, and the number of each row's value; -1 where it is None."""
        known: dict[Value, int] = {}
        numbers = self._column(-1 if value is None else known.setdefault(value, len(known)) for value in values)
        return known, numbers


def prepared(offers: Sequence[Offer] | Catalog) -> Catalog:
    """A catalogue as it is, or one made of offers."""
    return offers if isinstance(offers, Catalog) else Catalog(offers)


def _shape(offer: Offer) -> Shape:
    return Shape(offer.kind, offer.unit, offer.approved_by, offer.category, offer.quantity, offer.minutes)


def _point(zip_code: str) -> Point | None:
    try:
        return point_of(zip_code)
    except (UnknownZip, ZipWithoutPlace):
        return None
