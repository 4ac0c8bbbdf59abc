"""Activities are kept as they were stated, or refused in a sentence that names the field."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from recert.actions.add_activity import add_activity
from recert.actions.change_activity import change_activity
from recert.actions.empty_trash import empty_trash
from recert.actions.list_activities import list_activities
from recert.actions.open_activity import open_activity
from recert.actions.read_fields import FieldRefused, read_fields
from recert.actions.restore_activity import restore_activity
from recert.actions.trash_activity import trash_activity
from recert.records.models import Activity, ImportDraft, Person
from tests.actions.conftest import Finish

STATED = {"earned_on": "2025-06-11", "quantity": "3", "unit": "cme"}


def test_what_was_stated_is_what_is_kept(dana: Person) -> None:
    row = add_activity(dana, fields={**STATED, "category": "clinical=2;general=1", "approved_by": "ANCC; aama"})
    kept = open_activity(dana, activity_id=row.pk)
    assert (kept.quantity, kept.category, kept.approved_by) == (Decimal(3), "clinical=2;general=1", "aama;ancc")


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("earned_on", "3/14/2024", "Write the day as 2026-11-22; found 3/14/2024."),
        ("earned_on", "0024-03-14", "The year must be from 1950 to 2100; found 24."),
        ("earned_on", "", "found nothing"),
        ("kind", "party", "party is not one of: course,"),
        ("unit", "", "nothing is not one of: aama_ceu,"),
        ("quantity", "a few", "Write a number, such as 1.5; found a few."),
        ("quantity", "1.00001", "at most four decimals"),
        ("quantity", "-1", "Write a number from 0 to 100000."),
        ("quantity", "NaN", "Write a number, such as 1.5; found NaN."),
        ("quantity", "1e400", "Write a number"),
        ("minutes", "50.5", "Write whole minutes, such as 50; found 50.5."),
        ("minutes", "-50", "Write whole minutes"),
        ("category", "clinical=2;general=2", "The parts add up to 4, but the certificate says 3."),
        ("category", "clinical=1e999999999;general=1", "Write a number from 0 to 100000."),
        ("category", "clinical;general", "clinical;general cannot be read. Write clinical,"),
        ("title", "x" * 301, "This has 301 characters; at most 300 fit."),
        ("note", "a\x00b", "a character that cannot be kept"),
        ("relevant", "maybe", "Answer yes, no, or leave it open."),
        ("colour", "red", "There is no field colour on an activity."),
    ],
)
def test_a_field_that_cannot_be_kept_is_refused_in_a_sentence(field: str, value: Any, sentence: str) -> None:
    with pytest.raises(FieldRefused) as refused:
        read_fields({**STATED, field: value})
    assert sentence in str(refused.value)
    assert refused.value.field == field


def test_the_same_request_twice_adds_once(dana: Person) -> None:
    first, second = (add_activity(dana, fields=STATED, request_key="key") for _ in range(2))
    assert first == second
    assert dana.activities.count() == 1


def test_request_keys_of_two_people_never_meet(dana: Person, luz: Person) -> None:
    first, second = (add_activity(person, fields=STATED, request_key="key") for person in (dana, luz))
    assert first != second


def test_a_change_keeps_what_it_does_not_mention(dana: Person, finish: Finish) -> None:
    row = finish(dana, "5")
    changed = change_activity(dana, activity_id=row.pk, version=1, fields={"title": "New"})
    assert (changed.title, changed.quantity, changed.version) == ("New", Decimal(5), 2)


def test_a_change_may_not_break_a_split(dana: Person, finish: Finish) -> None:
    row = finish(dana, "5", "clinical=2;general=3")
    with pytest.raises(FieldRefused, match="add up to 5"):
        change_activity(dana, activity_id=row.pk, version=1, fields={"quantity": "6"})


def test_trash_can_be_undone(dana: Person, finish: Finish) -> None:
    row = finish(dana)
    trash_activity(dana, activity_id=row.pk)
    assert (list_activities(dana), list_activities(dana, trashed=True)) == ([], [row])
    restore_activity(dana, activity_id=row.pk)
    assert (list_activities(dana), list_activities(dana, trashed=True)) == ([row], [])


def test_what_lies_in_the_trash_cannot_be_edited(dana: Person, finish: Finish) -> None:
    row = trash_activity(dana, activity_id=finish(dana).pk)
    with pytest.raises(Activity.DoesNotExist):
        change_activity(dana, activity_id=row.pk, version=row.version, fields={"title": "New"})


def test_the_trash_is_emptied_only_of_what_lay_there_long_enough(dana: Person, finish: Finish) -> None:
    old, young, kept = (finish(dana, quantity) for quantity in ("1", "2", "3"))
    for row in (old, young):
        trash_activity(dana, activity_id=row.pk)
    now = timezone.now()
    Activity.objects.filter(pk=old.pk).update(trashed_at=now - timedelta(days=31))
    assert empty_trash(before=now - timedelta(days=30)) == 1
    assert set(Activity.objects.all()) == {young, kept}


def test_a_file_nobody_confirmed_goes_with_the_trash(dana: Person) -> None:
    ImportDraft.objects.create(person=dana, name="a.csv", content=b"x")
    empty_trash(before=timezone.now() + timedelta(days=1))
    assert not ImportDraft.objects.exists()
