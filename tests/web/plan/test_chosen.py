"""A chosen plan: ticked off, healed, put in a calendar, shared and paid for."""

from __future__ import annotations

import csv
from datetime import timedelta
from io import StringIO
from typing import Any

import icalendar
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from recert.actions.add_activity import add_activity
from recert.actions.calendar_events import all_events
from recert.actions.plan_events import FINISH
from recert.actions.reminder_occasions import all_occasions
from recert.records.models import Activity, ChosenPlan, Holding, OwnCourse, Person, PlanShare, PlanStep, Spending
from tests.web.plan.conftest import found
from tests.web.plan.pages import words_of
from tests.web.transcripts import finish, hold_cma


@pytest.fixture
def chosen(client: Client, held: Holding) -> ChosenPlan:
    client.post(f"/plan/{held.pk}/choose/", {"goal": "cost"})
    return ChosenPlan.objects.get()


def tick(client: Client, title: str, **stated: str) -> PlanStep:
    step = next(step for step in PlanStep.objects.all() if step.document["title"] == title)
    usual = {"earned_on": "2026-11-20", "quantity": step.document["quantity"], "unit": "aama_ceu"}
    answer = client.post(f"/plan/step/{step.pk}/", {**usual, "category": "administrative", **stated})
    assert answer.status_code == 302, answer.content.decode()
    return step


def test_a_chosen_plan_stays_and_its_first_step_leads(client: Client, held: Holding, chosen: ChosenPlan) -> None:
    page = words_of(client, f"/plan/{held.pk}/")
    assert "Next step Take this first: Billing basics, $30, 6 points" in page
    assert "Still to pay: $54 Its days fit applying online or by phone" in page
    assert "by March 31, 2027. By mail you must apply by March 1, 2027." in page


def test_a_step_ticked_off_becomes_an_activity_once(client: Client, held: Holding, chosen: ChosenPlan) -> None:
    step = tick(client, "Billing basics", paid="28.50")
    client.post(f"/plan/step/{step.pk}/", {"earned_on": "2026-11-20", "quantity": "6", "unit": "aama_ceu"})
    row = Activity.objects.get(title="Billing basics")
    assert (row.category, row.approved_by) == ("administrative", "aama")
    assert Spending.objects.get(activity=row).paid == 2850
    page = words_of(client, f"/plan/{held.pk}/")
    assert "Take this first: Scheduling, $24" in page
    assert "Done Billing basics" in page
    assert "changed since" not in page


def test_a_step_that_brought_less_heals_the_rest(client: Client, held: Holding, chosen: ChosenPlan) -> None:
    tick(client, "Billing basics", quantity="5")
    page = words_of(client, f"/plan/{held.pk}/")
    assert "Still to pay: $99" in page
    assert "All of the front desk" in page


def test_the_last_step_ticked_off_without_its_area_says_that_one_is_not_ready(
    client: Client, held: Holding, chosen: ChosenPlan
) -> None:
    client.post(f"/plan/{held.pk}/wishes/", {"prices": "known_only"})
    tick(client, "Billing basics")
    client.post(f"/plan/found/{OwnCourse.objects.get(title='All of the front desk').pk}/remove/")
    tick(client, "Scheduling", category="")
    page = words_of(client, f"/plan/{held.pk}/")
    assert "It was the last step of your plan." in page
    assert "Everything in your plan is done, but you are not ready yet." in page
    assert "Still missing, even with every course this plan may use: 4 administrative points." in page


def test_a_next_step_that_was_just_left_out_is_no_next_step_any_more(
    client: Client, held: Holding, chosen: ChosenPlan
) -> None:
    first = next(step for step in PlanStep.objects.all() if step.document["title"] == "Billing basics")
    client.post(f"/plan/{held.pk}/change/", {"offer": first.offer, "choice": "forbid"})
    page = words_of(client, f"/plan/{held.pk}/")
    assert "Next step Look at what changed, and take the new plan." in page
    assert "Take this first" not in page
    client.post(f"/plan/{held.pk}/heal/")
    assert "Take this first: All of the front desk" in words_of(client, f"/plan/{held.pk}/")


def test_wishes_that_leave_no_plan_show_at_once_what_would_help(
    client: Client, held: Holding, chosen: ChosenPlan
) -> None:
    client.post(f"/plan/{held.pk}/wishes/", {"prices": "cheapest_known", "budget": "5"})
    page = words_of(client, f"/plan/{held.pk}/")
    assert "As things stand, your plan no longer gets you to ready." in page
    assert "Raise the budget by $49" in page


def collection(client: Client, held: Holding) -> PlanStep:
    """The step of a plan that is a collection, chosen from where every area is short."""
    client.post(f"/plan/{held.pk}/wishes/", {"prices": "all"})
    client.post(f"/plan/{held.pk}/choose/", {"goal": "cost"})
    step = next(step for step in PlanStep.objects.all() if step.document["area"] == "chosen")
    assert len(step.document["as"]) > 1
    return step


