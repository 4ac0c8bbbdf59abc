"""What arrives at the same moment, from two tabs or a phone that tries again, is done once and never fails."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from threading import Barrier
from typing import Any

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError, connection

from recert.actions.add_activity import add_activity
from recert.actions.check_audit_trail import check_audit_trail
from recert.actions.check_standing import check_standing
from recert.actions.check_verdicts import check_verdicts
from recert.actions.erase_person import erase_person
from recert.actions.hold_credential import hold_credential
from recert.actions.restore_activity import restore_activity
from recert.actions.trash_activity import trash_activity
from recert.records.models import Activity, Holding, Person, StoredVerdict

TABS = 4
STATED = {"earned_on": "2025-06-11", "quantity": "3", "unit": "aama_ceu"}

pytestmark = pytest.mark.django_db(transaction=True)


def trash_and_restore(dana: Person, row: Activity) -> None:
    for _ in range(5):
        trash_activity(dana, activity_id=row.pk)
        restore_activity(dana, activity_id=row.pk)


WHILE_LEAVING: list[Callable[[Person, Activity], Any]] = [
    lambda dana, _row: erase_person(dana),
    trash_and_restore,
    lambda dana, _row: add_activity(dana, fields=STATED),
    lambda dana, _row: check_standing(dana, today=date(2026, 11, 22)),
]


def in_every_tab(do: Callable[[int], Any]) -> list[Any]:
    together = Barrier(TABS)

    def tab(number: int) -> Any:
        try:
            together.wait()
            return do(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(TABS) as pool:
        return list(pool.map(tab, range(TABS)))


def test_one_request_sent_four_times_adds_one_activity(dana: Person) -> None:
    rows = in_every_tab(lambda _: add_activity(dana, fields=STATED, request_key="key"))
    assert len(set(rows)) == Activity.objects.count() == 1


def test_a_credential_added_in_four_tabs_is_held_once(dana: Person) -> None:
    rows = in_every_tab(lambda _: hold_credential(dana, credential="cma-aama", certified_on=date(2022, 3, 14)))
    assert len(set(rows)) == Holding.objects.count() == 1


def test_four_tabs_that_look_store_one_verdict(dana: Person) -> None:
    hold_credential(dana, credential="cma-aama", certified_on=date(2022, 3, 14))
    in_every_tab(lambda _: check_standing(dana, today=date(2026, 11, 22)))
    assert StoredVerdict.objects.count() == 1


def test_looking_while_adding_never_leaves_an_old_verdict_looking_fresh(dana: Person) -> None:
    hold_credential(dana, credential="cma-aama", certified_on=date(2022, 3, 14))

    def look_or_add(number: int) -> None:
        for turn in range(5):
            if number % 2:
                check_standing(dana, today=date(2026, 11, 22))
            else:
                add_activity(dana, fields={**STATED, "title": f"{number} {turn}"})

    in_every_tab(look_or_add)
    assert check_verdicts() == []
    (standing,) = check_standing(dana, today=date(2026, 11, 22))
    assert standing.document["findings"][0]["earned"] == "30"


def test_leaving_in_the_middle_of_everything_ends_with_nobody(dana: Person) -> None:
    row = add_activity(dana, fields=STATED)
    hold_credential(dana, credential="cma-aama", certified_on=date(2022, 3, 14))

    def turn(number: int) -> None:
        with suppress(ObjectDoesNotExist, IntegrityError):  # the person was gone before the change came
            WHILE_LEAVING[number](dana, row)

    in_every_tab(turn)
    assert (Person.objects.count(), Activity.objects.count()) == (0, 0)
    assert check_audit_trail() == []
