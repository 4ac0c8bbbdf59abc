"""Standing is one stored row to a credential, worked out again exactly when something it depends on changes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from recert.actions.change_activity import change_activity
from recert.actions.change_holding import change_holding
from recert.actions.check_standing import check_standing
from recert.actions.restore_activity import restore_activity
from recert.actions.show_activity_outcomes import show_activity_outcomes
from recert.actions.trash_activity import trash_activity
from recert.records.models import Holding, Person, StoredVerdict
from tests.actions.conftest import Finish
from tests.web.transcripts import as_long_as_they_get, luz_has_two

Computed = Callable[[], list[Any]]


@pytest.fixture
def computed(dana: Person) -> Computed:
    """When each current verdict was worked out: the same moment means the same row was read."""
    return lambda: list(StoredVerdict.objects.filter(is_current=True).values_list("pk", "computed_at"))


def test_three_credentials_and_two_hundred_activities_take_at_most_four_queries(okafor: Person, today: date) -> None:
    as_long_as_they_get(okafor)
    assert len(check_standing(okafor, today=today)) == 3
    with CaptureQueriesContext(connection) as seen:
        check_standing(okafor, today=today)
    assert len(seen) <= 4


def test_a_standing_names_its_missing_points(dana: Person, cma: Holding, finish: Finish, today: date) -> None:
    finish(dana, "50")
    finish(dana, "4", "administrative")
    (standing,) = check_standing(dana, today=today)
    assert standing.document["gap"]["needs"] == [
        {"about": "administrative", "points": "6"},
        {"about": "general", "points": "10"},
    ]
    assert (standing.name, standing.days_left) == ("CMA (AAMA)", (date(2027, 3, 31) - today).days)


def test_looking_twice_judges_once(dana: Person, cma: Holding, computed: Computed, today: date) -> None:
    check_standing(dana, today=today)
    before = computed()
    check_standing(dana, today=today + timedelta(days=30))
    assert computed() == before


def test_the_day_on_the_document_is_today_all_the_same(dana: Person, cma: Holding, today: date) -> None:
    check_standing(dana, today=today)
    (standing,) = check_standing(dana, today=today + timedelta(days=1))
    assert standing.document["as_of"] == "2026-11-23"


def test_a_day_to_come_is_asked_about_until_it_comes(dana: Person, cma: Holding, finish: Finish, today: date) -> None:
    finish(dana, earned_on=today + timedelta(days=2))
    asked = [
        [question["code"] for question in standing.document["questions"] if question["code"] == "future_date"]
        for days in (0, 1, 2)
        for standing in check_standing(dana, today=today + timedelta(days=days))
    ]
    assert asked == [["future_date"], ["future_date"], []]


CHANGES: dict[str, Callable[[Person, Any], Any]] = {
    "changing": lambda dana, row: change_activity(
        dana, activity_id=row.pk, version=row.version, fields={"quantity": "9", "category": "general"}
    ),
    "trashing": lambda dana, row: trash_activity(dana, activity_id=row.pk),
    "restoring": lambda dana, _row: restore_activity(dana, activity_id=dana.activities.first().pk),
    "other days": lambda dana, _row: change_holding(
        dana, holding_id=dana.holdings.get().pk, version=1, days={"certified_on": date(2025, 7, 1)}
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_it_is_judged_again_after(change: str, dana: Person, cma: Holding, finish: Finish, today: date) -> None:
    trash_activity(dana, activity_id=finish(dana, "7").pk)
    row = finish(dana)
    (before,) = check_standing(dana, today=today)
    CHANGES[change](dana, row)
    (after,) = check_standing(dana, today=today)
    assert after.document["findings"] != before.document["findings"]


def test_another_persons_change_judges_nothing_again(
    dana: Person, luz: Person, cma: Holding, finish: Finish, computed: Computed, today: date
) -> None:
    check_standing(dana, today=today)
    before = computed()
    finish(luz)
    check_standing(dana, today=today)
    assert computed() == before


def test_every_activity_says_what_it_counts_for_in_each_credential(luz: Person, cma: Holding, today: date) -> None:
    luz_has_two(luz)
    (row,) = show_activity_outcomes(luz, today=today)
    assert {worth.standing.credential: worth.outcome["counted"] for worth in row.worths} == {
        "rma-amt": "12",
        "ccma-nha": "12",
    }
