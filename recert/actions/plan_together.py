"""One plan for several credentials: what is bought for one counts for the others too, and is bought once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from django.core.cache import caches

from recert.actions.make_plans import Desk, Plans, desk_of, plans_at
from recert.actions.plan_collections import sized
from recert.actions.plan_costs import cost_of, dearer
from recert.actions.plan_offers import Listed, Shelf
from recert.planning import several
from recert.planning.applying import applying_document
from recert.planning.catalog import Catalog
from recert.planning.wishes import Wishes
from recert.records.models import Holding, Person
from recert.rulebooks.library import rulebook
from recert.rules.points import as_text

Document = dict[str, Any]
AN_HOUR = 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class _Table:
    """One credential's place at the table; `alone` is its cheapest plan by itself."""

    name: str
    desk: Desk
    shelf: Shelf
    alone: Document


def plan_together(actor: Person, *, today: date) -> Document | None:
    """The cheapest for all open credentials that are short, proved; None where that are fewer than two.

    Kept in memory while none of their own plans changed.
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
        _Table(
            name=rulebook(desk.case.holding.credential).name,
            desk=desk,
            shelf=desk.shelf(),
            alone=document["plans"]["cost"],
        )
        for desk, document in short
    ]
    names = [table.name for table in tables]
    wishes = _wishes(tables)
    listed = _on_one_shelf(tables, wishes)
    catalog = Catalog(one.offer for one in listed.values())
    plan = several.plan_together(catalog, holders=[table.desk.holder() for table in tables], wishes=wishes)
    if not plan.feasible:
        alone = [table.name for table in tables if not table.alone["feasible"]]
        return {"names": names, "impossible": alone or names, "steps": []}
    return {"names": names, "impossible": [], **_document(plan, tables, listed)}


def _on_one_shelf(tables: Sequence[_Table], wishes: Wishes) -> dict[str, Listed]:
    """Every offer once: as it is listed where it has an area, and where most of a collection is needed.

    A price nobody states is planned with only where every credential's wishes say so.
    """
    together: dict[str, Listed] = {}
    unpriced_too = all(table.desk.wishes.prices == "all" for table in tables)
    for table in tables:
        for offer, one in sized(table.shelf, table.desk.holder(), wishes.pinned).listed.items():
            other = together.get(offer)
            better = other is None or _worth(one) > _worth(other)
            if better and (unpriced_too or one.price is not None):
                together[offer] = one
    return together


def _worth(one: Listed) -> tuple[bool, Any]:
    return bool(one.offer.category), one.offer.quantity


def _wishes(tables: Sequence[_Table]) -> Wishes:
    """All credentials' wishes at once: budgets add up, the least time counts, what one keeps is kept."""
    wished = [table.desk.wishes for table in tables]
    budgets = [each.budget for each in wished if each.budget is not None]
    choices = [choice for table in tables for choice in table.desk.planning.choices.items()]
    done = {offer for table in tables for offer in table.desk.done}
    pinned = {offer for offer, what in choices if what == "pinned"} - done
    forbidden = {offer for offer, what in choices if what == "forbidden"} - pinned
    there = {offer for table in tables for offer in table.shelf.listed}
    return Wishes(
        budget=sum(budgets) if len(budgets) == len(wished) else None,
        hours_a_month=min((each.monthly for each in wished if each.monthly is not None), default=None),
        pinned=frozenset(pinned & there),
        forbidden=frozenset(forbidden | done),
    )


def _document(plan: several.JointPlan, tables: Sequence[_Table], listed: dict[str, Listed]) -> Document:
    steps = [_step(step, plan, tables, listed[step.offer.id]) for step in plan.steps]
    return {
        "steps": steps,
        "applying": {table.name: applying_document(way) for table, way in zip(tables, plan.applying, strict=True)},
        **cost_of(steps),
        "hours": plan.hours,
        "proved": plan.proved_optimal,
        "saves": dearer(steps, (step for table in tables for step in table.alone["steps"])),
    }


def _step(step: several.JointStep, plan: several.JointPlan, tables: Sequence[_Table], listed: Listed) -> Document:
    does = {}
    for table, after, activity, counted in zip(tables, plan.afters, step.activities, step.counts, strict=True):
        parts = next((one.counted_as for one in after.activities if one.id == activity), {})
        shares = {category: as_text(points) for category, points in parts.items()}
        does[table.name] = {"counted": as_text(counted), "as": shares}
    offer = step.offer
    return {
        "id": offer.id,
        "title": offer.title,
        "provider": offer.provider,
        "do_by": step.do_by.isoformat(),
        **listed.facts(),
        "for": does,
    }
