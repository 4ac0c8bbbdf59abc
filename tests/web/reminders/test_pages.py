"""The list, the settings, the link that stops mail, and the calendar: each suffices alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
import time_machine
from django.test import Client

from recert.actions.add_activity import add_activity
from recert.actions.hold_credential import hold_credential
from recert.actions.list_reminders import list_reminders
from recert.actions.reminder_occasions import OCCASIONS
from recert.actions.schedule_reminders import wishes_of
from recert.actions.signed_links import calendar_key, unsubscribe_key
from recert.records.models import Holding, Person, Reminder, ReminderWishes

NOW = datetime(2026, 11, 22, 17, tzinfo=UTC)


@pytest.fixture(autouse=True)
def today() -> Iterator[Any]:
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def cma(dana: Person) -> Holding:
    holding = hold_credential(dana, credential="cma-aama", certified_on=date(2022, 3, 14))
    Holding.objects.filter(pk=holding.pk).update(added_at=datetime(2022, 3, 20, tzinfo=UTC))
    return holding


@pytest.fixture
def holder(client: Client, dana: Person, cma: Holding) -> Client:
    client.force_login(dana)
    return client


def look(holder: Client, address: str = "/reminders/") -> str:
    return holder.get(address).content.decode()


def test_the_list_shows_what_is_due_though_no_job_ever_ran(holder: Client) -> None:
    shown = look(holder)
    assert "Renew your CMA (AAMA): apply by March 1, 2027." in shown
    assert "Still to earn: 60 points." in shown


def test_what_was_read_leaves_the_list(holder: Client) -> None:
    look(holder)
    holder.post(f"/reminders/{Reminder.objects.get().pk}/seen/")
    assert "We will remind you on Dec. 1, 2026." in look(holder)


def test_who_has_applied_hears_no_more_of_it_until_they_ask(holder: Client) -> None:
    look(holder)
    holder.post(f"/reminders/{Reminder.objects.get().pk}/stop/")
    assert "apply by March 1, 2027" not in look(holder)
    holder.post("/reminders/start-again/")
    assert "apply by March 1, 2027" in look(holder)


def test_each_kind_can_be_switched_off(holder: Client) -> None:
    form = {"by_email": "on", "in_app": "on", "by_calendar": "on", "quiet_from": "21", "quiet_until": "8"}
    holder.post("/reminders/settings/", {**form, "kinds": [name for name in OCCASIONS if name != "deadline"]})
    assert wishes_of(Person.objects.get()).unwanted == ["deadline"]
    assert "apply by March 1, 2027" not in look(holder)


def test_each_channel_can_be_switched_off(holder: Client, dana: Person) -> None:
    link = f"/calendar/{calendar_key(wishes_of(dana))}.ics"
    assert holder.get(link).status_code == 200
    holder.post("/reminders/settings/", {"kinds": ["deadline"], "quiet_from": "0", "quiet_until": "0"})
    wishes = ReminderWishes.objects.get()
    assert (wishes.by_email, wishes.in_app, wishes.by_calendar) == (False, False, False)
    assert holder.get(link).status_code == 404
    assert "You switched this list off." in look(holder)


def test_a_wrong_hour_is_refused_and_nothing_changes(holder: Client) -> None:
    response = holder.post("/reminders/settings/", {"kinds": ["deadline"], "quiet_from": "25", "quiet_until": "8"})
    assert "quiet_from" in response.context["form"].errors
    assert wishes_of(Person.objects.get()).quiet_from == 21


def test_somebody_elses_reminder_is_not_found(holder: Client, client: Client, evan: Person) -> None:
    look(holder)
    client.force_login(evan)
    assert client.post(f"/reminders/{Reminder.objects.get().pk}/seen/").status_code == 404


def test_one_press_stops_mail_without_signing_in(client: Client, dana: Person) -> None:
    link = f"/reminders/no-mail/{unsubscribe_key(dana)}/"
    client.get(link)
    assert wishes_of(dana).by_email, "mail servers open links to look behind them"
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(link, {"List-Unsubscribe": "One-Click"})
    assert response.status_code == 200
    assert not wishes_of(dana).by_email


def test_it_can_be_taken_back_on_the_spot(client: Client, dana: Person) -> None:
    link = f"/reminders/no-mail/{unsubscribe_key(dana)}/"
    client.post(link)
    client.post(link, {"again": "yes"})
    assert wishes_of(dana).by_email


def test_a_link_that_was_tampered_with_opens_nothing(client: Client, dana: Person, luz: Person) -> None:
    signature = unsubscribe_key(dana).partition(".")[2]
    assert client.post(f"/reminders/no-mail/{luz.pk}.{signature}/").status_code == 404
    assert client.get(f"/calendar/{unsubscribe_key(dana)}.ics").status_code == 404


def events(holder: Client, person: Person) -> dict[str, icalendar.Event]:
    answer = Client().get(f"/calendar/{calendar_key(wishes_of(person))}.ics")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return {str(event["UID"]): event for event in icalendar.Calendar.from_ical(answer.content).walk("VEVENT")}


def test_the_calendar_holds_whole_days_with_everything_to_know(holder: Client, dana: Person, cma: Holding) -> None:
    event = events(holder, dana)[f"apply-mail-{cma.pk}@localhost"]
    assert event["DTSTART"].dt == date(2027, 3, 1)
    assert event["DTSTART"].params["VALUE"] == "DATE"
    assert str(event["SUMMARY"]) == "CMA (AAMA): last safe day to apply. By mail"
    assert "Still to earn: 60 points." in str(event["DESCRIPTION"])


def test_the_calendar_reads_the_same_until_something_changes(
    holder: Client, dana: Person, cma: Holding, today: Any
) -> None:
    before = events(holder, dana)
    today.move_to(NOW + timedelta(days=3))
    assert {uid: event.to_ical() for uid, event in events(holder, dana).items()} == {
        uid: event.to_ical() for uid, event in before.items()
    }
    fields = {"earned_on": "2025-06-11", "title": "Wound care", "unit": "aama_ceu", "quantity": "5"}
    add_activity(dana, fields={**fields, "category": "clinical"})
    uid = f"apply-mail-{cma.pk}@localhost"
    after = events(holder, dana)[uid]
    assert (before[uid]["SEQUENCE"], after["SEQUENCE"]) == (0, 1)
    assert after["DTSTAMP"].dt == NOW + timedelta(days=3)


def test_a_moved_deadline_is_the_same_entry_on_another_day(holder: Client, dana: Person, cma: Holding) -> None:
    before = events(holder, dana)[f"ends-{cma.pk}@localhost"]
    Holding.objects.filter(pk=cma.pk).update(cycle_ends="2027-04-30", version=2)
    after = events(holder, dana)[f"ends-{cma.pk}@localhost"]
    assert (before["DTSTART"].dt, after["DTSTART"].dt) == (date(2027, 3, 31), date(2027, 4, 30))
    assert after["SEQUENCE"] == 1


def test_a_new_calendar_link_ends_the_old_one(holder: Client, dana: Person) -> None:
    old = f"/calendar/{calendar_key(wishes_of(dana))}.ics"
    holder.post("/reminders/calendar/")
    assert Client().get(old).status_code == 404
    assert Client().get(f"/calendar/{calendar_key(wishes_of(dana))}.ics").status_code == 200


def test_the_calendar_and_the_list_know_the_same_days(holder: Client, dana: Person) -> None:
    listed = {each.due_on for each in list_reminders(dana, now=NOW).coming}
    told = {event["DTSTART"].dt for uid, event in events(holder, dana).items() if uid.startswith("reminder-")}
    assert told == listed


def test_a_refused_address_is_shown_until_it_is_tried_again(holder: Client, dana: Person) -> None:
    wishes_of(dana)
    ReminderWishes.objects.update(refused_address=dana.email)
    assert "refused our mail for good" in look(holder)
    holder.post("/reminders/try-again/")
    assert "refused our mail for good" not in look(holder)


@pytest.mark.parametrize("several", [1, 40])
def test_the_list_asks_the_database_no_more_often_for_a_longer_list(
    holder: Client, dana: Person, several: int, django_assert_max_num_queries: Any
) -> None:
    look(holder)
    said = {"kind": "rules", "wording": "The rules changed.", "values": {}, "due_on": NOW.date(), "planned_at": NOW}
    rows = [Reminder(person=dana, key=f"more:{count}", **said) for count in range(several)]
    Reminder.objects.bulk_create(rows)
    with django_assert_max_num_queries(50):
        look(holder)


def test_the_quiet_hours_name_the_time_zone_as_people_do(holder: Client) -> None:
    assert "Hours are those of Eastern time (New York)." in holder.get("/reminders/settings/").content.decode()


SILENT = "No reminder reaches you now."
QUIET = {"quiet_from": "21", "quiet_until": "8"}


def wished(holder: Client, *ways: str, kinds: tuple[str, ...] = tuple(OCCASIONS)) -> str:
    """The list as it stands when only these ways and kinds are ticked, on an installation without e-mail."""
    holder.post("/reminders/settings/", {**dict.fromkeys(ways, "on"), "kinds": kinds, **QUIET})
    return look(holder)


def test_who_switches_every_way_off_is_warned_that_nothing_reaches_them(holder: Client) -> None:
    page = wished(holder)
    assert SILENT in page
    assert "You switched off every way to reach you." in page
    assert "look here or in your calendar" not in page
    assert "/reminders/settings/" in page


def test_e_mail_alone_is_no_way_where_none_goes_out(holder: Client, settings: Any) -> None:
    assert "E-mail is the only way you left on, and none arrives." in wished(holder, "by_email")
    settings.EMAIL_OUTGOING = object()
    assert SILENT not in look(holder)


def test_e_mail_alone_is_no_way_to_an_address_that_refuses_it(holder: Client, dana: Person, settings: Any) -> None:
    settings.EMAIL_OUTGOING = object()
    wished(holder, "by_email")
    ReminderWishes.objects.update(refused_address=dana.email)
    assert "E-mail is the only way you left on, and none arrives." in look(holder)


def test_who_wants_no_kind_is_warned_and_not_told_to_add_a_credential(holder: Client) -> None:
    page = wished(holder, "in_app", "by_calendar", kinds=())
    assert SILENT in page
    assert "You switched off everything that we remind you of." in page
    assert "Add a credential" not in page


@pytest.mark.parametrize("way", ["in_app", "by_calendar"])
def test_one_way_that_works_is_enough(holder: Client, way: str) -> None:
    page = wished(holder, way)
    assert SILENT not in page
    assert "look here or in your calendar" not in page, "one of the two is off"
