"""Plan: the offers that close a gap best, when to take each, and what stands in the way where none do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from recert.planning.applying import Applying, applying
from recert.planning.candidates import Candidate
from recert.planning.catalog import Catalog, prepared
from recert.planning.choose import Bought, Choice, choose, held_by
from recert.planning.field import Field, field_of
from recert.planning.goals import Remaining
from recert.planning.holder import Holder, parts_of, verdict_with
from recert.planning.model import Pick
from recert.planning.obstacles import Obstacle, obstacles, relaxations
from recert.planning.offer import Offer
from recert.planning.sums import Sums
from recert.planning.wishes import Wishes
from recert.rules.best import best
from recert.rules.count import Part, asked, groups_of, requirements
from recert.rules.edition import Edition
from recert.rules.find import earned, findings
from recert.rules.screen import topic_of
from recert.rules.table import Group, exact_by_table, mixed
from recert.rules.transcript import Activity
from recert.rules.verdict import Verdict


class PlanFallsShort(RuntimeError):
    """The verdict after a plan is not met; cannot happen while planner and rules read the same table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One chosen offer, the day to have done it by, and the requirements that fall short without it."""

    offer: Offer
    price: int
    """What is paid for it in this plan: less than its own price where something bought besides opens a better one."""
    do_by: date
    activity: str
    """Its id among the activities of the verdict after the plan."""
    lacks: Mapping[str, int]
    """What falls short without it, and by how much (hundredths)."""

    @property
    def serves(self) -> tuple[str, ...]:
        """The requirements that fall short without it."""
        return tuple(self.lacks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Sums):
    """The chosen offers in the order to take them, their sums, the standing after them, and why not where infeasible."""

    feasible: bool
    proved_optimal: bool
    steps: tuple[Step, ...]
    after: Verdict
    applying: Applying | None = None
    """The way to apply that the days of the steps fit; None where there is no plan."""
    purchases: tuple[Bought, ...] = ()
    """Subscriptions, bundles and memberships to buy besides."""
    why_not: tuple[Obstacle, ...] = ()
    would_help: tuple[Obstacle, ...] = ()
    """Limits of which one alone, changed by so much, would make a plan possible."""
    remaining: Remaining | None = None
    """Where the search ran out of time, how much better a plan could at most be."""


def plan(offers: Sequence[Offer] | Catalog, *, holder: Holder, wishes: Wishes) -> Plan:
    """Choose the offers that meet every requirement with the least of what is wished for.

    Ties fall to the rest of cost, hours and travel, then to fewer offers, better quality, and the smallest sorted ids.

    :raises PlanFallsShort: when the rules do not confirm the plan.
    """
    known = field_of(prepared(offers), [holder], wishes)
    choice = choose(known, wishes)
    made = plan_of(choice, holder)
    return made if made.feasible else explained(made, known, wishes)


def plan_of(choice: Choice, holder: Holder) -> Plan:
    """The plan that a choice makes; not feasible, and nothing said of why, where there is none."""
    picks = choice.chosen or []
    taken = [_Taken(pick, one, one.activity) for pick in picks for one in pick.candidates if one]
    after = verdict_with(holder, (one.activity for one in taken))
    if choice.chosen is None or after.met is None:
        nothing = after if choice.chosen is None else verdict_with(holder, ())
        return Plan(feasible=False, proved_optimal=choice.proved, steps=(), after=nothing)
    if not after.met:
        chosen = ", ".join(pick.offer.id for pick in picks)
        raise PlanFallsShort(f"with {chosen} {after.gap.points} hundredths of a point are still missing")
    way = applying((one.candidate for one in taken), after, holder)
    return Plan(
        feasible=True,
        proved_optimal=choice.proved,
        steps=_steps(taken, way, holder),
        after=after,
        applying=way,
        purchases=choice.bought,
        remaining=choice.remaining,
    )


def explained(made: Plan, known: Field, wishes: Wishes) -> Plan:
    """A plan that is not feasible, with what stands in the way and what would help."""
    return Plan(
        feasible=False,
        proved_optimal=made.proved_optimal,
        steps=(),
        after=made.after,
        why_not=obstacles(known, wishes),
        would_help=tuple(relaxations(known, wishes)),
    )


class _Taken(NamedTuple):
    """An offer that is chosen, what it is to the holder, and what it becomes once done."""

    pick: Pick
    candidate: Candidate
    activity: Activity


def _steps(taken: Sequence[_Taken], way: Applying, holder: Holder) -> tuple[Step, ...]:
    """In the order of their days."""
    days = days_of([one.pick for one in taken], holder.as_of, way.done_by)
    steps = [
        Step(
            offer=pick.offer,
            price=pick.price,
            do_by=days[pick.offer.id],
            activity=activity.id,
            lacks=lacks,
        )
        for (pick, _, activity), lacks in zip(taken, _served(taken, holder), strict=True)
    ]
    return tuple(sorted(steps, key=lambda step: (step.do_by, *in_turn(step.offer))))


def in_turn(offer: Offer) -> tuple[str, str]:
    """Offers of one day by their title: an id's number says when somebody entered it, and sorts 10 before 9."""
    return offer.title.casefold(), offer.id


