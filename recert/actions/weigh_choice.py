"""What a course does to the plan: what it costs to leave it out, or to take it along."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from recert.actions.make_plans import desk_of, planned, plans_at
from recert.actions.plan_costs import dearer, has_a_length_unstated
from recert.actions.plan_offers import Listed
from recert.actions.plan_wishes import GOALS
from recert.actions.refusal import Refused
from recert.records.models import Person

Document = dict[str, Any]


class NotPlannedWith(Refused):
    """No course that plans are made from under these wishes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """The plan as it is, and the other one: with the course where it has none, without it where it has."""

    listed: Listed
    goal: str
    is_in: bool
    now: Document
    other: Document

    @property
    def dearer(self) -> int | None:
        """Cents by which the other plan costs more; None where a price that nobody states decides it."""
        return dearer(self.now["steps"], self.other["steps"])

    @property
    def longer(self) -> int:
        """Hundredths of an hour by which it takes longer."""
        return int(self.other["hours"]) - int(self.now["hours"])

    @property
    def longer_is_guessed(self) -> bool:
        """Whether the two differ in a course whose length nobody states."""
        return has_a_length_unstated([*_apart(self.now, self.other), *_apart(self.other, self.now)])

    @property
    def instead(self) -> list[Document]:
        """What the other plan takes that this one does not, the course itself aside."""
        return [step for step in _apart(self.other, self.now) if step["id"] != self.listed.offer.id]

    @property
    def spared(self) -> list[Document]:
        """What the other plan can do without."""
        return [step for step in _apart(self.now, self.other) if step["id"] != self.listed.offer.id]


def _apart(one: Document, other: Document) -> list[Document]:
    there = {step["id"] for step in other["steps"]}
    return [step for step in one["steps"] if step["id"] not in there]


def weigh_choice(actor: Person, *, holding_id: int, offer: str, goal: str, today: date) -> Weighed:
    """:raises DoesNotExist: when the holding is not the actor's.

    :raises NotPlannedWith: when the course is not among those planned with.
    """
    desk = desk_of(actor, holding_id=holding_id, today=today)
    shelf = desk.shelf()
    listed = shelf.listed.get(offer)
    least = next((each for each in GOALS if each == goal), GOALS[0])
    if listed is None:
        raise NotPlannedWith("")
    now = plans_at(desk).document["plans"][least]
    is_in = offer in {step["id"] for step in now["steps"]}
    choices = {**desk.planning.choices, offer: "forbidden" if is_in else "pinned"}
    other = planned(desk, shelf, desk.holder(), goal=least, choices=choices)
    return Weighed(listed=listed, goal=least, is_in=is_in, now=now, other=other)


def courses_on_shelf(actor: Person, *, holding_id: int, today: date) -> list[Listed]:
    """Everything that is planned with, by title."""
    shelf = desk_of(actor, holding_id=holding_id, today=today).shelf()
    return sorted(shelf.listed.values(), key=lambda one: one.offer.title.casefold())
