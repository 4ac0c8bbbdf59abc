"""Which days one is reminded on, and what is said then."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from recert.actions.add_activity import add_activity
from recert.actions.list_reminders import list_reminders
from recert.actions.plan_reminders import plan_reminders
from recert.actions.remind_of_deadlines import STEPS, deadlines
from recert.actions.suggest_pace import pace
from recert.records.models import Application, ApplicationStep, Holding, Person, Reminder
from recert.web.base.words import say
from tests.reminders.conftest import NOON, days


def told(person: Person) -> list[str]:
    return [say({"wording": row.wording, "values": row.values}) for row in Reminder.objects.filter(person=person)]


def test_the_steps_lead_to_the_slowest_way_and_then_to_each_quicker_one(cma: Holding) -> None:
    found = [(each.key.split(":")[2], each.due_on.isoformat()) for each in deadlines(cma.person, date(2026, 1, 5))]
    assert [day for route, day in found if route == "mail"] == [
        "2026-03-01", "2026-09-01", "2026-12-01", "2027-01-18", "2027-02-08", "2027-02-22", "2027-02-26", "2027-02-28",
    ]  # fmt: skip
    assert [day for route, day in found if route == "online"] == ["2027-03-03", "2027-03-09"]
    assert [day for route, day in found if route == "expedited"] == ["2027-03-17", "2027-03-23"]


@pytest.mark.parametrize(
    ("apply_by", "name", "due"),
    [(date(2027, 3, 31), "6m", date(2026, 9, 30)), (date(2028, 5, 31), "3m", date(2028, 2, 29)),
     (date(2027, 5, 31), "3m", date(2027, 2, 28)), (date(2027, 1, 1), "1d", date(2026, 12, 31))],
)  # fmt: skip
def test_a_month_without_that_day_ends_on_its_last(apply_by: date, name: str, due: date) -> None:
    assert next(step for step in STEPS if step.name == name).before(apply_by) == due


def test_a_reminder_says_the_day_what_is_missing_and_the_pace(cma: Holding) -> None:
    plan_reminders(cma.person, now=datetime(2026, 12, 1, 17, tzinfo=UTC))
    row = Reminder.objects.get(kind="deadline")
    assert told(cma.person)[0] == "Renew your CMA (AAMA): apply by March 1, 2027."
    assert [say(one) for one in row.more] == [
        "Still to earn: 60 points.",
        "About 20 a month will get you there in time.",
        "That day is early enough for every way to apply, also the slowest. Slowest: By mail.",
    ]


@pytest.mark.parametrize(
    ("points", "until", "said"),
    [(600, date(2027, 3, 22), ("1.5", "month")), (601, date(2027, 3, 22), ("1.6", "month")),
     (600, date(2026, 12, 6), ("3", "week")), (600, date(2026, 11, 25), None), (0, date(2027, 3, 22), None)],
)  # fmt: skip
def test_a_pace_is_exact_and_always_enough(points: int, until: date, said: tuple[str, str] | None) -> None:
    assert pace(points, today=date(2026, 11, 22), until=until) == said


def test_planning_twice_makes_one(cma: Holding) -> None:
    assert [plan_reminders(cma.person, now=NOON) for _ in range(3)] == [1, 0, 0]
    assert Reminder.objects.count() == 1


def test_of_several_missed_steps_only_the_latest_is_told(cma: Holding) -> None:
    plan_reminders(cma.person, now=datetime(2027, 2, 27, 17, tzinfo=UTC))
    assert [row.key.rpartition(":")[2] for row in Reminder.objects.filter(kind="deadline")] == ["3d"]


def test_what_came_due_before_the_credential_was_named_is_not_told(dana: Person, cma: Holding) -> None:
    Holding.objects.filter(pk=cma.pk).update(added_at=NOON)
    plan_reminders(dana, now=NOON)
    assert not Reminder.objects.exists()


def test_who_has_everything_is_told_to_apply(cma: Holding) -> None:
    for category in ("administrative", "clinical", "general"):
        fields = {"earned_on": date(2025, 6, 11), "title": category, "unit": "aama_ceu", "quantity": "20"}
        add_activity(cma.person, fields={**fields, "category": category, "certificate": f"Folder {category}"})
    plan_reminders(cma.person, now=NOON)
    row = Reminder.objects.get(kind="deadline")
    assert say(row.more[0]) == "You have what it takes. What is left is to apply."


def test_who_lacks_papers_is_told_to_put_them_in_before_applying(cma: Holding) -> None:
    outside = {"unit": "contact_hour", "relevant": True, "quantity": "15"}
    approved = {"unit": "aama_ceu", "approved_by": "aama", "quantity": "30"}
    for category, stated in {"administrative": outside, "clinical": outside, "general": approved}.items():
        fields = {"earned_on": date(2025, 6, 11), "title": category, "category": category}
        add_activity(cma.person, fields={**fields, **stated})
    plan_reminders(cma.person, now=NOON)
    said = say(Reminder.objects.get(kind="deadline").more[0])
    assert said.startswith("You have the points. 2 activities that count have no certificate yet")


def test_who_waits_for_a_course_is_told_to_apply_once_it_is_done(cma: Holding) -> None:
    for category in ("administrative", "clinical", "general"):
        fields = {"earned_on": date(2027, 1, 20), "title": category, "unit": "aama_ceu", "quantity": "20"}
        add_activity(cma.person, fields={**fields, "category": category, "approved_by": "aama"})
    plan_reminders(cma.person, now=NOON)
    said = say(Reminder.objects.get(kind="deadline").more[0])
    assert said == "You have what it takes once what is still to come is done, on Jan. 20, 2027. Then apply."


@pytest.mark.parametrize(
    ("state", "told"), [("preparing", True), ("sent", False), ("asked", False), ("returned", True)]
)
def test_who_has_applied_is_not_told_to_apply(cma: Holding, state: str, told: bool) -> None:
    row = Application.objects.create(holding=cma, state=state)
    ApplicationStep.objects.create(application=row, state=state, on=NOON.date())
    plan_reminders(cma.person, now=NOON)
    assert Reminder.objects.filter(kind="deadline").exists() == told


def test_activities_without_a_document_are_named_while_it_can_still_be_asked_for(cma: Holding) -> None:
    fields = {"earned_on": date(2025, 6, 11), "title": "Wound care", "unit": "cme", "quantity": "2", "relevant": True}
    add_activity(cma.person, fields={**fields, "category": "clinical"})
    plan_reminders(cma.person, now=NOON)
    assert "Your CMA (AAMA): 1 activity is self-reported, without a document." in told(cma.person)


def test_after_the_end_one_hears_what_the_rules_say_about_returning(cma: Holding) -> None:
    plan_reminders(cma.person, now=datetime(2027, 4, 2, 17, tzinfo=UTC))
    row = Reminder.objects.get(kind="lapse")
    assert say({"wording": row.wording, "values": row.values}) == "Your CMA (AAMA) cycle ended on March 31, 2027."
    assert say(row.more[0]) == "With points you can still come back until June 29, 2027."
    assert say(row.more[1]) == "The rule: The continuing-education route closes three months after expiry."


def test_once_the_way_back_is_closed_the_exam_is_named(cma: Holding) -> None:
    plan_reminders(cma.person, now=datetime(2027, 7, 2, 17, tzinfo=UTC))
    row = Reminder.objects.get(kind="lapse", withdrawn_at=None)
    assert say(row.more[0]) == "Ask your certifier about the exam."


@pytest.mark.parametrize(
    ("zone", "moment", "day"),
    [("Pacific/Honolulu", datetime(2026, 12, 1, 9, tzinfo=UTC), date(2026, 11, 30)),
     ("America/Puerto_Rico", datetime(2026, 12, 1, 4, tzinfo=UTC), date(2026, 12, 1)),
     ("America/Puerto_Rico", datetime(2026, 12, 1, 3, 59, tzinfo=UTC), date(2026, 11, 30))],
)  # fmt: skip
def test_a_day_begins_where_the_person_lives(cma: Holding, zone: str, moment: datetime, day: date) -> None:
    Person.objects.filter(pk=cma.person_id).update(time_zone=zone)
    plan_reminders(Person.objects.get(pk=cma.person_id), now=moment)
    told_on_december_1 = Reminder.objects.filter(due_on=date(2026, 12, 1)).exists()
    assert told_on_december_1 == (day == date(2026, 12, 1))


def test_the_page_the_mail_and_the_calendar_know_the_same_days(cma: Holding) -> None:
    coming = [each.key for each in list_reminders(cma.person, now=NOON).coming]
    for count in range(1, 260):
        plan_reminders(cma.person, now=NOON + days(count))
    planned = set(Reminder.objects.filter(due_on__gt=NOON.date(), kind="deadline").values_list("key", flat=True))
    assert planned == {key for key in coming if key.startswith("deadline")}
