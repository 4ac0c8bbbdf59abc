"""Three plans for a credential, cheapest, fastest and least travel: kept, and made anew only when something changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from django.db.models import Q
from django.utils import timezone

from recert.actions.judge_holding import Case, case_of
from recert.actions.plan_collections import best_sized
from recert.actions.plan_costs import cost_of, dearer
from recert.actions.plan_documents import exam_document, plan_document
from recert.actions.plan_offers import Scale, Shelf, shelf_of
from recert.actions.plan_wishes import GOALS, PlanWishes, wishes_of
from recert.actions.relaxations import Relaxed, relaxed_one_by_one, with_everything
from recert.planning.holder import Holder
from recert.planning.plan import Plan, plan
from recert.planning.wishes import Objective, Wishes
from recert.records.fields import canonical
from recert.records.models import Course, FeedLoad, Holding, OwnCourse, Person, Planning, PlanStep
from recert.records.snapshots import transcript_of
from recert.rulebooks.library import rulebook
from recert.rules.document import done_by, verdict_document

Document = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What plans for one holding are made from, as loaded: rows of the catalogue only when a plan is made."""

    case: Case
    planning: Planning
    catalog: str
    """Another text whenever anything that could be planned with is another."""
    done: tuple[str, ...] = ()
    """What was ticked off in the chosen plan: on the transcript by now, and not to be planned again."""

    wished: PlanWishes | None = None
    """Other wishes than those that are kept, to see what they would change."""

    @property
    def wishes(self) -> PlanWishes:
        return self.wished or wishes_of(self.planning.wishes)

    @property
    def basis(self) -> dict[str, str]:
        """All that the plans depend on but the day and the planner, part by part, so that it can be said what changed."""
        wished = canonical([self.planning.wishes, self.planning.choices])
        return {
            "standing": self.case.fingerprint,
            "catalog": self.catalog,
            "wishes": sha256(wished.encode()).hexdigest(),
        }

    @property
    def fingerprint(self) -> str:
        """The day included: what can be taken today may not be tomorrow."""
        parts = (canonical([self.basis, list(self.done)]), self.case.today, planner())
        return sha256(":".join(map(str, parts)).encode()).hexdigest()

    def shelf(self) -> Shelf:
        person = self.case.holding.person
        scale = Scale(
            edition=self.case.edition,
            certifier=rulebook(self.case.holding.credential).certifier.id,
            wishes=self.wishes,
        )
        return shelf_of(_courses(self.catalog), OwnCourse.objects.filter(person=person, removed_at=None), scale=scale)

    def holder(self) -> Holder:
        case = self.case
        return Holder(
            transcript=transcript_of(case.holding.person),
            edition=case.edition,
            cycle=case.holding.cycle,
            as_of=case.today,
            first_cycle=case.holding.first_cycle,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Plans:
    """What was planned for one holding: `document` has the three plans by goal, the exam, and what was left out."""

    holding: Holding
    wishes: PlanWishes
    choices: Mapping[str, str]
    document: Document
    fingerprint: str


@cache
def planner() -> str:
    """The text of the planner's own code: a release that plans otherwise makes every kept plan stale."""
    rooms = (files("recert.planning"), files("recert.actions"))
    names = sorted((entry for room in rooms for entry in room.iterdir() if "plan" in str(entry)), key=str)
    return sha256(b"".join(entry.read_bytes() for entry in names if entry.name.endswith(".py"))).hexdigest()


def desk_of(actor: Person, *, holding_id: int, today: date) -> Desk:
    """:raises DoesNotExist: when the holding is not the actor's, is closed, or no rules cover its cycle."""
    holding = Holding.objects.select_related("person", "planning").get(person=actor, pk=holding_id, closed_on=None)
    case = case_of(holding, today=today)
    if case is None:
        raise Holding.DoesNotExist
    planning = getattr(holding, "planning", None) or Planning(holding=holding)
    done = PlanStep.objects.filter(plan__holding=holding, activity__isnull=False, activity__trashed_at=None)
    return Desk(
        case=case,
        planning=planning,
        catalog=catalog_digest(actor),
        done=tuple(done.order_by("offer").values_list("offer", flat=True)),
    )


@lru_cache(maxsize=1)
def _courses(_catalog: str) -> tuple[Course, ...]:
    """What states its credit, or is a part of a CPR course, and is still to be had: read once for each catalogue."""
    stated = Q(quantity__isnull=False) | Q(kind="cpr_card")
    return tuple(Course.objects.filter(stated, has_ended=False).order_by("pk"))


def catalog_digest(actor: Person) -> str:
    """What can be planned with, in one text: the feeds as loaded, and the actor's own finds."""
    loads = FeedLoad.objects.order_by("name").values_list("name", "edition")
    own = OwnCourse.objects.filter(person=actor, removed_at=None).values_list("pk", flat=True)
    return sha256(canonical([[list(each) for each in loads], list(own)]).encode()).hexdigest()


def make_plans(actor: Person, *, holding_id: int, today: date) -> Plans:
    """The plans as kept, while nothing behind them changed. Four queries then.

    :raises DoesNotExist: as `desk_of`.
    """
    return plans_at(desk_of(actor, holding_id=holding_id, today=today))


def plans_at(desk: Desk) -> Plans:
    """The desk's plans, made anew and kept if what they were made from is not what lies there now."""
    kept = desk.planning
    if kept.fingerprint != desk.fingerprint or kept.answer is None:
        kept.answer, kept.fingerprint, kept.computed_at = _answer(desk), desk.fingerprint, timezone.now()
        values = {"answer": kept.answer, "fingerprint": kept.fingerprint, "computed_at": kept.computed_at}
        Planning.objects.update_or_create(holding=kept.holding, defaults=values)
    return Plans(
        holding=desk.case.holding,
        wishes=desk.wishes,
        choices=kept.choices,
        document=kept.answer,
        fingerprint=kept.fingerprint,
    )


def _answer(desk: Desk) -> Document:
    shelf, holder = desk.shelf(), desk.holder()
    plans = {goal: planned(desk, shelf, holder, goal=goal) for goal in GOALS}
    standing = desk.case.evaluate(holder.transcript)
    return {
        "as_of": desk.case.today.isoformat(),
        "plans": plans,
        "met": standing.met,
        "done_by": done_by(verdict_document(standing)),
        "exam": exam_document(standing, desk.case.edition, desk.case.today),
        "left_out": dict(shelf.left_out),
        "unpriced": shelf.unpriced,
        "count": len(shelf.listed),
        "titles": _titles(desk, shelf),
        "would_help": _would_help(desk, holder, plans["cost"]),
        "costs_of_choices": _costs_of_choices(desk, shelf, holder, plans["cost"]),
    }


def _titles(desk: Desk, shelf: Shelf) -> dict[str, str]:
    """What the courses that were chosen or left out are called; one that is gone keeps its number."""
    rows = shelf.listed
    return {offer: rows[offer].offer.title for offer in desk.planning.choices if offer in rows}


def _would_help(desk: Desk, holder: Holder, cheapest: Document) -> list[Document]:
    """The smallest change that makes a cheapest plan possible: of a limit, or of what may be planned with."""
    if cheapest["feasible"]:
        return []
    found = [each for each in cheapest["would_help"] if each["about"] in {"budget", "hours_a_month"}]
    if _helps_to_allow(desk, holder):
        found.append({"about": "forbidden", "missing": None})
    alone = [relaxed for relaxed in relaxed_one_by_one(desk.wishes) if _helps(desk, holder, relaxed)]
    if not alone and not found and _helps(desk, holder, everything := with_everything(desk.wishes)):
        alone = [everything]
    return [*found, *({"about": relaxed.about, "missing": None} for relaxed in alone)]


def _helps_to_allow(desk: Desk, holder: Holder) -> bool:
    """Whether it is enough to allow again what the holder left out; what they finished stays finished."""
    choices = {offer: what for offer, what in desk.planning.choices.items() if what != "forbidden"}
    if choices == desk.planning.choices:
        return False
    return bool(planned(desk, desk.shelf(), holder, goal="cost", choices=choices)["feasible"])


def _helps(desk: Desk, holder: Holder, relaxed: Relaxed) -> bool:
    other = replace(desk, wished=relaxed.wishes)
    return bool(planned(other, other.shelf(), holder, goal="cost")["feasible"])


def planned(
    desk: Desk, shelf: Shelf, holder: Holder, *, goal: Objective, choices: Mapping[str, str] | None = None
) -> Document:
    """One plan by the desk's wishes; other `choices` show what they would change."""
    chosen = desk.planning.choices if choices is None else choices
    pinned = {offer for offer, what in chosen.items() if what == "pinned" and offer in shelf.listed}
    forbidden = {offer for offer, what in chosen.items() if what == "forbidden"}
    unpriced_too = goal != "cost" or desk.wishes.prices == "all"
    wishes = Wishes(
        least=goal,
        budget=desk.wishes.budget,
        hours_a_month=desk.wishes.monthly,
        pinned=frozenset(pinned.difference(desk.done)),
        forbidden=frozenset(forbidden.union(desk.done)),
    )

    def made_from(sized: Shelf) -> Plan:
        catalog = sized.catalog(with_unknown_prices=unpriced_too, wished=frozenset(pinned))
        return plan(catalog, holder=holder, wishes=wishes)

    made, sized = best_sized(shelf, holder, wishes, made_from)
    return plan_document(made, goal, sized.listed)


def _costs_of_choices(desk: Desk, shelf: Shelf, holder: Holder, cheapest: Document) -> Document:
    """What the cheapest plan would cost without each choice, and what the choice adds where that can be said."""
    costs: Document = {}
    for offer in desk.planning.choices:
        others = {each: what for each, what in desk.planning.choices.items() if each != offer}
        without = planned(desk, shelf, holder, goal="cost", choices=others)
        costs[offer] = {
            "feasible": without["feasible"],
            **cost_of(without["steps"]),
            "dearer": dearer(without["steps"], cheapest["steps"]),
        }
    return costs
