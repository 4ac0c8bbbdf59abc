"""Which offers can help this holder at all: those that can be taken in time and would count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from recert.planning.catalog import NO_DAY, Catalog, Flags, Whole, prepared
from recert.planning.days import days_taken
from recert.planning.holder import Holder, safe_day
from recert.planning.offer import Offer
from recert.planning.tariff import Tariff, tariff_of
from recert.planning.terms import BEFORE_CYCLE, Terms
from recert.planning.wishes import Wishes
from recert.rules.calendar import months_before
from recert.rules.count import Part
from recert.rules.screen import Screening, topic_of, window_starts
from recert.rules.transcript import Activity

FOREVER = date.max.toordinal()
EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """An offer that would count, the day it is taken and its parts."""

    row: int
    offer: Offer
    day: date
    parts: tuple[Part, ...]
    rivals: tuple[object, ...]
    """What it shares with other offers of which only one can count."""
    late: bool
    """Ends too late for an application that must be reviewed: only an all-approved one can still use it."""
    known: bool
    """Whether the transcript has its id already."""

    @property
    def points(self) -> int:
        return sum(part.points for part in self.parts)

    @property
    def activity(self) -> Activity:
        """What it becomes once done."""
        activity = self.offer.taken_on(self.day)
        return replace(activity, id=f"plan:{self.offer.id}") if self.known else activity


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The candidates as columns: rows of the catalogue in its order, and what this holder makes of them."""

    catalog: Catalog
    terms: Terms
    holder: Holder
    rows: Whole
    days: Whole
    year: Whole
    """The year that caps ask for, `BEFORE_CYCLE` for what is taken before the cycle; else 0."""
    miles: Whole
    late: Flags
    dated: Flags
    """Whether each has a day of its own."""
    rival: Whole
    """The number of the course that may count once; -1 where nothing is in its way."""
    topic: Whole
    """The topic that may count once; -1 likewise."""
    held: frozenset[str]
    """The ids of what is held."""
    tariff: Tariff

    def approved(self, places: Whole) -> Flags:
        """Whether each of them counts as approved."""
        approved = np.array([worth.approved for worth in self.terms.worths], dtype=bool)
        flags: Flags = approved[self.terms.worth[self.rows[places]]]
        return flags

    def day(self, place: int) -> date:
        """The day on which it is taken."""
        return date.fromordinal(int(self.days[place]))

    def candidate(self, place: int) -> Candidate:
        """One candidate by its place among the rows."""
        return next(self.some(np.array([place])))

    def some(self, places: Whole) -> Iterator[Candidate]:
        """Candidates by their places."""
        offers, topics = self.catalog.offers, self.terms.topics
        columns = (self.rows, self.days, self.year, self.miles, self.late, self.rival, self.topic)
        days = {day: date.fromordinal(day) for day in np.unique(self.days[places]).tolist()}
        worths = self.terms.worth[self.rows[places]].tolist()
        for row, ordinal, year, far, late, course, topic, worth in zip(
            *(one[places].tolist() for one in columns), worths, strict=True
        ):
            offer, day = offers[row], days[ordinal]
            yield Candidate(
                row=row,
                offer=offer if offer.miles == far else offer.at(far),
                day=day,
                parts=self.terms.parts(worth, year),
                rivals=(("course", course),) * (course >= 0) + ((topics[topic],) if topic >= 0 else ()),
                late=late,
                known=offer.id in self.held,
            )

    def all(self) -> list[Candidate]:
        """Every candidate."""
        return list(self.some(np.arange(len(self))))

    def __len__(self) -> int:
        return len(self.rows)


def candidates(offers: Sequence[Offer] | Catalog, holder: Holder, wishes: Wishes) -> list[Candidate]:
    """The offers that can be taken in time and would count, in the offers' order."""
    found = find(prepared(offers), holder, wishes)
    return found.all()


def find(catalog: Catalog, holder: Holder, wishes: Wishes) -> Found:
    """Sift the whole catalogue."""
    terms = catalog.under(holder.edition)
    today, miles = holder.as_of.toordinal(), catalog.miles(wishes.near)
    due = catalog.due(today)
    tariff = tariff_of(catalog, wishes)
    fit = (
        catalog.earns & (terms.worth > 0) & tariff.sold & _fits(catalog, wishes, miles) & _in_time(catalog, holder, due)
    )
    rows = np.flatnonzero(fit)
    taken = days_taken(catalog, rows, due[rows], holder)
    fresh = _fresh(catalog, terms, rows, taken, holder)
    if not fresh.all():
        rows, taken = rows[fresh], taken[fresh]
    due = due[rows]
    reviewed = safe_day(holder, approved=False)
    return Found(
        catalog=catalog,
        terms=terms,
        holder=holder,
        rows=rows,
        days=taken,
        year=_years(terms, taken, holder),
        miles=miles[rows],
        dated=due != NO_DAY,
        late=(due != NO_DAY) & (due >= (reviewed.toordinal() if reviewed else FOREVER)),
        rival=_shared(_courses(catalog, rows, taken, holder)),
        topic=_shared(terms.topic[rows]) if terms.topics else np.full(len(rows), -1),
        held=frozenset(activity.id for activity in holder.transcript),
        tariff=tariff,
    )


