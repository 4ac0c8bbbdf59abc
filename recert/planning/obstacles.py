"""Say what keeps every set of offers from closing a gap, and the smallest change that would help."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from recert.planning.candidates import Candidate, Found, find, places_of
from recert.planning.catalog import Catalog
from recert.planning.choose import choose
from recert.planning.holder import Holder
from recert.planning.wishes import Wishes
from recert.rules.evaluate import evaluate
from recert.rules.verdict import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """What no set of offers can meet: a requirement, `budget`, `hours`, `format`, `pinned` or `dates`.

    `missing` is what stays short, or how much a limit must be raised: hundredths of a point, cents or hundredths of an
    hour; None where no amount says it.
    """

    about: str
    missing: int | None


def obstacles(catalog: Catalog, found: Found, holder: Holder, wishes: Wishes) -> tuple[Obstacle, ...]:
    """The requirements that all offers together leave short, else the limits in the way, else what they clash over."""
    findings = evaluate(
        (*holder.transcript, *(candidate.activity for candidate in found.all())),
        edition=holder.edition,
        cycle=holder.cycle,
        as_of=holder.as_of,
        first_cycle=holder.first_cycle,
    ).findings
    short = tuple(_short(findings))
    if short:
        return short
    if len(list(places_of(found, wishes.pinned))) < len(wishes.pinned):
        return (Obstacle(about="pinned", missing=None),)
    return tuple(relaxations(catalog, holder, wishes)) or (_last_resort(found, holder, wishes),)


def _short(findings: Sequence[Finding]) -> Iterator[Obstacle]:
    for finding in findings:
        if finding.short or finding.needed is None:
            yield Obstacle(about=finding.about, missing=finding.short)


def relaxations(catalog: Catalog, holder: Holder, wishes: Wishes) -> Iterator[Obstacle]:
    """Each limit that would be enough to change alone, and by how much."""
    if wishes.format is not None and _feasible(catalog, holder, replace(wishes, format=None)) is not None:
        yield Obstacle(about="format", missing=None)
    if wishes.budget is not None:
        plan = _feasible(catalog, holder, replace(wishes, budget=None, least="cost"))
        if plan is not None:
            yield Obstacle(about="budget", missing=sum(one.offer.price for one in plan) - wishes.budget)
    if wishes.hours is not None:
        plan = _feasible(catalog, holder, replace(wishes, hours=None, least="hours"))
        if plan is not None:
            yield Obstacle(about="hours", missing=sum(one.offer.hours for one in plan) - wishes.hours)


def _feasible(catalog: Catalog, holder: Holder, wishes: Wishes) -> list[Candidate] | None:
    return choose(find(catalog, holder, wishes), holder, wishes).chosen


def _last_resort(found: Found, holder: Holder, wishes: Wishes) -> Obstacle:
    """No single limit helps: either both together stand in the way, or the offers end too late for each other."""
    free = choose(found, holder, replace(wishes, budget=None, hours=None, least="cost")).chosen
    if free is None or wishes.budget is None:
        return Obstacle(about="dates", missing=None)
    return Obstacle(about="budget", missing=sum(one.offer.price for one in free) - wishes.budget)
