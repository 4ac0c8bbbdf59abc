"""Choose among the offers that would count: objective after objective, each kept at its best for the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from recert.planning.candidates import Candidate
from recert.planning.catalog import Whole
from recert.planning.coverage import cover, keep_clashes_apart
from recert.planning.field import Field
from recert.planning.goals import Goal, Remaining, settle
from recert.planning.holder import Holder
from recert.planning.months import month_of, months_left
from recert.planning.needs import Needs, needs_of
from recert.planning.offer import Offer
from recert.planning.paying import Paying
from recert.planning.program import Program
from recert.planning.prune import prune
from recert.planning.search import PATIENCE, Search
from recert.planning.wishes import Wishes
from recert.rules.best import best
from recert.rules.count import Part, asked, parts
from recert.rules.screen import screen


@dataclass(frozen=True, slots=True)
class Pick:
    """One offer that is chosen, what is paid for it, and what it is to each holder."""

    offer: Offer
    price: int
    candidates: tuple[Candidate | None, ...]

    @property
    def late(self) -> bool:
        return any(one.late for one in self.candidates if one)


@dataclass(frozen=True, slots=True)
class Bought:
    """A purchase that makes offers cheaper, for so many months (1 where it is paid once), and what it costs."""

    offer: Offer
    months: int
    cost: int


@dataclass(frozen=True, slots=True)
class Choice:
    """The offers chosen, None where no set meets everything; `proved` is False where the solver ran out of time."""

    chosen: list[Pick] | None
    proved: bool = True
    remaining: Remaining | None = None
    bought: tuple[Bought, ...] = ()
    places: tuple[int, ...] = ()
    """What pruning left to choose from."""


def choose(known: Field, wishes: Wishes, *, patience: float = PATIENCE, places: Sequence[int] | None = None) -> Choice:
    """The best set of offers in the order of the wishes; ties fall to fewer, better, and the smallest sorted ids.

    `places` is what pruning left before: it still holds when nothing but pinned offers has changed.
    """
    holders = [found.holder for found in known.founds]
    held = [held_by(holder) for holder in holders]
    if not wishes.pinned and not any(map(_gap, held, holders)):
        return Choice([])
    pinned = list(known.places(wishes.pinned))
    if not len(known) or len(pinned) < len(wishes.pinned):
        return Choice(None)
    if places is None:
        needs = [_needs(known, side, held[side], wishes) for side in range(len(holders))]
        places = prune(known, needs, wishes, kept=pinned)
    places = tuple(dict.fromkeys((*places, *pinned)))
    model = Model(known, wishes, places)
    model.ask(held)
    search = Search(model.program, [model.columns[place] for place in pinned], patience)
    remaining = settle(search, model.goals(), model.named)
    if search.value is None:
        return Choice(None, search.proved, places=places)
    taken = [place for place, column in model.columns.items() if search.takes(column)]
    picks = [model.pick(place, search) for place in taken]
    bought = [Bought(purchase, months, months * purchase.price) for purchase, months in model.paying.bought(search)]
    return Choice(picks, search.proved, remaining, tuple(bought), places)


def held_by(holder: Holder) -> tuple[Part, ...]:
    """The parts of what the holder has."""
    rows = screen(holder.transcript, edition=holder.edition, cycle=holder.cycle, first_cycle=holder.first_cycle)
    return parts(rows, edition=holder.edition)


def _gap(held: Sequence[Part], holder: Holder) -> int:
    return best(held, asked(holder.edition, holder.cycle)).gap


def _needs(known: Field, side: int, held: Sequence[Part], wishes: Wishes) -> Needs:
    found = known.founds[side]
    holder, years = found.holder, found.years
    groups = {worth.group(holder.edition, year) for worth in found.terms.worths[1:] for year in years}
    late = bool(found.late.any()) or _months_differ(holder, wishes)
    return needs_of(held, tuple(groups), asked(holder.edition, holder.cycle), late=late)


def _months_differ(holder: Holder, wishes: Wishes) -> bool:
    """Whether a plan that need not be reviewed has more months to work in."""
    return wishes.hours_a_month is not None and months_left(holder, approved=True) != months_left(
        holder, approved=False
    )


@dataclass
class Model:
    """The program over the offers kept: a column to each place, in the order of ids, and what is paid."""

    known: Field
    wishes: Wishes
    places: Sequence[int]
    program: Program = field(default_factory=Program)

    def __post_init__(self) -> None:
        offers, rows = self.known.catalog.offers, self.known.rows
        order = sorted(self.places, key=lambda place: offers[rows[place]].id)
        self.columns = {place: self.program.choice() for place in order}
        self.paying = Paying.of(self.program, self.known, self.columns, self.wishes)
        ids = {column: offers[rows[place]].id for place, column in self.columns.items()}
        ids |= {column: purchase.id for column, purchase in self.paying.purchases.items()}
        self.named = sorted(ids, key=lambda column: ids[column])

    def ask(self, held: Sequence[Sequence[Part]]) -> None:
        """Write every holder's requirements, and the wishes' limits."""
        for side, found in enumerate(self.known.founds):
            holder = found.holder
            columns = {self.columns[place]: one for place, one in self._candidates(side)}
            reviewed = cover(
                self.program,
                held[side],
                columns,
                asked(holder.edition, holder.cycle),
                routes=_months_differ(holder, self.wishes),
            )
            self._limit_months(holder, columns, reviewed)
        keep_clashes_apart(self.program, {self.columns[place]: self._offer(place) for place in self.columns})
        for most, name in ((self.wishes.budget, "cost"), (self.wishes.hours, "hours")):
            if most is not None:
                self.program.at_most(most, _sparse(dict(self.goals())[name]))

    def goals(self) -> list[Goal]:
        """The objectives in their order, a number to each column."""
        catalog, rows = self.known.catalog, self.known.rows
        amounts = {
            "cost": self.paying.costs(),
            "hours": self._spread(catalog.hours[rows]),
            "travel": self._spread(self.known.miles),
        }
        count = np.zeros(len(self.program.upper), dtype=np.int64)
        count[self.named] = 1
        quality = self._spread(-catalog.quality[rows])
        return [*((one, amounts[one]) for one in self.wishes.order), ("count", count), ("quality", quality)]

    def pick(self, place: int, search: Search) -> Pick:
        """What is known of a chosen offer."""
        candidates = tuple(
            found.candidate(int(among[place])) if among[place] >= 0 else None
            for found, among in zip(self.known.founds, self.known.among, strict=True)
        )
        offer = next(one.offer for one in candidates if one)
        return Pick(offer, self.paying.paid(self.columns[place], search), candidates)

    def _limit_months(self, holder: Holder, columns: dict[int, Candidate], reviewed: int | None) -> None:
        """No month holds more hours than are free in it; what has no day of its own is done in any of them."""
        free = self.wishes.hours_a_month
        if free is None:
            return
        hours: dict[int, float] = {column: one.offer.hours for column, one in columns.items() if one.offer.hours}
        longest = months_left(holder, approved=True)
        fewer = longest - months_left(holder, approved=False)
        sent = {reviewed: float(free * fewer)} if reviewed is not None and fewer else {}
        self.program.at_most(free * longest, hours | sent)
        months: dict[int, dict[int, float]] = {}
        for column, one in columns.items():
            if one.offer.done_on(holder.as_of) is not None and one.offer.hours:
                months.setdefault(month_of(one.day, holder.as_of), {})[column] = one.offer.hours
        for there in months.values():
            self.program.at_most(free, there)

    def _candidates(self, side: int) -> Iterator[tuple[int, Candidate]]:
        found, places = self.known.founds[side], np.array(list(self.columns), dtype=np.int64)
        among = self.known.among[side][places]
        helps = among >= 0
        yield from zip(places[helps].tolist(), found.some(among[helps]), strict=True)

    def _offer(self, place: int) -> Offer:
        return self.known.catalog.offers[int(self.known.rows[place])]

    def _spread(self, amounts: Whole) -> Whole:
        spread = np.zeros(len(self.program.upper), dtype=np.int64)
        spread[list(self.columns.values())] = amounts[list(self.columns)]
        return spread


def _sparse(weights: Whole) -> dict[int, float]:
    return {int(column): float(weights[column]) for column in np.flatnonzero(weights)}


def ids_of(picks: Iterable[Pick]) -> frozenset[str]:
    """The ids of what is chosen."""
    return frozenset(pick.offer.id for pick in picks)
