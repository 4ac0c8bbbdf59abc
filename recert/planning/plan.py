"""Plan: the offers that close a gap best, when to take each, and what stands in the way where none do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from recert.planning.candidates import Candidate, Holder, candidates, safe_day
from recert.planning.offer import Offer
from recert.planning.program import Program
from recert.planning.prune import amount, prune
from recert.planning.wishes import Wishes
from recert.rules.count import asked, parts
from recert.rules.evaluate import evaluate
from recert.rules.measure import measure
from recert.rules.screen import screen
from recert.rules.transcript import Activity
from recert.rules.verdict import Verdict

AT_ONCE = 20
"""Ids settled in one step when plans tie: each weighs twice the next, well within a float."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """What no set of offers can meet: a requirement and what stays missing of it, or the budget or hours needed."""

    about: str
    missing: int
    """Hundredths of a point, cents or hundredths of an hour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One chosen offer and the day to have done it by."""

    offer: Offer
    do_by: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The chosen offers in the order to take them, their sums, the standing after them, and why not where infeasible."""

    feasible: bool
    proved_optimal: bool
    steps: tuple[Step, ...]
    after: Verdict
    why_not: tuple[Obstacle, ...]

    @property
    def cost(self) -> int:
        return sum(step.offer.price for step in self.steps)

    @property
    def hours(self) -> int:
        return sum(step.offer.hours for step in self.steps)

    @property
    def miles(self) -> int:
        return sum(step.offer.miles for step in self.steps)


def plan(offers: Sequence[Offer], *, holder: Holder, wishes: Wishes) -> Plan:
    """Choose the offers that meet every requirement with the least of what is wished for.

    Ties fall to the rest of cost, hours and travel, then to fewer offers, better quality, and the smallest sorted ids.
    """
    found = candidates(offers, holder, wishes)
    missing = measure(holder.transcript, edition=holder.edition, cycle=holder.cycle, first_cycle=holder.first_cycle).gap
    chosen, proved = _choose(found, missing, holder, wishes)
    if chosen is None:
        return _infeasible(found, holder, wishes)
    return Plan(
        feasible=True,
        proved_optimal=proved,
        steps=_steps(chosen, holder),
        after=_after(chosen, holder),
        why_not=(),
    )


def _choose(
    found: Sequence[Candidate], missing: int, holder: Holder, wishes: Wishes
) -> tuple[list[Candidate] | None, bool]:
    if not missing and not wishes.pinned:
        return [], True
    kept = prune(found, missing=missing, wishes=wishes)
    kept.sort(key=lambda candidate: candidate.offer.id)
    if wishes.pinned - {candidate.offer.id for candidate in kept}:
        return None, True
    program = _program(kept, holder, wishes)
    chosen: list[int] = []
    for weights in _objectives(kept, wishes):
        best = program.least(weights)
        if best is None:
            return None, program.proved
        chosen = best
    return [kept[i] for i in chosen], program.proved


def _program(kept: Sequence[Candidate], holder: Holder, wishes: Wishes) -> Program:
    held = parts(
        screen(holder.transcript, edition=holder.edition, cycle=holder.cycle, first_cycle=holder.first_cycle),
        edition=holder.edition,
    )
    program = Program(held, kept, asked(holder.edition, holder.cycle))
    if wishes.budget is not None:
        program.limit([candidate.offer.price for candidate in kept], wishes.budget)
    if wishes.hours is not None:
        program.limit([candidate.offer.hours for candidate in kept], wishes.hours)
    program.load(i for i, candidate in enumerate(kept) if candidate.offer.id in wishes.pinned)
    return program


def _objectives(kept: Sequence[Candidate], wishes: Wishes) -> list[list[int]]:
    """The weights to keep least, one list after the other; `kept` is sorted by id."""
    offers = [candidate.offer for candidate in kept]
    amounts = [[amount(offer, one) for offer in offers] for one in wishes.order]
    by_id = [
        [-(1 << (start + AT_ONCE - 1 - i)) if start <= i < start + AT_ONCE else 0 for i in range(len(offers))]
        for start in range(0, len(offers), AT_ONCE)
    ]
    quality = [-offer.quality for offer in offers]
    wanted = [*amounts, [1] * len(offers), quality, *by_id]
    return [weights for weights in wanted if any(weights)] or [[1] * len(offers)]


def _after(chosen: Sequence[Candidate], holder: Holder) -> Verdict:
    taken: list[Activity] = [candidate.activity for candidate in chosen]
    return evaluate(
        (*holder.transcript, *taken),
        edition=holder.edition,
        cycle=holder.cycle,
        as_of=holder.as_of,
        first_cycle=holder.first_cycle,
    )


def _steps(chosen: Sequence[Candidate], holder: Holder) -> tuple[Step, ...]:
    """Dated offers by their own day; the others spread evenly up to the latest safe day."""
    approved = all(candidate.approved for candidate in chosen)
    last = min(safe_day(holder, approved=approved) or holder.cycle.ends, holder.cycle.ends)
    room = max(0, (last - holder.as_of).days)
    free = [candidate.offer for candidate in chosen if not candidate.offer.dated]
    spread = [
        Step(offer=offer, do_by=holder.as_of + timedelta(days=room * place // len(free)))
        for place, offer in enumerate(free, start=1)
    ]
    dated = [Step(offer=c.offer, do_by=c.offer.ends_on) for c in chosen if c.offer.ends_on is not None]
    return tuple(sorted((*dated, *spread), key=lambda step: (step.do_by, step.offer.id)))


def _infeasible(found: Sequence[Candidate], holder: Holder, wishes: Wishes) -> Plan:
    """Say what stands in the way: a requirement all offers together leave short, or a limit and how much more it needs."""
    everything = _after(found, holder)
    short = tuple(
        Obstacle(about=finding.about, missing=finding.short) for finding in everything.findings if finding.short
    )
    return Plan(
        feasible=False,
        proved_optimal=True,
        steps=(),
        after=_after((), holder),
        why_not=short or _limits_in_the_way(found, holder, wishes),
    )


def _limits_in_the_way(found: Sequence[Candidate], holder: Holder, wishes: Wishes) -> tuple[Obstacle, ...]:
    """Which limit, and by how much it must be raised, when each is lifted alone."""
    ways = (
        ("budget", replace(wishes, budget=None, least="cost")),
        ("hours", replace(wishes, hours=None, least="hours")),
    )
    limits = {"budget": wishes.budget, "hours": wishes.hours}
    obstacles = []
    for about, lifted in ways:
        limit = limits[about]
        if limit is None:
            continue
        missing = measure(holder.transcript, edition=holder.edition, cycle=holder.cycle).gap
        chosen, _ = _choose(found, missing, holder, lifted)
        if chosen is not None:
            needed = sum(c.offer.price if about == "budget" else c.offer.hours for c in chosen)
            obstacles.append(Obstacle(about=about, missing=needed - limit))
    return tuple(obstacles)
