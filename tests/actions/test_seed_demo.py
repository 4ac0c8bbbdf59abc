"""The demo shows what the product is for."""

from __future__ import annotations

from datetime import date

from recert.actions.check_standing import check_standing
from recert.actions.list_history import list_history
from recert.actions.seed_demo import CAST, seed_demo
from recert.records.models import ChosenPlan, Person

TODAY = date(2026, 11, 22)


def test_dana_is_short_of_six_administrative_points_and_ten_approved_ones(db: None) -> None:
    seed_demo(today=TODAY)
    (standing,) = check_standing(Person.objects.get(name="Dana"), today=TODAY)
    gap = standing.document["gap"]
    assert gap["points"] == "10"
    assert gap["needs"] == [{"about": "administrative", "points": "6"}, {"about": "approved", "points": "10"}]


def test_dana_was_ready_when_she_renewed(db: None) -> None:
    seed_demo(today=TODAY)
    _now, before = list_history(Person.objects.get(name="Dana"))
    assert before.verdicts[0].document["met"] is True


def test_luz_reads_spanish_and_holds_two_credentials_with_one_transcript(db: None) -> None:
    seed_demo(today=TODAY)
    luz = Person.objects.get(name="Luz")
    assert luz.language == "es"
    assert [standing.credential for standing in check_standing(luz, today=TODAY)] == ["rma-amt", "ccma-nha"]


def test_seeding_again_changes_nobody(db: None) -> None:
    seed_demo(today=TODAY)
    before = Person.objects.get(name="Dana").activities.count()
    seed_demo(today=TODAY)
    assert Person.objects.get(name="Dana").activities.count() == before
    assert Person.objects.count() == len(CAST)


def test_dana_has_chosen_the_cheapest_plan_of_what_she_found(db: None) -> None:
    seed_demo(today=TODAY)
    plan = ChosenPlan.objects.get(holding__person__name="Dana")
    assert sorted(step.document["price"] for step in plan.steps.all()) == [1500, 1500, 2000]
    assert plan.document["findings"][0]["met"] is True
