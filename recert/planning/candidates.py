"""Which offers can help this holder at all, and what each would bring."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from recert.planning.holder import Holder, safe_day
from recert.planning.offer import Offer
from recert.planning.wishes import Wishes
from recert.rules.count import Part, parts_of
from recert.rules.edition import Edition
from recert.rules.screen import Screening, topic_of
from recert.rules.transcript import Activity


@dataclass(frozen=True, slots=True)
class Candidate:
    """An offer that would count, the activity it becomes and its parts."""

    offer: Offer
    activity: Activity
    parts: tuple[Part, ...]
    rivals: tuple[object, ...]
    """What it shares with other offers of which only one can count."""
    late: bool
    """Ends too late for an application that must be reviewed: only an all-approved one can still use it."""

    @property
    def points(self) -> int:
        return sum(part.points for part in self.parts)


def candidates(offers: Sequence[Offer], holder: Holder, wishes: Wishes) -> list[Candidate]:
    """The offers that can be taken in time and would count, in the offers' order."""
    screening = Screening.over(
        holder.transcript, edition=holder.edition, cycle=holder.cycle, first_cycle=holder.first_cycle
    )
    last = safe_day(holder, approved=True)
    fitting = [offer for offer in offers if _fits(offer, wishes) and _in_time(offer, holder, last)]
    return list(_candidates(fitting, holder, screening))


def _fits(offer: Offer, wishes: Wishes) -> bool:
    return offer.id not in wishes.forbidden and wishes.format in (None, offer.format)


def _in_time(offer: Offer, holder: Holder, last: date | None) -> bool:
    day = offer.done_on(holder.as_of)
    in_time = day is None or (holder.as_of <= day and (last is None or day < last))
    return in_time and not offer.begun(holder.as_of)


def _candidates(offers: Sequence[Offer], holder: Holder, screening: Screening) -> Iterator[Candidate]:
    reviewed = safe_day(holder, approved=False)
    activities = _activities(offers, holder)
    shared = [_shared(activity, holder.edition) for activity in activities]
    alike = Counter(key for keys in shared for key in keys)
    for offer, activity, keys in zip(offers, activities, shared, strict=True):
        screened = screening.judged(activity)
        if screened.counts and screened.points:
            day = offer.done_on(holder.as_of)
            yield Candidate(
                offer=offer,
                activity=activity,
                parts=tuple(parts_of(-1, screened, holder.edition)),
                rivals=tuple(key for key in keys if alike[key] > 1),
                late=day is not None and reviewed is not None and day >= reviewed,
            )


def _activities(offers: Sequence[Offer], holder: Holder) -> list[Activity]:
    """What the offers become.

    Rows of one course that can be taken any day are taken on days of their own, or they would be duplicates; an id
    that the transcript has too is told apart.
    """
    known = {activity.id for activity in holder.transcript}
    taken = {activity.same_as for activity in holder.transcript}
    free: dict[tuple[str, str] | None, date] = {}
    activities = []
    for offer in offers:
        day = offer.done_on(holder.as_of)
        activity = offer.taken_on(day or holder.from_day)
        if day is None and activity.same_course:
            activity = _on_a_day_of_its_own(activity, free.get(activity.same_course), taken, holder.cycle.ends)
            free[activity.same_course] = activity.earned_on
        taken.add(activity.same_as)
        activities.append(replace(activity, id=f"plan:{offer.id}") if offer.id in known else activity)
    return activities


def _on_a_day_of_its_own(activity: Activity, since: date | None, taken: set[str | None], last: date) -> Activity:
    if since is not None:
        activity = replace(activity, earned_on=since)
    while activity.same_as in taken and activity.earned_on < last:
        activity = replace(activity, earned_on=activity.earned_on + timedelta(days=1))
    return activity


def _shared(activity: Activity, edition: Edition) -> tuple[object, ...]:
    """One course on one day counts once; where repeats do not count, one course and one topic do so once."""
    course = activity.same_course if edition.repeats else activity.same_as
    topic = topic_of(activity, edition.recurring) if edition.recurring else None
    return tuple(key for key in (course, topic) if key is not None)
