"""What someone takes along comes back equal, at another installation and under other ids."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from recert.actions.check_audit_trail import check_audit_trail
from recert.actions.check_standing import check_standing
from recert.actions.check_verdicts import check_verdicts
from recert.actions.erase_person import erase_person
from recert.actions.hold_credential import hold_credential
from recert.actions.keep_certificate import keep_certificate
from recert.actions.measure_export import measure_export
from recert.actions.open_vault import vault
from recert.actions.plan_reminders import plan_reminders
from recert.actions.renew_calendar_link import renew_calendar_link
from recert.actions.renew_credential import renew_credential
from recert.actions.replay_verdict import replay_verdict
from recert.actions.start_import import start_import
from recert.actions.trash_activity import trash_activity
from recert.records.models import (
    Activity,
    AuditEntry,
    Certificate,
    Draft,
    Enquiry,
    Lead,
    Person,
    ReminderWishes,
    Review,
    StoredVerdict,
)
from tests.actions.archives import brought, exported, parts_of, tables_of
from tests.actions.conftest import Finish

PAPER = b"%PDF-1.7 Wound care, 5 CEU"
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
NEVER_EQUAL = {"export", "trail", "account"}


@pytest.fixture
def file(dana: Person, finish: Finish, today: date) -> bytes:
    """Everything of Dana's: two cycles, answers, a repeat, a paper with its proof, a trashed row, a waiting import."""
    finish(dana, "40", earned_on=date(2021, 5, 1))
    old = hold_credential(dana, credential="cma-aama", certified_on=date(2018, 3, 14))
    gone = finish(dana, "2", title="Soon gone")
    check_standing(dana, today=today)
    trash_activity(dana, activity_id=gone.pk)
    Activity.objects.filter(pk=gone.pk).delete()
    renew_credential(dana, holding_id=old.pk, recertified_on=date(2023, 3, 1))
    proven = finish(dana, "5", title="Wound care", note="Ñandú, “quoted”", minutes=250)
    finish(dana, "5", title="Wound care", minutes=250)
    trash_activity(dana, activity_id=finish(dana, "1").pk)
    check_standing(dana, today=today)
    paper = keep_certificate(dana, name="../wound: care.pdf", content=[PAPER], request_key="upload-1")
    Draft.objects.create(certificate=paper, position=1, outcome="confirmed", activity=proven, fields={"title": {}})
    keep_certificate(dana, name="again.pdf", content=[PAPER])
    start_import(dana, name="waiting.csv", content=b"earned_on\n")
    return exported(dana)


def lasting(file: bytes) -> dict[str, Any]:
    """All but the moment of the export, the trail and the account's own addresses."""
    return {name: rows for name, rows in tables_of(file).items() if name not in NEVER_EQUAL}


def test_an_account_that_only_the_clock_has_written_to_is_empty(file: bytes, dana: Person, luz: Person) -> None:
    ReminderWishes.objects.create(person=dana, quiet_from=19)
    plan_reminders(luz, now=NOW)
    renew_calendar_link(luz)
    assert measure_export(luz).is_empty
    brought(luz, exported(dana), is_mine=True)
    wishes = ReminderWishes.objects.get(person=luz)
    assert (wishes.quiet_from, wishes.calendar_link) == (19, 2)


def test_it_comes_back_equal_under_other_ids(file: bytes, luz: Person, finish: Finish) -> None:
    evan_was_here_before(luz)
    brought(luz, file, is_mine=True)
    again = exported(luz)
    assert lasting(again) == lasting(file)
    assert parts_of(again)["transcript.json"] == parts_of(file)["transcript.json"]


def evan_was_here_before(person: Person) -> None:
    """Ids that are in use already, so that nothing can keep the one it had."""
    start_import(person, name="before.csv", content=b"x").delete()
    Activity.objects.create(person=person, earned_on="2020-01-01", quantity=1, unit="cme").delete()


def test_the_trail_goes_on_where_it_ended(file: bytes, luz: Person) -> None:
    brought(luz, file, is_mine=True)
    before, after = tables_of(file)["trail"], tables_of(exported(luz))["trail"]
    assert after[: len(before)] == before
    assert [entry["verb"] for entry in after[len(before) :]] == ["change", "bring back"]
    assert check_audit_trail() == []


def test_every_answer_comes_back_and_replays(file: bytes, luz: Person, today: date) -> None:
    brought(luz, file, is_mine=True)
    verdicts = StoredVerdict.objects.filter(holding__person=luz)
    assert verdicts.count() == len(tables_of(file)["verdicts"]) >= 3
    assert all(replay_verdict(luz, verdict_id=each.pk).is_equal for each in verdicts)
    assert check_verdicts() == []
    before = {each.pk for each in verdicts}
    check_standing(luz, today=today)
    assert {each.pk for each in verdicts.all()} == before


def test_every_original_comes_back_to_the_byte(file: bytes, luz: Person) -> None:
    Certificate.objects.all().delete()
    brought(luz, file, is_mine=True)
    first, second = Certificate.objects.filter(person=luz).order_by("pk")
    assert first.file_id == second.file_id
    assert vault().path_of(first.file.digest).read_bytes() == PAPER
    assert first.drafts.get().activity == luz.activities.get(note="Ñandú, “quoted”")


def test_it_comes_back_after_leaving(file: bytes, dana: Person) -> None:
    everything = lasting(file)
    erase_person(dana)
    again = Person.objects.create_user("dana@example.org", "password")
    brought(again, file)
    assert lasting(exported(again)) == everything
    assert (again.activities.count(), AuditEntry.objects.filter(holder=again).count()) == (4, 2)


def test_what_was_asked_of_schools_and_said_of_courses_can_be_read_in_it(
    dana: Person, finish: Finish, programs: None, courses: None
) -> None:
    enquiry = Enquiry.objects.create(
        person=dana, name="Dana", email=dana.email, message="When do evening classes begin?", asked_at=NOW
    )
    Lead.objects.create(enquiry=enquiry, institution_id=103501, consent="I agree", consented_at=NOW, sent="Dear school")
    Review.objects.create(
        person=dana, activity=finish(dana, "1"), course_id="C0001", stars=4, text="Clear", written_on=NOW.date()
    )
    (account,) = tables_of(exported(dana))["account"]
    assert account["enquiries"][0]["schools"][0]["sent"] == "Dear school"
    assert account["reviews"][0]["text"] == "Clear"
