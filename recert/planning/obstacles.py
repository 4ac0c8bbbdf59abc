"""Say what keeps every set of offers from closing a gap, and the smallest change that would help."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from recert.planning.choose import Choice, choose
from recert.planning.field import Field, field_of
from recert.planning.holder import verdict_with
from recert.planning.model import Pick
from recert.planning.months import months_left
from recert.planning.wishes import Wishes
from recert.rules.verdict import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """What no set of offers can meet: a requirement, a limit of the wishes, `dates`, or `cycle_over`.

    The limits are `budget`, `hours`, `hours_a_month`, `format`, `language`, `within`, `pinned` and `forbidden`.
    `missing` is what stays short, or how much a limit must be raised: hundredths of a point, cents, hundredths of an
    hour or of a mile; None where no amount says it.
    """

    about: str
    missing: int | None
    detail: tuple[str, ...] = ()
    """The formats, the languages or the offers to allow."""


def obstacles(known: Field, wishes: Wishes) -> tuple[Obstacle, ...]:
    """The requirements that all offers together leave short, else the limits in the way, else what they clash over.

    Once a cycle is over nothing can be taken for it: that alone stands in the way.
    """
    if any(found.holder.as_of > found.holder.cycle.ends for found in known.founds):
        return (Obstacle(about="cycle_over", missing=None),)
    short = tuple(_short(known))
    if short:
        return short
    if len(list(known.places(wishes.pinned))) < len(wishes.pinned):
        return (Obstacle(about="pinned", missing=None),)
    return tuple(relaxations(known, wishes)) or (_last_resort(known, wishes),)


def _short(known: Field) -> Iterator[Obstacle]:
    """What the best candidates of each kind together leave short: more of a kind than could be needed changes nothing."""
    for found in known.founds:
        everything = (candidate.activity for candidate in found.all())
        yield from _left_short(verdict_with(found.holder, everything).findings)


def _left_short(findings: Sequence[Finding]) -> Iterator[Obstacle]:
    for finding in findings:
        if finding.short or finding.needed is None:
            yield Obstacle(about=finding.about, missing=finding.short)


def relaxations(known: Field, wishes: Wishes) -> Iterator[Obstacle]:
    """Each limit that would be enough to change alone, and by how much at least."""
    yield from _formats(known, wishes)
    yield from _languages(known, wishes)
    if wishes.budget is not None:
        choice = _again(known, replace(wishes, budget=None, least="cost"))
        if choice.chosen is not None:
            yield Obstacle(about="budget", missing=_cost(choice) - wishes.budget)
    if wishes.hours is not None:
        choice = _again(known, replace(wishes, hours=None, least="hours"))
        if choice.chosen is not None:
            yield Obstacle(about="hours", missing=sum(pick.offer.hours for pick in choice.chosen) - wishes.hours)
    yield from _months(known, wishes)
    yield from _distance(known, wishes)
    yield from _ids(known, wishes)


def _formats(known: Field, wishes: Wishes) -> Iterator[Obstacle]:
    if wishes.any_of:
        more = [form for form in sorted(known.catalog.formats) if form not in wishes.any_of]
        for form in more:
            if _again(known, replace(wishes, format=None, formats=wishes.any_of | {form})).chosen is not None:
                yield Obstacle(about="format", missing=None, detail=(form,))
                return
        if len(more) > 1 and _again(known, replace(wishes, format=None, formats=frozenset())).chosen is not None:
            yield Obstacle(about="format", missing=None, detail=tuple(more))


def _languages(known: Field, wishes: Wishes) -> Iterator[Obstacle]:
    if wishes.languages:
        choice = _again(known, replace(wishes, languages=frozenset()))
        if choice.chosen is not None:
            spoken = {pick.offer.language for pick in choice.chosen} - wishes.languages - {""}
            yield Obstacle(about="language", missing=None, detail=tuple(sorted(spoken)))


def _months(known: Field, wishes: Wishes) -> Iterator[Obstacle]:
    """The fewest hours a month that would do: no fewer than the least hours over the months, no more than all in one."""
    free = wishes.hours_a_month
    if free is None:
        return
    least = _again(known, replace(wishes, hours_a_month=None, least="hours"))
    if least.chosen is None:
        return
    hours = sum(pick.offer.hours for pick in least.chosen)
    months = min(months_left(found.holder, approved=True) for found in known.founds)
    too_few, enough = max(free, -(-hours // months) - 1), hours
    while enough - too_few > 1:
        half = (too_few + enough) // 2
        if _again(known, replace(wishes, hours_a_month=half)).chosen is None:
            too_few = half
        else:
            enough = half
    yield Obstacle(about="hours_a_month", missing=enough - free)


def _distance(known: Field, wishes: Wishes) -> Iterator[Obstacle]:
    """The nearest distance that would do, tried from the middle of those there are."""
    if wishes.within is None:
        return
    every = np.unique(known.catalog.miles(wishes.near))
    farther = every[every > wishes.within].tolist()
    if not farther or _again(known, replace(wishes, within=None)).chosen is None:
        return
    too_near, enough = -1, len(farther) - 1
    while enough - too_near > 1:
        half = (too_near + enough) // 2
        if _again(known, replace(wishes, within=farther[half])).chosen is None:
            too_near = half
        else:
            enough = half
    yield Obstacle(about="within", missing=farther[enough] - wishes.within)


def _ids(known: Field, wishes: Wishes) -> Iterator[Obstacle]:
    """The offers that must be in the plan, or must not."""
    if wishes.forbidden:
        choice = _again(known, replace(wishes, forbidden=frozenset()))
        if choice.chosen is not None:
            allowed = {*(pick.offer.id for pick in choice.chosen), *(one.offer.id for one in choice.bought)}
            yield Obstacle(about="forbidden", missing=None, detail=tuple(sorted(allowed & wishes.forbidden)))
    if wishes.pinned and _again(known, replace(wishes, pinned=frozenset())).chosen is not None:
        yield Obstacle(about="pinned", missing=None, detail=tuple(sorted(wishes.pinned)))


def _again(known: Field, wishes: Wishes) -> Choice:
    return choose(field_of(known.catalog, [found.holder for found in known.founds], wishes), wishes)


def _cost(choice: Choice) -> int:
    picks: Sequence[Pick] = choice.chosen or ()
    return sum(pick.price for pick in picks) + sum(bought.cost for bought in choice.bought)


def _last_resort(known: Field, wishes: Wishes) -> Obstacle:
    """No single limit helps: either several together stand in the way, or the offers exclude or end too late for each other."""
    free = choose(known, replace(wishes, budget=None, hours=None, hours_a_month=None, least="cost"))
    if free.chosen is None or wishes.budget is None:
        return Obstacle(about="dates", missing=None)
    return Obstacle(about="budget", missing=_cost(free) - wishes.budget)
