"""Choose among the offers that would count: objective after objective, each kept at its best for the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from recert.planning.candidates import Candidate
from recert.planning.holder import Holder
from recert.planning.program import Program
from recert.planning.prune import amount, prune
from recert.planning.wishes import Wishes
from recert.rules.best import best
from recert.rules.count import Part, asked, groups_of, parts
from recert.rules.screen import screen
from recert.rules.table import exact_by_table, mixed

AT_ONCE = 20
"""Ids settled in one step when plans tie: each weighs twice the next, well within a float."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The offers chosen, None where no set meets everything; `proved` is False where the solver ran out of time."""

    chosen: list[Candidate] | None
    proved: bool = True


def choose(found: Sequence[Candidate], holder: Holder, wishes: Wishes) -> Choice:
    """The best set of candidates in the order of the wishes; ties fall to fewer, better, and the smallest sorted ids."""
    held = held_by(holder)
    gap = best(held, asked(holder.edition, holder.cycle)).gap
    if not gap and not wishes.pinned:
        return Choice([])
    if not found or wishes.pinned - {candidate.offer.id for candidate in found}:
        return Choice(None)
    kept = prune(found, enough=_enough(gap, held, found, holder), wishes=wishes)
    kept.sort(key=lambda candidate: candidate.offer.id)
    program = _program(held, kept, holder, wishes)
    chosen: list[int] | None = None
    for weights in _objectives(kept, wishes):
        better = program.least(weights)
        if better is None:
            break
        chosen = better
        if not program.proved:
            break  # out of time: what comes after an objective that is not settled means nothing
    if chosen is not None and program.proved:
        chosen = _smallest_ids(program, chosen)
    return Choice(None if chosen is None else [kept[i] for i in chosen], program.proved)


def held_by(holder: Holder) -> tuple[Part, ...]:
    """The parts of what the holder has."""
    rows = screen(holder.transcript, edition=holder.edition, cycle=holder.cycle, first_cycle=holder.first_cycle)
    return parts(rows, edition=holder.edition)


def _enough(gap: int, held: Sequence[Part], found: Sequence[Candidate], holder: Holder) -> int:
    """How many points at most could be needed of offers that serve alike.

    Where the inequalities decide, no row lacks more than the gap, counted without outside credit where a late offer may
    forbid it. Elsewhere no more than everything asked can be needed: so many counted points meet each demand on its own.
    """
    wanted = asked(holder.edition, holder.cycle)
    groups = groups_of((*held, *(part for candidate in found for part in candidate.parts)))
    if not exact_by_table(groups) or mixed(groups):
        return wanted.total + wanted.approved + sum(wanted.floors)
    if not any(candidate.late for candidate in found):
        return gap
    return max(gap, best([part for part in held if part.group.approved], wanted).gap)


def _program(held: Sequence[Part], kept: Sequence[Candidate], holder: Holder, wishes: Wishes) -> Program:
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
    quality = [-offer.quality for offer in offers]
    wanted = [*amounts, [1] * len(offers), quality]
    return [weights for weights in wanted if any(weights)]


def _smallest_ids(program: Program, chosen: list[int]) -> list[int]:
    """Of plans alike so far the one whose sorted ids come first: each offer, in that order, weighs all that follow."""
    places = program.open_places()
    while program.proved and places and not set(places) <= set(chosen):
        now, places = places[:AT_ONCE], places[AT_ONCE:]
        weights = [0] * len(program.found)
        for place, i in enumerate(now, start=1):
            weights[i] = -(1 << (AT_ONCE - place))
        better = program.least(weights)
        if better is None:
            break
        chosen = better
    return chosen
