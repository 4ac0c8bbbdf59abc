"""An application from its start to the next cycle: one step after the other, and nothing lost on the way."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from recert.actions.accept_application import accept_application
from recert.actions.check_audit_trail import check_audit_trail
from recert.actions.check_standing import check_standing
from recert.actions.hold_credential import hold_credential
from recert.actions.look_at_application import look_at_application
from recert.actions.move_application import MOVES, Move, MoveRefused, move_application
from recert.actions.open_application import open_application
from recert.actions.open_sent_packet import open_sent_packet
from recert.actions.remind_of_application import application_events, applications_under_way
from recert.actions.remind_of_deadlines import deadlines
from recert.actions.renew_credential import RenewalRefused
from recert.actions.send_application import send_application
from recert.actions.sweep_vault import sweep_vault
from recert.records.applications import STATES
from recert.records.models import Application, Holding, Person, StoredVerdict
from recert.records.versions import StaleEdit
from tests.actions.archives import brought, exported, tables_of
from tests.actions.conftest import Finish

TODAY = date(2026, 11, 22)


@pytest.fixture
def ready(dana: Person, finish: Finish) -> Holding:
    """A CMA whose sixty points are all there."""
    for category in ("administrative", "clinical", "general"):
        finish(dana, "20", category)
    return hold_credential(dana, credential="cma-aama", certified_on=date(2022, 3, 14))


def sent(person: Person, row: Application, **options: Any) -> Application:
    move = Move(to="sent", on=TODAY, words="Confirmation 4711", columns={"way": "online"})
    arguments = {"version": row.version, "move": move, "today": TODAY, **options}
    return send_application(person, application_id=row.pk, **arguments)


def moved(person: Person, row: Application, to: str, **options: Any) -> Application:
    move = Move(to=to, on=options.pop("on", TODAY), words=options.pop("words", ""), columns=options or None)
    return move_application(person, application_id=row.pk, version=row.version, move=move, today=TODAY)


def test_starting_twice_is_starting_once(dana: Person, ready: Holding) -> None:
    first, again = (open_application(dana, holding_id=ready.pk) for _ in range(2))
    assert (first.pk, first.state, Application.objects.count()) == (again.pk, "preparing", 1)


def test_what_was_sent_is_kept_as_it_was(dana: Person, ready: Holding, finish: Finish) -> None:
    row = sent(dana, open_application(dana, holding_id=ready.pk))
    packet = open_sent_packet(dana, application_id=row.pk)
    before = packet.read_bytes()
    finish(dana, "3")
    sweep_vault()
    assert (row.state, row.way, row.sent_on, before[:5]) == ("sent", "online", TODAY, b"%PDF-")
    assert packet.read_bytes() == before
    assert [step.words for step in row.steps.all()] == ["", "Confirmation 4711"]


def test_an_answer_is_expected_by_the_certifiers_own_time(dana: Person, ready: Holding) -> None:
    row = sent(dana, open_application(dana, holding_id=ready.pk))
    assert row.expected_by == TODAY


def test_a_question_is_answered_and_the_application_goes_on(dana: Person, ready: Holding) -> None:
    row = sent(dana, open_application(dana, holding_id=ready.pk))
    asked = moved(dana, row, "asked", words="Send the course description.", answer_by=date(2026, 12, 10))
    answered = moved(dana, asked, "sent", words="Sent it.", answer_by=None)
    assert (asked.answer_by, answered.answer_by, answered.state) == (date(2026, 12, 10), None, "sent")
    assert [step.state for step in answered.steps.all()] == ["preparing", "sent", "asked", "sent"]


def test_accepted_opens_the_next_cycle_and_freezes_the_last(dana: Person, ready: Holding) -> None:
    row = sent(dana, open_application(dana, holding_id=ready.pk))
    new = accept_application(
        dana, application_id=row.pk, version=row.version, recertified_on=date(2026, 11, 20), today=TODAY
    )
    ready.refresh_from_db()
    assert (ready.closed_on, new.cycle_starts, new.cycle_ends) == (
        date(2026, 11, 20),
        date(2026, 11, 20),
        date(2031, 11, 30),
    )
    frozen = StoredVerdict.objects.get(holding=ready, frozen_at__isnull=False)
    assert frozen.document["met"] is True
    assert Application.objects.get().state == "accepted"
    assert check_audit_trail() == []


def test_nothing_is_carried_over_into_the_next_cycle(dana: Person, ready: Holding, finish: Finish) -> None:
    finish(dana, "30", title="More than enough")
    row = sent(dana, open_application(dana, holding_id=ready.pk))
    accept_application(dana, application_id=row.pk, version=row.version, recertified_on=TODAY, today=TODAY)
    (standing,) = check_standing(dana, today=TODAY)
    assert standing.document["findings"][0]["earned"] == "0"


def test_the_closed_cycle_shows_the_packet_it_was_sent_with(dana: Person, ready: Holding, finish: Finish) -> None:
    row = sent(dana, open_application(dana, holding_id=ready.pk))
    accept_application(dana, application_id=row.pk, version=row.version, recertified_on=TODAY, today=TODAY)
    dana.activities.all().delete()
    looked = look_at_application(dana, holding_id=ready.pk, today=date(2027, 11, 22))
    assert looked.prepared is not None
    assert (looked.prepared.packet.verdict.met, len(looked.prepared.packet.lines)) == (True, 3)
    assert open_sent_packet(dana, application_id=row.pk).exists()


def test_returned_is_over_and_the_next_is_a_new_one(dana: Person, ready: Holding) -> None:
    row = sent(dana, open_application(dana, holding_id=ready.pk))
    moved(dana, row, "returned", words="A certificate was missing.")
    again = open_application(dana, holding_id=ready.pk)
    assert (again.pk != row.pk, again.state) == (True, "preparing")


def test_only_what_follows_may_be_written_down(dana: Person, ready: Holding) -> None:
    row = open_application(dana, holding_id=ready.pk)
    for state in STATES:
        for to in STATES:
            Application.objects.filter(pk=row.pk).update(state=state)
            row.refresh_from_db()
            if to in MOVES.get(state, ()):
                assert moved(dana, row, to).state == to
            else:
                with pytest.raises(MoveRefused):
                    moved(dana, row, to)


@pytest.mark.parametrize(
    ("on", "words", "field"),
    [
        (date(2026, 11, 23), "", "on"),
        (date(2026, 11, 1), "", "on"),
        (TODAY, "x" * 5001, "words"),
        (TODAY, "\x00", "words"),
    ],
)
def test_a_step_that_cannot_be_is_refused(dana: Person, ready: Holding, on: date, words: str, field: str) -> None:
    row = sent(dana, open_application(dana, holding_id=ready.pk))
    with pytest.raises(MoveRefused) as refused:
        moved(dana, row, "asked", on=on, words=words)
    assert refused.value.field == field
    assert row.steps.count() == 2


def test_two_windows_do_not_move_it_twice(dana: Person, ready: Holding) -> None:
    row = open_application(dana, holding_id=ready.pk)
    sent(dana, row)
    with pytest.raises(StaleEdit):
        sent(dana, row)
    assert row.steps.count() == 2


def test_a_day_that_cannot_be_moves_nothing(dana: Person, ready: Holding) -> None:
    row = sent(dana, open_application(dana, holding_id=ready.pk))
    early = date(2020, 1, 1)
    with pytest.raises(RenewalRefused):
        accept_application(dana, application_id=row.pk, version=row.version, recertified_on=early, today=TODAY)
    row.refresh_from_db()
    assert (row.state, Holding.objects.get().closed_on) == ("sent", None)


def test_a_stranger_sees_and_moves_nothing(dana: Person, evan: Person, ready: Holding) -> None:
    row = open_application(dana, holding_id=ready.pk)
    with pytest.raises(Holding.DoesNotExist):
        open_application(evan, holding_id=ready.pk)
    with pytest.raises(Holding.DoesNotExist):
        look_at_application(evan, holding_id=ready.pk, today=TODAY)
    for act in (sent, lambda who, what: moved(who, what, "dropped")):
        with pytest.raises(Application.DoesNotExist):
            act(evan, row)


def test_applications_go_along_and_come_back(dana: Person, luz: Person, ready: Holding) -> None:
    row = sent(dana, open_application(dana, holding_id=ready.pk))
    file = exported(dana)
    brought(luz, file, is_mine=True)
    for table in ("applications", "application_steps", "files"):
        assert tables_of(exported(luz))[table] == tables_of(file)[table]
    again = Application.objects.get(holding__person=luz)
    mine, theirs = (open_sent_packet(who, application_id=what.pk) for who, what in ((dana, row), (luz, again)))
    assert mine.read_bytes() == theirs.read_bytes()


def told(person: Person, *, today: date) -> list[str]:
    return [occasion.wording % occasion.values for occasion in applications_under_way(person, today)]


def test_reminders_follow_the_state(dana: Person, ready: Holding) -> None:
    assert list(deadlines(dana, TODAY))
    row = sent(dana, open_application(dana, holding_id=ready.pk))
    assert list(deadlines(dana, TODAY)) == []
    assert "should have heard" in " ".join(told(dana, today=TODAY))
    asked = moved(dana, row, "asked", words="More?", answer_by=date(2026, 12, 10))
    assert [occasion.due_on.day for occasion in applications_under_way(dana, TODAY)] == [3, 8, 10]
    moved(dana, asked, "returned", words="Too late.")
    assert "was returned" in told(dana, today=TODAY)[0]
    assert list(deadlines(dana, TODAY))


def test_the_calendar_follows_the_state(dana: Person, ready: Holding) -> None:
    row = sent(dana, open_application(dana, holding_id=ready.pk))
    (heard,) = application_events(dana, TODAY)
    moved(dana, row, "asked", words="More?", answer_by=date(2026, 12, 10), expected_by=None)
    (answer,) = application_events(dana, TODAY)
    assert (heard.uid, answer.uid, answer.day) == (
        f"application-{row.pk}-expected",
        f"application-{row.pk}-answer",
        date(2026, 12, 10),
    )
