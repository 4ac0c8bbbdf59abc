"""From the plan to the mail server: at least once, with one Message-ID, and nothing that is no longer true."""

from __future__ import annotations

import socket
from datetime import UTC, datetime, timedelta

import pytest

from recert.actions import hand_over_letter
from recert.actions.add_activity import add_activity
from recert.actions.change_reminder_wishes import change_reminder_wishes
from recert.actions.check_clock import ClockOutOfStep
from recert.actions.claim_letter import claim_letter
from recert.actions.drop_holding import drop_holding
from recert.actions.gather_reminders import gather_reminders
from recert.actions.keep_message import keep_message
from recert.actions.plan_reminders import plan_reminders
from recert.actions.see_reminder import see_reminder
from recert.actions.try_address_again import try_address_again
from recert.config.outgoing import Outgoing
from recert.jobs import reminders
from recert.records.models import Holding, Letter, Person, Reminder, ReminderWishes
from tests.reminders.conftest import NOON, Mailbox, Sweep, days


def test_a_due_reminder_reaches_the_holder_once(cma: Holding, mailbox: Mailbox, sweep_at: Sweep) -> None:
    assert sweep_at(NOON) == "1 letters taken, 0 refused, 0 put off"
    assert sweep_at(NOON + timedelta(minutes=5)) == "0 letters taken, 0 refused, 0 put off"
    message = mailbox.messages[0]
    assert (message["To"], message["Subject"]) == ("dana@example.org", "Renew your CMA (AAMA): apply by March 1, 2027.")


def test_a_letter_has_every_header_and_a_plain_part(cma: Holding, mailbox: Mailbox, sweep_at: Sweep) -> None:
    sweep_at(NOON)
    message = mailbox.messages[0]
    key = message["List-Unsubscribe"].strip(" <>").rstrip("/").rpartition("/")[2]
    assert message["List-Unsubscribe"].strip() == f"<http://localhost:8000/reminders/no-mail/{key}/>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["Message-ID"] == Letter.objects.get().message_id
    assert message["Date"]
    assert message["Auto-Submitted"] == "auto-generated"
    plain, html = (message.get_body((kind,)).get_content() for kind in ("plain", "html"))
    assert "Still to earn: 60 points." in plain
    assert f"/reminders/no-mail/{key}/" in plain
    assert 'style="' in html
    assert [word for word in ("<style", "<img", "src=") if word in html] == []
    assert len(mailbox.taken[0]) < 102 * 1024


def test_it_speaks_the_holders_language(luz: Person, mailbox: Mailbox, sweep_at: Sweep, cma: Holding) -> None:
    Holding.objects.filter(pk=cma.pk).update(person=luz)
    sweep_at(NOON)
    assert mailbox.messages[0]["Content-Language"] == "es"
    assert "1 de marzo de 2027" in mailbox.messages[0]["Subject"]


def test_after_an_outage_everything_comes_in_one_letter(cma: Holding, mailbox: Mailbox, sweep_at: Sweep) -> None:
    fields = {"earned_on": date_of(cma), "title": "Wound care", "unit": "cme", "quantity": "2", "relevant": True}
    add_activity(cma.person, fields={**fields, "category": "clinical"})
    sweep_at(NOON + days(60))
    assert [message["Subject"] for message in mailbox.messages] == ["2 reminders about your certification"]
    assert Reminder.objects.exclude(letter=None).count() == 2


def date_of(holding: Holding) -> str:
    return holding.cycle_starts.replace(year=holding.cycle_starts.year + 1).isoformat()


@pytest.mark.parametrize("hour", [2, 7, 12])
def test_quiet_hours_are_those_where_the_holder_lives(
    cma: Holding, mailbox: Mailbox, sweep_at: Sweep, hour: int
) -> None:
    Person.objects.filter(pk=cma.person_id).update(time_zone="Pacific/Honolulu")
    # Ten hours behind: 12 UTC is 2 in the night, 17 UTC is 7 in the morning, 22 UTC is noon.
    sweep_at(datetime(2026, 12, 2, hour + 10, tzinfo=UTC))
    assert len(mailbox.taken) == (hour == 12)