def days_of(picks: Sequence[Pick], today: date, last: date) -> dict[str, date]:
    """Offers with a calendar by their own day; the others spread evenly up to the last day there is."""
    offers = sorted((pick.offer for pick in picks), key=in_turn)
    days = {offer.id: offer.done_on(today) for offer in offers}
    free = [offer for offer, day in days.items() if day is None]
    room = max(0, (last - today).days)
    spread = {offer: today + timedelta(days=room * place // len(free)) for place, offer in enumerate(free, start=1)}
    return {offer: day or spread[offer] for offer, day in days.items()}


def _served(taken: Sequence[_Taken], holder: Holder) -> Iterator[Mapping[str, int]]:
    """What falls short without each of the offers, and by how much; those that bring the same are looked at once."""
    activities = [*holder.transcript, *(one.activity for one in taken)]
    courses = Counter(activity.same_course for activity in activities)
    merged = _merged([*held_by(holder), *(part for one in taken for part in one.candidate.parts)])
    known = dict[object, Mapping[str, int]]()
    for place, (_, candidate, activity) in enumerate(taken, start=len(holder.transcript)):
        alone = _stands_alone(activity, courses, holder.edition)
        day = candidate.day if merged is None else None
        alike = (day, candidate.parts) if alone else place
        if alike not in known:
            if alone and merged is not None:
                without: Sequence[Part] = _less(merged, candidate.parts)
            else:
                without = parts_of(holder, [*activities[:place], *activities[place + 1 :]])
            known[alike] = _short_of(without, holder)
        yield known[alike]


def _merged(counted: Sequence[Part]) -> dict[tuple[int, Group], int] | None:
    """The points that serve alike as one sum, where no solver divides them: then what categories get stays the same."""
    groups = groups_of(counted)
    if not exact_by_table(groups) or mixed(groups):
        return None
    points = Counter[tuple[int, Group]]()
    for part in counted:
        points[part.mask, part.group] += part.points
    return points


def _less(points: Mapping[tuple[int, Group], int], gone: Sequence[Part]) -> list[Part]:
    """What is left of them as parts."""
    left = Counter(points)
    for part in gone:
        left[part.mask, part.group] -= part.points
    return [Part(-1, mask, most, group) for (mask, group), most in left.items() if most]


def _stands_alone(activity: Activity, courses: Mapping[tuple[str, str] | None, int], edition: Edition) -> bool:
    """Whether nothing else is screened differently without it: it is no course or topic that could be repeated."""
    of_topic = edition.recurring is not None and topic_of(activity, edition.recurring) is not None
    return not of_topic and (activity.same_course is None or courses[activity.same_course] == 1)


def _short_of(counted: Sequence[Part], holder: Holder) -> Mapping[str, int]:
    chosen = best(counted, asked(holder.edition, holder.cycle))
    found = findings(requirements(holder.edition, holder.cycle), earned(counted, chosen, holder.edition))
    return {finding.about: finding.short for finding in found if finding.short}
