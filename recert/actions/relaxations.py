"""What may be given up so that a plan becomes possible, one limit at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from recert.actions.plan_wishes import PlanWishes


@dataclass(frozen=True, slots=True, kw_only=True)
class Relaxed:
    """Other wishes, and what was given up."""

    about: str
    wishes: PlanWishes


def relaxed_one_by_one(wishes: PlanWishes) -> Iterator[Relaxed]:
    """Every limit lifted alone; the budget and the hours are left to the planner, which knows by how much."""
    if wishes.formats:
        yield Relaxed(about="formats", wishes=replace(wishes, formats=()))
    if wishes.languages:
        yield Relaxed(about="languages", wishes=replace(wishes, languages=()))
    if wishes.within is not None:
        yield Relaxed(about="within", wishes=replace(wishes, within=None))
    if wishes.prices != "all":
        yield Relaxed(about="prices", wishes=replace(wishes, prices="all", budget=None))
    if not wishes.open_areas:
        yield Relaxed(about="open_areas", wishes=replace(wishes, open_areas=True))


def with_everything(wishes: PlanWishes) -> Relaxed:
    """No limit at all."""
    return Relaxed(
        about="everything",
        wishes=PlanWishes(near=wishes.near, is_member=wishes.is_member, prices="all", open_areas=True),
    )