@pytest.mark.parametrize("day", [datetime(2026, 3, 8, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC)])
def test_no_reminder_is_skipped_or_doubled_on_a_day_of_clock_change(
    cma: Holding, mailbox: Mailbox, sweep_at: Sweep, day: datetime
) -> None:
    change_reminder_wishes(cma.person, fields={"quiet_from": 0, "quiet_until": 0})
    for quarter in range(120):
        sweep_at(day + timedelta(minutes=15 * quarter))
    assert len(mailbox.taken) == 1


def test_a_server_that_is_away_is_tried_again_and_gets_the_same_letter(
    cma: Holding, mailbox: Mailbox, sweep_at: Sweep, settings
) -> None:
    there = settings.EMAIL_OUTGOING
    with socket.create_server(("127.0.0.1", 0)) as door:
        settings.EMAIL_OUTGOING = Outgoing(host="127.0.0.1", port=door.getsockname()[1] + 1)
    assert sweep_at(NOON) == "0 letters taken, 0 refused, 1 put off"
    assert Letter.objects.get().trouble == "ConnectionRefusedError"
    settings.EMAIL_OUTGOING = there
    sweep_at(NOON + timedelta(seconds=30))
    assert mailbox.taken == []
    sweep_at(NOON + timedelta(minutes=2))
    assert mailbox.messages[0]["Message-ID"] == Letter.objects.get().message_id


def test_after_a_day_without_a_server_the_letter_leaves_within_a_quarter_of_an_hour(
    cma: Holding, mailbox: Mailbox, sweep_at: Sweep
) -> None:
    change_reminder_wishes(cma.person, fields={"quiet_from": 0, "quiet_until": 0})
    mailbox.answer = "451 later"
    for five_minutes in range(288):
        sweep_at(NOON + timedelta(minutes=5 * five_minutes))
    mailbox.answer = "250 taken"
    for five_minutes in range(288, 291):
        sweep_at(NOON + timedelta(minutes=5 * five_minutes))
    assert len(mailbox.taken) == 1


@pytest.mark.parametrize(("rcpt", "answer"), [("550 no such user", "250 taken"), ("250 ok", "554 never")])
def test_what_is_refused_for_good_is_shown_and_not_tried_again(
    cma: Holding, mailbox: Mailbox, sweep_at: Sweep, rcpt: str, answer: str
) -> None:
    mailbox.rcpt, mailbox.answer = rcpt, answer
    assert sweep_at(NOON) == "0 letters taken, 1 refused, 0 put off"
    assert ReminderWishes.objects.get().refused_address == "dana@example.org"
    mailbox.rcpt, mailbox.answer = "250 ok", "250 taken"
    sweep_at(NOON + days(1))
    assert mailbox.taken == []
    try_address_again(cma.person)
    sweep_at(NOON + days(2))
    assert len(mailbox.taken) == 1


def test_without_a_mail_server_it_waits_and_leaves_once_there_is_one(
    cma: Holding, mailbox: Mailbox, sweep_at: Sweep, settings
) -> None:
    there, settings.EMAIL_OUTGOING = settings.EMAIL_OUTGOING, None
    sweep_at(NOON)
    assert Reminder.objects.count() == 1
    settings.EMAIL_OUTGOING = there
    sweep_at(NOON + days(3))
    assert len(mailbox.taken) == 1


def between_plan_and_send(cma: Holding) -> Letter:
    plan_reminders(cma.person, now=NOON)
    letter = gather_reminders(cma.person, now=NOON)
    assert letter is not None
    return letter


@pytest.mark.parametrize("what", ["dropped", "unwanted", "no mail", "read", "moved"])
def test_what_changed_between_plan_and_send_is_not_told(
    cma: Holding, mailbox: Mailbox, sweep_at: Sweep, what: str
) -> None:
    between_plan_and_send(cma)
    do = {
        "dropped": lambda: drop_holding(cma.person, holding_id=cma.pk),
        "unwanted": lambda: change_reminder_wishes(cma.person, fields={"unwanted": ["deadline"]}),
        "no mail": lambda: change_reminder_wishes(cma.person, fields={"by_email": False}),
        "read": lambda: see_reminder(cma.person, reminder_id=Reminder.objects.get().pk),
        "moved": lambda: Holding.objects.filter(pk=cma.pk).update(cycle_ends="2029-03-31", version=2),
    }
    do[what]()
    sweep_at(NOON + timedelta(minutes=5))
    assert mailbox.taken == []