def _years(terms: Terms, days: Whole, holder: Holder) -> Whole:
    years = np.zeros(len(days), dtype=np.int64)
    if terms.by_year:
        years = (days - EPOCH).astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
    years[days < holder.cycle.starts.toordinal()] = BEFORE_CYCLE
    return years


def _fits(catalog: Catalog, wishes: Wishes, miles: Whole) -> Flags:
    fit = np.ones(len(catalog), dtype=bool)
    if wishes.any_of:
        fit &= _one_of(catalog.format, [catalog.formats[one] for one in wishes.any_of if one in catalog.formats])
    if wishes.languages:
        spoken = {"", *wishes.languages}
        fit &= _one_of(catalog.language, [catalog.languages[one] for one in spoken if one in catalog.languages])
    if wishes.within is not None:
        fit &= miles <= wishes.within
    fit[[catalog.place[one] for one in wishes.forbidden if one in catalog.place]] = False
    return fit


def _one_of(codes: Whole, wanted: Sequence[int]) -> Flags:
    found = np.zeros(len(codes), dtype=bool)
    for one in wanted:
        found |= codes == one
    return found


def _in_time(catalog: Catalog, holder: Holder, due: Whole) -> Flags:
    today, last = holder.as_of.toordinal(), safe_day(holder, approved=True)
    in_time = (due == NO_DAY) | ((due >= today) & (due < (last.toordinal() if last else FOREVER)))
    joins: Flags = ~(catalog.in_person & (catalog.starts != NO_DAY) & (catalog.starts < today))
    fits: Flags = in_time & joins
    return fits


def _fresh(catalog: Catalog, terms: Terms, rows: Whole, days: Whole, holder: Holder) -> Flags:
    """Whether each would count after all that is held: within the cycle, in its own time, and not a second time."""
    starts = window_starts(holder.edition, holder.cycle, holder.first_cycle).toordinal()
    fresh = (days >= starts) & (days <= holder.cycle.ends.toordinal()) & (days <= terms.until[rows])
    screening = Screening.over(
        holder.transcript, edition=holder.edition, cycle=holder.cycle, first_cycle=holder.first_cycle
    )
    held = {activity.same_course for activity in holder.transcript}
    known = [number for course in held if course and (number := catalog.courses.get(course)) is not None]
    if known:
        for place in np.flatnonzero(fresh & np.isin(catalog.course[rows], known)):
            activity = catalog.offers[rows[place]].taken_on(date.fromordinal(int(days[place])))
            fresh[place] = screening.judged(activity).counts
    if terms.topics:
        fresh &= ~_repeats_topic(terms, rows, days, screening)
    return fresh


def _repeats_topic(terms: Terms, rows: Whole, days: Whole, screening: Screening) -> Flags:
    """Whether a training of the same topic was accepted too short a time before."""
    rule = terms.edition.recurring
    repeated = np.zeros(len(rows), dtype=bool)
    if rule is None:
        return repeated
    last: dict[str, date] = {}
    for row in screening.rows:
        topic = topic_of(row.activity, rule)
        if topic is not None and all(reason.code == "outside_cycle" for reason in row.reasons):
            last[topic] = max(row.activity.earned_on, last.get(topic, date.min))
    for place in np.flatnonzero(terms.topic[rows] >= 0):
        latest = last.get(terms.topics[terms.topic[rows[place]]])
        since = months_before(date.fromordinal(int(days[place])), rule.once_per_months)
        repeated[place] = latest is not None and latest > since
    return repeated


def _courses(catalog: Catalog, rows: Whole, days: Whole, holder: Holder) -> Whole:
    """What tells courses of which one can count: the course where repeats do not count, else the course and the day."""
    courses, repeated = np.full(len(rows), -1, dtype=np.int64), np.flatnonzero(catalog.repeated[rows])
    course = catalog.course[rows[repeated]]
    courses[repeated] = course if holder.edition.repeats else course * (FOREVER + 1) + days[repeated]
    return courses


def _shared(keys: Whole) -> Whole:
    """The keys that several rows share; -1 elsewhere."""
    known = np.flatnonzero(keys >= 0)
    shared = np.full(len(keys), -1, dtype=np.int64)
    if len(known):
        _, inverse, counts = np.unique(keys[known], return_inverse=True, return_counts=True)
        several = counts[inverse] > 1
        shared[known[several]] = keys[known[several]]
    return shared
