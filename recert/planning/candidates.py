"""Which offers can help this holder at all, and what each would bring."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from recert.planning.offer import Offer
from recert.planning.wishes import Wishes
from recert.rules.count import Part, parts_of
from recert.rules.dates import dates_of
from recert.rules.edition import Edition
from recert.rules.screen import Screening
from recert.rules.transcript import Activity
from recert.rules.verdict import Span


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose gap it is: what they hold, the rules, the cycle, and the day the plan is made."""

    transcript: Sequence[Activity]
    edition: Edition
    cycle: Span
    as_of: date
    first_cycle: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """An offer that would count, the activity it becomes and its parts."""

    offer: Offer
    activity: Activity
    parts: tuple[Part, ...]
    rivals: object | None
    """What it shares with other offers of which only one can count; None where it stands alone."""
    late: bool
    """Ends too late for an application that must be reviewed: only an all-approved one can still use it."""

    @property
    def approved(self) -> bool:
        return all(part.group.approved for part in self.parts)

    @property
    def points(self) -> int:
        return sum(part.points for part in self.parts)


def candidates(offers: Sequence[Offer], holder: Holder, wishes: Wishes) -> list[Candidate]:
    """The offers that can be taken in time and would count, in the offers' order."""
    screening = Screening.over(
        holder.transcript, edition=holder.edition, cycle=holder.cycle, first_cycle=holder.first_cycle
    )
    fitting = [offer for offer in offers if _fits(offer, holder, wishes)]
    return list(_candidates(fitting, holder, screening))


def _fits(offer: Offer, holder: Holder, wishes: Wishes) -> bool:
    if offer.id in wishes.forbidden or (wishes.format and offer.format != wishes.format):
        return False
    if offer.ends_on is None:
        return True
    last = safe_day(holder, approved=True)
    return holder.as_of <= offer.ends_on and (last is None or offer.ends_on < last)


def safe_day(holder: Holder, *, approved: bool) -> date | None:
    """The latest safe day to apply with all points approved, or with others that must be reviewed."""
    routes = {day.route: day.apply_by for day in dates_of(holder.edition, holder.cycle).latest_safe}
    return routes.get("all_approved") if approved else routes.get("online")


def _candidates(offers: Sequence[Offer], holder: Holder, screening: Screening) -> Iterator[Candidate]:
    reviewed = safe_day(holder, approved=False)
    activities = list(_activities(offers, holder))
    alike = Counter(_rivals(activity, holder.edition) for activity in activities)
    for offer, activity in zip(offers, activities, strict=True):
        screened = screening.judged(activity)
        if screened.counts and screened.points:
            rivals = _rivals(activity, holder.edition)
            yield Candidate(
                offer=offer,
                activity=activity,
                parts=tuple(parts_of(-1, screened, holder.edition)),
                rivals=rivals if alike[rivals] > 1 else None,
                late=offer.ends_on is not None and reviewed is not None and offer.ends_on >= reviewed,
            )


def _activities(offers: Sequence[Offer], holder: Holder) -> Iterator[Activity]:
    """What the offers become; undated rows of one course are taken on days of their own, or they would be duplicates."""
    taken: Counter[tuple[str, str]] = Counter()
    for offer in offers:
        activity = offer.taken_on(holder.as_of)
        course = activity.same_course
        if not offer.dated and course is not None:
            if taken[course]:
                activity = offer.taken_on(min(holder.as_of + timedelta(days=taken[course]), holder.cycle.ends))
            taken[course] += 1
        yield activity


def _rivals(activity: Activity, edition: Edition) -> object | None:
    """One course on one day counts once; where the edition counts no repeats, one course counts once."""
    return activity.same_course if edition.repeats else activity.same_as
