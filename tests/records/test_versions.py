"""Two editors of one row: the later one is told, and nothing is overwritten in silence."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from recert.actions.add_activity import add_activity
from recert.actions.change_activity import change_activity
from recert.records.models import Activity, AuditEntry, Person
from recert.records.versions import StaleEdit


@pytest.fixture
def activity(dana: Person) -> Activity:
    return add_activity(
        dana, fields={"earned_on": date(2025, 1, 2), "quantity": "1", "unit": "aama_ceu", "title": "Old"}
    )


def test_a_stale_save_is_refused_with_both_versions(dana: Person, activity: Activity) -> None:
    change_activity(dana, activity_id=activity.pk, version=1, fields={"title": "Theirs"})
    with pytest.raises(StaleEdit) as stale:
        change_activity(dana, activity_id=activity.pk, version=1, fields={"title": "Yours"})
    assert (stale.value.theirs.title, stale.value.yours["title"]) == ("Theirs", "Yours")
    assert Activity.objects.get(pk=activity.pk).title == "Theirs"


@pytest.mark.django_db(transaction=True)
def test_of_editors_at_the_same_moment_exactly_one_saves(dana: Person, activity: Activity) -> None:
    editors, rounds = 4, 5
    together = Barrier(editors)

    def edit(name: str, version: int) -> bool:
        try:
            together.wait()
            change_activity(dana, activity_id=activity.pk, version=version, fields={"title": name})
        except StaleEdit:
            return False
        else:
            return True
        finally:
            connection.close()

    for version in range(1, rounds + 1):
        with ThreadPoolExecutor(editors) as pool:
            saved = list(pool.map(edit, [f"editor {i}" for i in range(editors)], [version] * editors))
        assert saved.count(True) == 1
        assert Activity.objects.get(pk=activity.pk).title == f"editor {saved.index(True)}"
    assert Activity.objects.get(pk=activity.pk).version == rounds + 1
    assert AuditEntry.objects.filter(verb="change").count() == rounds