def test_what_was_chosen_from_a_collection_is_asked_and_never_taken_for_stated(
    client: Client, courses: None, dana: Person
) -> None:
    client.force_login(dana)
    step = collection(client, hold_cma(dana))
    form = client.get(f"/plan/step/{step.pk}/").context["form"]
    assert form.initial["category"] == ""
    assert "As planned: " not in words_of(client, f"/plan/step/{step.pk}/")
    tick(client, step.document["title"], category=form.initial["category"])
    assert Activity.objects.get().category == ""


def test_a_collection_may_be_ticked_off_as_the_plan_counted_it(client: Client, courses: None, dana: Person) -> None:
    client.force_login(dana)
    step = collection(client, hold_cma(dana))
    parts = ";".join(f"{area}={points}" for area, points in step.document["as"].items())
    tick(client, step.document["title"], category=parts)
    assert Activity.objects.get().category == parts


def test_a_course_that_fits_several_areas_is_ticked_off_as_planned(client: Client, held: Holding, dana: Person) -> None:
    found(dana, "Front to back", "10", 100, category="administrative|clinical")
    client.post(f"/plan/{held.pk}/choose/", {"goal": "cost"})
    step = PlanStep.objects.get()
    assert client.get(f"/plan/step/{step.pk}/").context["form"].initial["category"] == "administrative"


def test_a_step_is_not_finished_on_a_day_that_is_still_to_come(
    client: Client, held: Holding, chosen: ChosenPlan
) -> None:
    step, tomorrow = PlanStep.objects.all()[0], timezone.localdate() + timedelta(days=1)
    stated = {"earned_on": tomorrow.isoformat(), "quantity": "6", "unit": "aama_ceu"}
    answer = client.post(f"/plan/step/{step.pk}/", stated)
    said = ["This day is still to come. Write it down when it has happened."]
    assert (answer.status_code, answer.context["form"].errors["earned_on"]) == (422, said)
    assert not Activity.objects.filter(earned_on=tomorrow).exists()
    tick(client, step.document["title"], earned_on=timezone.localdate().isoformat())


def test_what_was_finished_is_not_offered_as_something_that_was_left_out(
    client: Client, courses: None, dana: Person
) -> None:
    held = hold_cma(dana)
    client.force_login(dana)
    client.post(f"/plan/{held.pk}/wishes/", {"prices": "all"})
    client.post(f"/plan/{held.pk}/choose/", {"goal": "cost"})
    step = next(step for step in PlanStep.objects.all() if "|" in step.document["category"])
    tick(client, step.document["title"], category="clinical")
    page = words_of(client, f"/plan/{held.pk}/")
    assert "No way to finish yet" in page
    assert "Allow again what I left out" not in page


def test_points_from_elsewhere_offer_the_healed_plan(
    client: Client, held: Holding, chosen: ChosenPlan, dana: Person
) -> None:
    finish(dana, "Records", "6", category="administrative", approved_by="aama")
    page = words_of(client, f"/plan/{held.pk}/")
    assert "Your activities or the rules changed since you chose this plan." in page
    assert "No longer in it: Billing basics." in page
    assert "It costs $30 less." in page
    client.post(f"/plan/{held.pk}/heal/")
    assert "Still to pay: $24" in words_of(client, f"/plan/{held.pk}/")


def test_a_new_plan_whose_price_is_not_known_is_not_called_cheaper(
    client: Client, held: Holding, chosen: ChosenPlan, dana: Person
) -> None:
    mystery = found(dana, "A mystery", "10", None)
    client.post(f"/plan/{held.pk}/change/", {"offer": f"own-{mystery.pk}", "choice": "pin"})
    page = words_of(client, f"/plan/{held.pk}/")
    assert "New in it: A mystery (price not known)." in page
    assert "We cannot say whether it costs more. Your plan: $54. The new one: one price not known." in page
    assert "less." not in page


def test_an_activity_taken_back_puts_its_step_back_in_the_plan(
    client: Client, held: Holding, chosen: ChosenPlan
) -> None:
    tick(client, "Billing basics")
    client.post(f"/activities/{Activity.objects.get(title='Billing basics').pk}/trash/")
    client.post(f"/plan/{held.pk}/heal/")
    assert "Still to pay: $54" in words_of(client, f"/plan/{held.pk}/")
    tick(client, "Billing basics")
    assert "Still to pay: $24" in words_of(client, f"/plan/{held.pk}/")


def test_the_calendar_has_every_step_and_the_feed_has_them_too(
    client: Client, held: Holding, chosen: ChosenPlan
) -> None:
    file = client.get(f"/plan/{held.pk}/plan.ics")
    events = icalendar.Calendar.from_ical(file.content).walk("VEVENT")
    days = {step.do_by for step in PlanStep.objects.all()}
    assert {event["dtstart"].dt for event in events} == days
    assert "finish “Billing basics”" in str(events[0]["summary"]) + str(events[1]["summary"])


