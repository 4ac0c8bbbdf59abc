"""Every change is written down in its own transaction, and no entry can be touched unseen."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from recert.actions.add_activity import add_activity
from recert.actions.change_activity import change_activity
from recert.actions.check_audit_trail import check_audit_trail
from recert.actions.erase_person import erase_person
from recert.actions.record_change import OutsideItsTransaction, record_change
from recert.actions.restore_activity import restore_activity
from recert.actions.trash_activity import trash_activity
from recert.records.models import AuditEntry, Person
from tests.actions.conftest import Finish


def work(person: Person, finish: Finish) -> None:
    row = finish(person)
    change_activity(person, activity_id=row.pk, version=1, fields={"title": "Better"})
    trash_activity(person, activity_id=row.pk)
    restore_activity(person, activity_id=row.pk)


def test_an_entry_says_who_did_what_to_which_and_how_it_was_before(dana: Person, finish: Finish) -> None:
    work(dana, finish)
    entry = AuditEntry.objects.get(verb="change")
    assert (entry.actor, entry.noun, entry.object_id) == (dana, "activity", dana.activities.get().pk)
    assert (entry.before["title"], entry.after["title"]) == ("clinical 5", "Better")


def test_every_change_has_one_entry(dana: Person, finish: Finish) -> None:
    work(dana, finish)
    assert [entry.verb for entry in AuditEntry.objects.all()] == ["add", "change", "trash", "restore"]


def test_what_changed_nothing_leaves_no_entry(dana: Person, finish: Finish) -> None:
    row = finish(dana)
    restore_activity(dana, activity_id=row.pk)
    assert AuditEntry.objects.count() == 1


def test_a_change_that_is_rolled_back_takes_its_entry_along(dana: Person, finish: Finish) -> None:
    with transaction.atomic():
        finish(dana)
        transaction.set_rollback(True)
    assert not AuditEntry.objects.exists()
    assert check_audit_trail() == []


@pytest.mark.django_db(transaction=True)
def test_an_entry_apart_from_its_change_is_refused(dana: Person) -> None:
    with pytest.raises(OutsideItsTransaction):
        record_change(dana, verb="add", about=("activity", 1), holder=dana)


def test_an_untouched_trail_holds(dana: Person, finish: Finish) -> None:
    work(dana, finish)
    assert check_audit_trail() == []


@pytest.mark.parametrize(
    "change",
    [{"verb": "drop"}, {"after": {"title": "Forged"}}, {"object_id": 99}, {"actor": None}, {"at": "2020-01-01T00:00Z"}],
)
def test_an_altered_entry_is_named(dana: Person, finish: Finish, change: dict[str, object]) -> None:
    work(dana, finish)
    entry = AuditEntry.objects.all()[1]
    AuditEntry.objects.filter(pk=entry.pk).update(**change)
    assert check_audit_trail()[0].startswith(f"Entry {entry.pk} was altered")


def test_an_entry_taken_out_of_the_middle_is_missed(dana: Person, finish: Finish) -> None:
    work(dana, finish)
    AuditEntry.objects.all()[1].delete()
    assert "was taken out or put in" in check_audit_trail()[0]


def test_an_entry_cut_off_the_end_is_missed(dana: Person, finish: Finish) -> None:
    work(dana, finish)
    AuditEntry.objects.last().delete()
    assert check_audit_trail() == ["The trail ends at 3 entries where 4 were recorded: entries are missing at its end."]


def test_leaving_erases_what_is_personal_and_the_chain_still_holds(dana: Person, luz: Person, finish: Finish) -> None:
    for person in (dana, luz):
        finish(person, title=f"Seen by {person.name} alone")
    erase_person(dana)
    assert check_audit_trail() == []
    told = [str((entry.before, entry.after)) for entry in AuditEntry.objects.all()]
    assert "Dana" not in "".join(told)
    assert "Luz" in "".join(told)


@pytest.mark.django_db(transaction=True)
def test_writers_at_the_same_moment_still_make_one_chain(dana: Person, luz: Person) -> None:
    def add(person: Person) -> None:
        try:
            for _ in range(5):
                add_activity(person, fields={"earned_on": "2025-01-01", "quantity": "1", "unit": "cme"})
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(add, [dana, luz, dana, luz]))
    assert AuditEntry.objects.count() == 20
    assert check_audit_trail() == []
