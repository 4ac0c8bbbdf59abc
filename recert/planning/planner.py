"""Plan again and again over the same offers: with one pinned or forbidden, in three ways, and what each choice costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from recert.planning.catalog import Catalog, prepared
from recert.planning.choose import Choice, choose, ids_of
from recert.planning.field import Field, field_of
from recert.planning.holder import Holder
from recert.planning.offer import Offer
from recert.planning.plan import Plan, explained, plan_of
from recert.planning.wishes import OBJECTIVES, Objective, Wishes


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a choice changes against the plan: the sums' differences, and the offers that come and go.

    Where `plan` is not feasible the choice leaves no plan, and the differences say nothing.
    """

    plan: Plan
    cost: int
    hours: int
    miles: int
    enters: tuple[str, ...]
    leaves: tuple[str, ...]


class Planner:
    """Someone's offers, sifted once."""

    def __init__(self, offers: Sequence[Offer] | Catalog, holder: Holder, wishes: Wishes) -> None:
        self.catalog, self.holder, self.wishes = prepared(offers), holder, wishes

    @cached_property
    def known(self) -> Field:
        return field_of(self.catalog, [self.holder], self.wishes)

    @cached_property
    def choice(self) -> Choice:
        return choose(self.known, self.wishes)

    @cached_property
    def _plan(self) -> Plan:
        return self._made(self.choice, self.wishes)

    def plan(self) -> Plan:
        """The best plan."""
        return self._plan

    def again(self, *, pinned: frozenset[str] = frozenset(), forbidden: frozenset[str] = frozenset()) -> Plan:
        """The best plan with further offers pinned or forbidden."""
        wishes = replace(self.wishes, pinned=self.wishes.pinned | pinned, forbidden=self.wishes.forbidden | forbidden)
        if self.choice.chosen is not None and self.choice.proved:
            chosen = ids_of(self.choice.chosen) | {bought.offer.id for bought in self.choice.bought}
            if pinned <= ids_of(self.choice.chosen) and not forbidden & chosen:
                return self._plan  # what is best of all is best of those that keep to this
        if forbidden:
            known = field_of(self.catalog, [self.holder], wishes)
            return self._made(choose(known, wishes), wishes, known)
        return self._made(choose(self.known, wishes, before=self.choice), wishes)

    def choosing(self, offer: str) -> Change:
        """What taking an offer would change."""
        return self._change(self.again(pinned=frozenset({offer})))

    def without(self, offer: str) -> Change:
        """What doing without an offer would change."""
        return self._change(self.again(forbidden=frozenset({offer})))

    def _made(self, choice: Choice, wishes: Wishes, known: Field | None = None) -> Plan:
        made = plan_of(choice, self.holder)
        return made if made.feasible else explained(made, known or self.known, wishes)

    def _change(self, other: Plan) -> Change:
        before = {step.offer.id for step in self._plan.steps}
        after = {step.offer.id for step in other.steps}
        return Change(
            plan=other,
            cost=other.cost - self._plan.cost,
            hours=other.hours - self._plan.hours,
            miles=other.miles - self._plan.miles,
            enters=tuple(sorted(after - before)),
            leaves=tuple(sorted(before - after)),
        )


def three_plans(offers: Sequence[Offer] | Catalog, *, holder: Holder, wishes: Wishes) -> dict[Objective, Plan]:
    """The cheapest plan, the fastest and the one with the least travel, from one look over the catalogue."""
    known = field_of(prepared(offers), [holder], wishes)
    plans: dict[Objective, Plan] = {}
    for least in OBJECTIVES:
        wanted = replace(wishes, least=least)
        made = plan_of(choose(known, wanted), holder)
        plans[least] = made if made.feasible else explained(made, known, wanted)
    return plans
