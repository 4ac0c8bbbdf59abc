"""Nothing of Dana's can be reached by Evan, by any verb that takes the number of something."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib import import_module
from inspect import signature
from pkgutil import iter_modules
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.utils import timezone

import recert.actions
from recert.actions.check_standing import check_standing
from recert.actions.choose_plan import choose_plan
from recert.actions.list_activities import list_activities
from recert.actions.list_history import list_history
from recert.actions.list_holdings import list_holdings
from recert.actions.list_rule_notices import list_rule_notices
from recert.actions.move_application import Move
from recert.actions.note_own_course import note_own_course
from recert.actions.read_kept_messages import read_kept_messages
from recert.actions.show_activity_outcomes import show_activity_outcomes
from recert.records.models import Application, Holding, ImportDraft, Person, Reminder, RuleNotice, StoredVerdict
from tests.actions.conftest import Finish
from tests.papers import hand_in, was_read

MORE = {
    "version": 1,
    "fields": {"title": "Mine now"},
    "days": {"certified_on": date(2022, 3, 14)},
    "recertified_on": date(2026, 11, 1),
    "today": date(2026, 11, 22),
    "choice": "pin",
    "goal": "cost",
    "rows": {},
    "about": "prices",
    "stated": {},
    "by": None,
    "paid": 1200,
    "move": Move(to="dropped", on=date(2026, 11, 2)),
}
"""What the verbs ask for besides the number."""
OF_A_PAPER = {"attach_draft", "confirm_draft", "open_read", "reopen_draft", "set_aside_draft", "weigh_draft"}
"""Verbs whose draft was read from a paper; the others' is an import."""

OF_ONE_SENT = {"accept_application", "open_sent_packet"}
"""Verbs about an application that was sent."""


def verbs() -> dict[str, Callable[..., Any]]:
    named = {
        found.name: import_module(f"recert.actions.{found.name}") for found in iter_modules(recert.actions.__path__)
    }
    return {name: getattr(module, name) for name, module in named.items() if hasattr(module, name)}


def numbers_of(verb: Callable[..., Any]) -> list[str]:
    return [name for name in signature(verb).parameters if name.endswith("_id") and name != "course_id"]


def has_an_actor(verb: Callable[..., Any]) -> bool:
    """What a clock starts has none."""
    return next(iter(signature(verb).parameters), "") == "actor"


WITH_NUMBERS = sorted(name for name, verb in verbs().items() if has_an_actor(verb) and numbers_of(verb))


@pytest.fixture
def danas(dana: Person, cma: Holding, finish: Finish, today: date) -> dict[str, Any]:
    """The numbers of one of each thing that is Dana's."""
    activity = finish(dana)
    check_standing(dana, today=today)
    verdict = StoredVerdict.objects.get(holding=cma)
    draft = ImportDraft.objects.create(person=dana, name="a.csv", content=b"earned_on\n2025-01-01\n")
    notice = RuleNotice.objects.create(holding=cma, old_edition="a", new_edition="b", change={})
    rows = {"activity": activity, "holding": cma, "verdict": verdict, "draft": draft, "notice": notice}
    numbers = {f"{noun}_id": row.pk for noun, row in rows.items()}
    return {**numbers, **plan_of(dana, cma, today), **paper_of(dana), **application_of(cma), **reminder_of(dana)}


def application_of(cma: Holding) -> dict[str, Any]:
    """An application under way; what is sent is kept in the vault."""
    kept = hand_in(cma.person).file
    return {"application_id": Application.objects.create(holding=cma, packet=kept).pk}


def reminder_of(dana: Person) -> dict[str, Any]:
    about = {"key": "k", "series": "s", "kind": "deadline", "wording": "Soon.", "values": {}}
    row = Reminder.objects.create(person=dana, due_on=date(2026, 11, 1), planned_at=timezone.now(), **about)
    return {"reminder_id": row.pk}


def paper_of(dana: Person) -> dict[str, Any]:
    """A paper, and what was read from it."""
    read = was_read(hand_in(dana))
    return {"certificate_id": read.certificate_id, "read_id": read.pk, "page": 1}


def plan_of(dana: Person, cma: Holding, today: date) -> dict[str, Any]:
    """A course that Dana found and plans with."""
    areas = {"category": "administrative|clinical|general", "approved_by": "aama", "price": 100}
    own = note_own_course(dana, fields={"title": "All of it", "quantity": "60", "unit": "aama_ceu", **areas})
    plan = choose_plan(dana, holding_id=cma.pk, goal="cost", today=today)
    return {"own_id": own.pk, "offer": f"own-{own.pk}", "step_id": plan.steps.all()[0].pk}


def call(name: str, actor: Person, numbers: dict[str, Any]) -> Any:
    verb = verbs()[name]
    wanted = {**MORE, **numbers}
    if name in OF_A_PAPER:
        wanted |= {
            "draft_id": numbers["read_id"],
            "fields": {"earned_on": "2025-06-11", "quantity": "2", "unit": "cme"},
        }
    if name in OF_ONE_SENT:
        Application.objects.update(state="sent", sent_on=date(2026, 11, 1))
    return verb(actor, **{key: wanted[key] for key in signature(verb).parameters if key in wanted})


@pytest.mark.parametrize("name", WITH_NUMBERS)
def test_to_a_stranger_it_is_not_there(name: str, evan: Person, danas: dict[str, Any]) -> None:
    with pytest.raises(ObjectDoesNotExist):
        call(name, evan, danas)


@pytest.mark.parametrize("name", sorted(set(WITH_NUMBERS) - {"undo_import"}))
def test_to_its_owner_it_is(name: str, dana: Person, danas: dict[str, Any]) -> None:
    call(name, dana, danas)


def test_most_verbs_are_tried() -> None:
    assert len(WITH_NUMBERS) >= 15


def test_a_strangers_lists_are_empty(evan: Person, danas: dict[str, Any], today: date) -> None:
    assert list_activities(evan) == list_activities(evan, trashed=True) == list_holdings(evan) == []
    assert check_standing(evan, today=today) == show_activity_outcomes(evan, today=today) == []
    assert list_rule_notices(evan) == []
    assert list_history(evan) == ()


def test_only_an_operator_reads_what_could_not_be_sent(evan: Person, sam: Person) -> None:
    assert read_kept_messages(sam) == []
    with pytest.raises(ObjectDoesNotExist):
        read_kept_messages(evan)
