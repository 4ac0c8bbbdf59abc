"""Whoever leaves is gone, from every table."""

from __future__ import annotations

from datetime import date

from django.apps import apps

from recert.actions.check_standing import check_standing
from recert.actions.erase_person import erase_person
from recert.actions.hold_credential import hold_credential
from recert.actions.keep_message import keep_message
from recert.actions.start_import import start_import
from recert.records.models import AuditEntry, AuditHead, Person, RulesInForce
from tests.actions.conftest import Finish
from tests.cast import someone

IMPERSONAL = {AuditEntry, AuditHead, RulesInForce}
"""Rules, and a chain of digests that tell nobody anything."""


def filled() -> dict[str, int]:
    """How many rows each table has that could hold something personal."""
    tables = set(apps.get_models()) - IMPERSONAL
    return {table.__name__: count for table in tables if (count := table._default_manager.count())}


def test_no_table_keeps_a_row_of_someone_who_left(evan: Person, finish: Finish, today: date) -> None:
    before = filled()
    dana = someone("Dana")
    hold_credential(dana, credential="cma-aama", certified_on=date(2022, 3, 14))
    finish(dana)
    check_standing(dana, today=today)
    start_import(dana, name="a.csv", content=b"earned_on\n")
    keep_message(None, to=dana.email.upper(), subject="Confirm", text="123456")
    erase_person(dana)
    assert filled() == before


def test_what_is_left_in_the_trail_names_nobody(dana: Person, finish: Finish) -> None:
    finish(dana)
    erase_person(dana)
    kept = AuditEntry.objects.values("actor", "holder", "object_id", "before", "after", "salt")
    assert {tuple(entry.values()) for entry in kept if entry["salt"] == ""} == {(None, None, None, None, None, "")}
    assert all(entry["actor"] is None and entry["holder"] is None for entry in kept)


def test_nobody_else_goes_along(dana: Person, luz: Person, finish: Finish) -> None:
    finish(luz)
    erase_person(dana)
    assert luz.activities.count() == 1
