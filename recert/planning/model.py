"""One way to close the gaps as a program: a column to each offer kept, rows for what is asked, and what is paid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recert.planning.candidates import Candidate, Found
from recert.planning.catalog import Flags, Whole
from recert.planning.coverage import cover, exclude, keep_clashes_apart
from recert.planning.field import Field
from recert.planning.goals import Goal
from recert.planning.holder import Holder
from recert.planning.months import month_of, months_left
from recert.planning.offer import Offer
from recert.planning.offered import Offered
from recert.planning.paying import Paying
from recert.planning.program import Places, Program
from recert.planning.search import Search
from recert.planning.wishes import Wishes
from recert.rules.count import Part, asked

FAR = 10_000
"""Beyond any year."""


@dataclass(frozen=True, slots=True)
class Pick:
    """One offer that is chosen, what is paid for it, and what it is to each holder."""

    offer: Offer
    price: int
    candidates: tuple[Candidate | None, ...]


Routes = tuple[bool, ...]
"""For each holder, whether outside credit is sent in: then all counts, but nothing that ends too late for a review.
Elsewhere only what is approved counts."""


class Model:
    """The program over the offers kept, in their order; each holder applies by one route."""

    def __init__(self, known: Field, wishes: Wishes, places: Sequence[int] | Places, reviewed: Routes) -> None:
        self.known, self.wishes, self.reviewed = known, wishes, reviewed
        self.places = np.array(places, dtype=np.int64)
        self.rows = known.rows[self.places]
        self.program = Program()
        self.columns = self.program.choices(len(self.places))
        self.paying = Paying.of(self.program, known, self.rows, wishes)

    @property
    def named(self) -> list[int]:
        """The columns of offers and purchases, sorted by id."""
        bought = self.paying.purchases
        place = self.known.catalog.place
        rows = np.append(self.rows, np.array([place[one.id] for one in bought.values()], dtype=np.int64))
        columns = np.append(self.columns, np.array(list(bought), dtype=np.int64))
        named: list[int] = columns[np.argsort(self.known.catalog.by_id[rows])].tolist()
        return named

    def taking(self, picks: Sequence[Pick]) -> Places | None:
        """The columns of what was picked before; None where some of it is not among the offers."""
        place = self.known.catalog.place
        columns = np.flatnonzero(np.isin(self.rows, [place[pick.offer.id] for pick in picks]))
        return columns if len(columns) == len(picks) else None

    @property
    def kinds(self) -> NDArray[np.int64]:
        """[offer, holder]: a number that offers share which bring a holder the same; -1 where they bring nothing."""
        kinds = np.full((len(self.places), len(self.known.founds)), -1, dtype=np.int64)
        for side, found in enumerate(self.known.founds):
            counts, among = self._counting(side)
            kinds[counts, side] = found.terms.worth[found.rows[among]] * FAR + found.year[among]
        return kinds

    def ask(self, held: Sequence[Sequence[Part]]) -> None:
        """Write every holder's requirements, and the wishes' limits."""
        catalog = self.known.catalog
        for side, found in enumerate(self.known.founds):
            holder, reviewed = found.holder, self.reviewed[side]
            offered, among = self._offered(side)
            mine = held[side] if reviewed else [part for part in held[side] if part.group.approved]
            cover(self.program, mine, offered, asked(holder.edition, holder.cycle))
            exclude(self.program, offered.columns, found.rival[among])
            exclude(self.program, offered.columns, found.topic[among])
            self._limit_months(found, offered.columns, among, reviewed=reviewed)
        live = np.flatnonzero(catalog.live[self.rows])
        keep_clashes_apart(
            self.program, self.columns[live], catalog.starts[self.rows[live]], catalog.ends[self.rows[live]]
        )
        for most, name in ((self.wishes.budget, "cost"), (self.wishes.hours, "hours")):
            if most is not None:
                self.program.at_most(most, _sparse(dict(self.goals())[name]))

    def goals(self) -> list[Goal]:
        """The objectives in their order, a number to each column."""
        catalog = self.known.catalog
        amounts = {
            "cost": self.paying.costs(),
            "hours": self._wide(catalog.hours[self.rows]),
            "travel": self._wide(self.known.miles[self.places]),
        }
        count = self._wide(np.ones(len(self.rows), dtype=np.int64))
        count[list(self.paying.purchases)] = 1
        quality = self._wide(-catalog.quality[self.rows])
        return [*((one, amounts[one]) for one in self.wishes.order), ("count", count), ("quality", quality)]

    def picks(self, search: Search) -> Iterator[Pick]:
        """What is known of the chosen offers, sorted by id."""
        known = self.known
        taken = search.taken(self.columns)
        columns = taken[np.argsort(known.catalog.by_id[self.rows[taken]])].tolist()
        sides = [
            dict(zip(there, found.some(among[there]), strict=True))
            for found, among in zip(known.founds, known.among, strict=True)
            for there in [[place for place in self.places[columns].tolist() if among[place] >= 0]]
        ]
        for column in columns:
            candidates = tuple(side.get(int(self.places[column])) for side in sides)
            offer = next(one.offer for one in candidates if one)
            yield Pick(offer, self.paying.paid(column, search), candidates)

    def _offered(self, side: int) -> tuple[Offered, Whole]:
        """What counts for a holder by their route, and the places among their candidates."""
        counts, among = self._counting(side)
        return Offered.of(self.known.founds[side], among, self.columns[counts]), among

    def _counting(self, side: int) -> tuple[Flags, Whole]:
        """The offers that count for a holder by their route, and their places among the candidates."""
        found, among = self.known.founds[side], self.known.among[side][self.places]
        counts = among >= 0
        if not self.reviewed[side]:
            counts[counts] = found.approved(among[counts])
        return counts, among[counts]

    def _limit_months(self, found: Found, columns: Places, among: Whole, *, reviewed: bool) -> None:
        """No month holds more hours than are free in it; what has no day of its own is done in any of them."""
        free, holder = self.wishes.hours_a_month, found.holder
        if free is None:
            return
        hours = self.known.catalog.hours[found.rows[among]]
        self.program.at_most(
            free * months_left(holder, approved=not reviewed), dict(zip(columns.tolist(), hours.tolist(), strict=True))
        )
        for there in _by_month(found, among, holder):
            self.program.at_most(free, dict(zip(columns[there].tolist(), hours[there].tolist(), strict=True)))

    def _wide(self, amounts: Whole) -> Whole:
        wide = np.zeros(len(self.program.upper), dtype=np.int64)
        wide[: len(amounts)] = amounts
        return wide


def _by_month(found: Found, among: Whole, holder: Holder) -> Iterator[list[int]]:
    """The places that have a day of their own, month by month."""
    months: dict[int, list[int]] = {}
    for place in np.flatnonzero(found.dated[among]).tolist():
        months.setdefault(month_of(found.day(int(among[place])), holder.as_of), []).append(place)
    yield from months.values()


def _sparse(weights: Whole) -> dict[int, float]:
    return {int(column): float(weights[column]) for column in np.flatnonzero(weights)}