def test_a_link_shows_the_plan_and_nobodys_name_until_it_is_stopped(
    client: Client, held: Holding, chosen: ChosenPlan
) -> None:
    client.post(f"/plan/{held.pk}/share/")
    share = PlanShare.objects.get()
    assert len(share.token) >= 43
    anybody = Client()
    response = anybody.get(f"/plan/shared/{share.token}/")
    assert "Billing basics" in response.content.decode()
    assert "By mail you must apply by March 1, 2027." in response.content.decode()
    assert "Dana" not in response.content.decode()
    assert "noindex" in response.headers["X-Robots-Tag"]
    client.post(f"/plan/{held.pk}/share/stop/")
    assert anybody.get(f"/plan/shared/{share.token}/").status_code == 404


def test_spending_says_what_is_not_known_as_the_plan_does(client: Client, held: Holding, dana: Person) -> None:
    mystery = found(dana, "A mystery", "10", None)
    client.post(f"/plan/{held.pk}/change/", {"offer": f"own-{mystery.pk}", "choice": "pin"})
    client.post(f"/plan/{held.pk}/choose/", {"goal": "cost"})
    page = words_of(client, "/plan/spending/")
    assert "Planned one price not known" in page
    assert "$0" not in page


def test_spending_adds_up_and_no_cell_is_a_formula(
    client: Client, held: Holding, chosen: ChosenPlan, dana: Person
) -> None:
    tick(client, "Billing basics", paid="28.50")
    cell = "=HYPERLINK(1)"
    add_activity(dana, fields={"earned_on": "2026-01-02", "title": cell, "quantity": "1", "unit": "aama_ceu"})
    page = words_of(client, "/plan/spending/")
    assert "Paid $28.50" in page
    assert "Planned $24" in page
    rows = list(csv.DictReader(StringIO(client.get("/plan/spending.csv").content.decode())))
    assert {row["dollars"] for row in rows if row["title"] == "Billing basics"} == {"28.50"}
    assert f"'{cell}" in {row["title"] for row in rows}
    assert [row["dollars"] for row in rows if row["state"] == "planned"] == ["24.00"]


def test_an_amount_that_is_none_is_refused_in_words(client: Client, held: Holding) -> None:
    row = Activity.objects.first()
    assert row is not None
    client.post(f"/plan/spending/{row.pk}/", {"paid": "a lot"})
    assert "Write what you paid in dollars" in words_of(client, "/plan/spending/")
    client.post(f"/plan/spending/{row.pk}/", {"paid": "$1,200"})
    assert Spending.objects.get().paid == 120_000


def test_letting_a_plan_go_keeps_what_was_done(client: Client, held: Holding, chosen: ChosenPlan) -> None:
    tick(client, "Billing basics")
    client.post(f"/plan/{held.pk}/drop/")
    assert not ChosenPlan.objects.exists()
    assert Activity.objects.filter(title="Billing basics", trashed_at=None).exists()


def test_steps_stand_in_the_feed_and_are_reminded_of_a_week_before(
    client: Client, held: Holding, chosen: ChosenPlan, dana: Person
) -> None:
    today = timezone.localdate()
    events = [event for event in all_events(dana, today=today) if event.wording == FINISH]
    said = {event.values["title"]: event.day for event in events}
    assert set(said) == {"Billing basics", "Scheduling"}
    due = {occasion.due_on for kind, occasion in all_occasions(dana, today=today) if kind == "plan"}
    assert due == {day - timedelta(days=7) for day in said.values()}
    tick(client, "Billing basics")
    assert [event.values["title"] for event in all_events(dana, today=today) if event.wording == FINISH] == [
        "Scheduling"
    ]


def test_a_plan_whose_day_has_passed_offers_new_days(client: Client, held: Holding, chosen: ChosenPlan) -> None:
    PlanStep.objects.update(do_by=timezone.localdate() - timedelta(days=3))
    assert "A day in this plan has passed." in words_of(client, f"/plan/{held.pk}/")
    client.post(f"/plan/{held.pk}/heal/")
    assert "has passed" not in words_of(client, f"/plan/{held.pk}/")
    assert min(step.do_by for step in PlanStep.objects.all()) > timezone.localdate()


def test_the_page_asks_as_many_questions_with_twenty_steps_as_with_two(
    client: Client, held: Holding, chosen: ChosenPlan, django_assert_num_queries: Any
) -> None:
    client.get(f"/plan/{held.pk}/")
    with CaptureQueriesContext(connection) as before:
        client.get(f"/plan/{held.pk}/")
    step = PlanStep.objects.all()[0]
    PlanStep.objects.bulk_create(
        PlanStep(plan=chosen, offer=f"more-{i}", do_by=step.do_by, document=step.document) for i in range(18)
    )
    with django_assert_num_queries(len(before)):
        client.get(f"/plan/{held.pk}/")
    with CaptureQueriesContext(connection) as spending:
        client.get("/plan/spending/")
    assert len(spending) <= 6