def test_what_changed_is_told_as_it_is_now(cma: Holding, mailbox: Mailbox, sweep_at: Sweep) -> None:
    letter = between_plan_and_send(cma)
    fields = {"earned_on": "2025-06-11", "title": "Wound care", "unit": "aama_ceu", "quantity": "5"}
    add_activity(cma.person, fields={**fields, "category": "clinical", "certificate": "Folder"})
    sweep_at(NOON + timedelta(minutes=5))
    assert "Still to earn: 55 points." in mailbox.messages[0].get_body(("plain",)).get_content()
    assert mailbox.messages[0]["Message-ID"] == letter.message_id


def test_a_letter_put_back_for_the_night_leaves_in_the_morning(cma: Holding, mailbox: Mailbox, sweep_at: Sweep) -> None:
    between_plan_and_send(cma)
    sweep_at(datetime(2026, 11, 23, 4, tzinfo=UTC))
    assert mailbox.taken == []
    sweep_at(datetime(2026, 11, 23, 14, tzinfo=UTC))
    assert len(mailbox.taken) == 1


def test_mail_switched_off_and_on_again_loses_nothing(cma: Holding, mailbox: Mailbox, sweep_at: Sweep) -> None:
    between_plan_and_send(cma)
    change_reminder_wishes(cma.person, fields={"by_email": False})
    sweep_at(NOON + timedelta(minutes=5))
    change_reminder_wishes(cma.person, fields={"by_email": True})
    sweep_at(NOON + timedelta(minutes=30))
    assert len(mailbox.taken) == 1


def test_nobody_else_takes_a_claimed_letter_until_the_lease_ends(cma: Holding, mailbox: Mailbox) -> None:
    between_plan_and_send(cma)
    claimed = [claim_letter(now=NOON + timedelta(minutes=minutes)) for minutes in (0, 9, 11)]
    assert [letter is not None for letter in claimed] == [True, False, True]


@pytest.mark.parametrize("jump", [days(365 * 5), days(-365 * 5)])
def test_a_clock_that_jumped_sends_nothing_and_loses_nothing(
    cma: Holding, mailbox: Mailbox, jump: timedelta, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("recert.actions.check_clock.last_success", lambda _: NOON)
    with pytest.raises(ClockOutOfStep, match="put the clock right"):
        reminders.sweep(lambda: NOON + jump)
    assert mailbox.taken == []
    reminders.sweep(lambda: NOON + timedelta(hours=1))
    assert len(mailbox.taken) == 1


def test_one_persons_trouble_is_not_the_next_ones(
    cma: Holding, evan: Person, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = reminders.plan_reminders

    def fails_for_evan(person: Person, *, now: datetime) -> int:
        if person == evan:
            raise ValueError
        return plan(person, now=now)

    monkeypatch.setattr(reminders, "plan_reminders", fails_for_evan)
    with pytest.raises(reminders.SomeFailed, match="1 people could not be reminded; 1 letters taken"):
        reminders.sweep(lambda: NOON)
    assert len(mailbox.taken) == 1


def test_a_wrong_password_of_ours_is_nobodys_refused_address(
    cma: Holding, mailbox: Mailbox, sweep_at: Sweep, settings
) -> None:
    settings.EMAIL_OUTGOING = Outgoing(host="127.0.0.1", port=settings.EMAIL_OUTGOING.port, username="a", password="b")
    sweep_at(NOON)
    letter = Letter.objects.get()
    assert (letter.refused_at, ReminderWishes.objects.get().refused_address) == (None, "")
    assert letter.trouble


def test_what_was_kept_for_want_of_a_server_leaves_once_there_is_one(
    dana: Person, mailbox: Mailbox, sweep_at: Sweep
) -> None:
    kept = keep_message(None, to="dana@example.org", subject="Your code", text="It is 1234.")
    sweep_at(kept.at + timedelta(minutes=5))
    sweep_at(kept.at + timedelta(minutes=10))
    assert [message["Subject"] for message in mailbox.messages] == ["Your code"]


def test_a_subject_can_hold_no_second_header(cma: Holding, mailbox: Mailbox) -> None:
    letter = between_plan_and_send(cma)
    letter.subject = "one\r\nBcc: evan@example.org"
    with pytest.raises(ValueError, match="newline"):
        hand_over_letter.hand_over_letter(letter)
