"""One plan for several credentials: what is bought for one counts for the others too, and is bought once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from itertools import permutations
from typing import Any

from django.core.cache import caches

from recert.actions.make_plans import Desk, Plans, desk_of, planned, plans_at
from recert.actions.plan_offers import Shelf
from recert.planning.holder import Holder
from recert.records.models import Holding, Person
from recert.rulebooks.library import rulebook
from recert.rules.document import verdict_document
from recert.rules.transcript import Activity

Document = dict[str, Any]
MOST_ORDERS = 3
"""Credentials of which every order is tried; of more, only the one in which their cycles end."""
AN_HOUR = 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """One credential's place at the table."""

    desk: Desk
    shelf: Shelf
    holder: Holder
    alone: Document
    """Its cheapest plan by itself."""


def plan_together(actor: Person, *, today: date) -> Document | None:
    """The cheapest we find for all open credentials that are short; None where that are fewer than two.

    Credentials are planned one on top of the other, in every order. `at_least` is what the dearest of them costs alone:
    nothing cheaper can serve all, so that a plan that costs as much is proved.
    """
    holdings = Holding.objects.filter(person=actor, closed_on=None).order_by("cycle_ends", "pk")
    desks = [desk for key in holdings.values_list("pk", flat=True) if (desk := _desk(actor, key, today))]
    if len(desks) < 2:
        return None
    kept = [(desk, plans_at(desk)) for desk in desks]
    key = "together:" + sha256(":".join(_stamp(desk, plans) for desk, plans in kept).encode()).hexdigest()
    found = caches["memory"].get(key)
    if found is None:
        found = _together([(desk, plans.document) for desk, plans in kept])
        caches["memory"].set(key, found, AN_HOUR)
    document: Document = found
    return document or None


def _desk(actor: Person, holding_id: int, today: date) -> Desk | None:
    try:
        return desk_of(actor, holding_id=holding_id, today=today)
    except Holding.DoesNotExist:
        return None


def _stamp(desk: Desk, plans: Plans) -> str:
    """Whose plans, made when, of what: another one whenever any of them was made anew."""
    return f"{desk.case.holding.pk}@{desk.planning.computed_at}:{plans.fingerprint}"


def _together(kept: Sequence[tuple[Desk, Document]]) -> Document:
    short = [(desk, document) for desk, document in kept if not document["met"]]
    if len(short) < 2:
        return {}
    tables = [
        _Table(desk=desk, shelf=desk.shelf(), holder=desk.holder(), alone=document["plans"]["cost"])
        for desk, document in short
    ]
    names = [_name(table) for table in tables]
    impossible = [name for name, table in zip(names, tables, strict=True) if not table.alone["feasible"]]
    if impossible:
        return {"names": names, "impossible": impossible, "steps": []}
    orders = permutations(tables) if len(tables) <= MOST_ORDERS else [tuple(tables)]
    best = min((_in_order(order) for order in orders), key=_sums)
    return _document(tables, best)


def _in_order(order: Sequence[_Table]) -> dict[str, Document]:
    """Each credential planned on top of what was bought for those before it: steps by offer."""
    bought: dict[str, Document] = {}
    for table in order:
        extra = tuple(_activity(table, step, order) for step in bought.values())
        holder = replace(table.holder, transcript=(*table.holder.transcript, *extra))
        choices = {**table.desk.planning.choices, **dict.fromkeys(bought, "forbidden")}
        plan = planned(table.desk, table.shelf, holder, goal="cost", choices=choices)
        bought |= {step["id"]: step for step in plan["steps"]}
    return bought


def _activity(table: _Table, step: Document, order: Sequence[_Table]) -> Activity:
    """What a course bought for another credential is for this one: as its own shelf has it, else as the other's."""
    shelves = (table.shelf, *(other.shelf for other in order))
    offer = next(shelf.listed[step["id"]].offer for shelf in shelves if step["id"] in shelf.listed)
    return replace(offer.taken_on(date.fromisoformat(step["do_by"])), id=f"plan:{offer.id}")


def _sums(steps: Mapping[str, Document]) -> tuple[int, int, int, list[str]]:
    rows = steps.values()
    return sum(step["price"] or 0 for step in rows), sum(step["hours"] or 0 for step in rows), len(steps), sorted(steps)


def _document(tables: Sequence[_Table], bought: Mapping[str, Document]) -> Document:
    served = {_name(table): _served(table, bought, tables) for table in tables}
    steps = sorted(bought.values(), key=lambda step: (step["do_by"], step["id"]))
    cost, hours, _count, _ids = _sums(bought)
    return {
        "names": list(served),
        "impossible": [],
        "steps": [{**step, "for": {name: does[step["id"]] for name, does in served.items()}} for step in steps],
        "cost": cost,
        "unpriced": sum(step["price"] is None for step in steps),
        "hours": hours,
        "apart": sum(table.alone["cost"] for table in tables),
        "at_least": max(table.alone["cost"] for table in tables),
    }


def _served(table: _Table, bought: Mapping[str, Document], tables: Sequence[_Table]) -> dict[str, Document]:
    """What each course counts for under one credential, with all of them taken."""
    extra = [_activity(table, step, tables) for step in bought.values()]
    after = verdict_document(table.desk.case.evaluate((*table.holder.transcript, *extra)))
    outcomes = {
        each["id"].removeprefix("plan:"): each for each in after["activities"] if each["id"].startswith("plan:")
    }
    return {offer: {"counted": outcomes[offer]["counted"], "as": outcomes[offer]["as"]} for offer in bought}


def _name(table: _Table) -> str:
    return rulebook(table.desk.case.holding.credential).name
