"""Plan: the offers that close a gap best, when to take each, and what stands in the way where none do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from recert.planning.candidates import Candidate, find
from recert.planning.catalog import Catalog, prepared
from recert.planning.choose import Remaining, choose
from recert.planning.holder import Holder, safe_day
from recert.planning.obstacles import Obstacle, obstacles, relaxations
from recert.planning.offer import Offer
from recert.planning.wishes import Wishes
from recert.rules.evaluate import evaluate
from recert.rules.verdict import Verdict


class PlanFallsShort(RuntimeError):
    """The verdict after a plan is not met; cannot happen while planner and rules read the same table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One chosen offer, the day to have done it by, and the requirements that fall short without it."""

    offer: Offer
    do_by: date
    activity: str
    """Its id among the activities of the verdict after the plan."""
    serves: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The chosen offers in the order to take them, their sums, the standing after them, and why not where infeasible."""

    feasible: bool
    proved_optimal: bool
    steps: tuple[Step, ...]
    after: Verdict
    why_not: tuple[Obstacle, ...] = ()
    would_help: tuple[Obstacle, ...] = ()
    """Limits of which one alone, changed by so much, would make a plan possible."""

    remaining: Remaining | None = None
    """Where the search ran out of time, how much better a plan could at most be."""

    @property
    def cost(self) -> int:
        return sum(step.offer.price for step in self.steps)

    @property
    def hours(self) -> int:
        return sum(step.offer.hours for step in self.steps)

    @property
    def miles(self) -> int:
        return sum(step.offer.miles for step in self.steps)


def plan(offers: Sequence[Offer] | Catalog, *, holder: Holder, wishes: Wishes) -> Plan:
    """Choose the offers that meet every requirement with the least of what is wished for.

    Ties fall to the rest of cost, hours and travel, then to fewer offers, better quality, and the smallest sorted ids.

    :raises PlanFallsShort: when the rules do not confirm the plan.
    """
    catalog = prepared(offers)
    found = find(catalog, holder, wishes)
    choice = choose(found, holder, wishes)
    after = _after(choice.chosen or (), holder)
    if choice.chosen is None or after.met is None:
        return Plan(
            feasible=False,
            proved_optimal=choice.proved,
            steps=(),
            after=_after((), holder),
            why_not=obstacles(catalog, found, holder, wishes),
            would_help=tuple(relaxations(catalog, holder, wishes)),
        )
    if not after.met:
        chosen = ", ".join(candidate.offer.id for candidate in choice.chosen)
        raise PlanFallsShort(f"with {chosen} {after.gap.points} hundredths of a point are still missing")
    steps = _steps(choice.chosen, after, holder)
    return Plan(feasible=True, proved_optimal=choice.proved, steps=steps, after=after, remaining=choice.remaining)


def _after(chosen: Sequence[Candidate], holder: Holder) -> Verdict:
    return evaluate(
        (*holder.transcript, *(candidate.activity for candidate in chosen)),
        edition=holder.edition,
        cycle=holder.cycle,
        as_of=holder.as_of,
        first_cycle=holder.first_cycle,
    )


def _steps(chosen: Sequence[Candidate], after: Verdict, holder: Holder) -> tuple[Step, ...]:
    """In the order of their days."""
    days = _days(chosen, after, holder)
    steps = [
        Step(
            offer=candidate.offer,
            do_by=days[candidate.offer.id],
            activity=candidate.activity.id,
            serves=tuple(_served_by(candidate, chosen, holder)),
        )
        for candidate in chosen
    ]
    return tuple(sorted(steps, key=lambda step: (step.do_by, step.offer.id)))


def _days(chosen: Sequence[Candidate], after: Verdict, holder: Holder) -> dict[str, date]:
    """Offers with a calendar by their own day; the others spread evenly up to the latest safe day."""
    days = {candidate.offer.id: candidate.offer.done_on(holder.as_of) for candidate in chosen}
    free = [offer for offer, day in days.items() if day is None]
    room = max(0, (_last_day(chosen, after, holder) - holder.as_of).days)
    spread = {
        offer: holder.as_of + timedelta(days=room * place // len(free)) for place, offer in enumerate(free, start=1)
    }
    return {offer: day or spread[offer] for offer, day in days.items()}


def _last_day(chosen: Sequence[Candidate], after: Verdict, holder: Holder) -> date:
    """The day before the latest safe day of the route the plan takes."""
    at_once = any(candidate.late for candidate in chosen) or all(
        outcome.approved for outcome in after.activities if outcome.counted
    )
    safe = safe_day(holder, approved=at_once)
    return holder.cycle.ends if safe is None else min(holder.cycle.ends, safe - timedelta(days=1))


def _served_by(candidate: Candidate, chosen: Sequence[Candidate], holder: Holder) -> Iterator[str]:
    """The requirements that fall short without it."""
    without = _after([one for one in chosen if one is not candidate], holder)
    return (finding.about for finding in without.findings if finding.short)
