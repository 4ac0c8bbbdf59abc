"""The clock does each thing once a day, and writes down how it went."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session

from recert.actions.add_activity import add_activity
from recert.actions.check_health import sweep_is_late
from recert.actions.hold_credential import hold_credential
from recert.actions.leave import leave
from recert.actions.open_vault import vault
from recert.actions.record_job_run import record_job_run
from recert.actions.trash_activity import trash_activity
from recert.actions.trash_certificate import trash_certificate
from recert.jobs import daily, tasks
from recert.jobs.daily import DAILY, run_if_due
from recert.records.models import Activity, Certificate, JobRun, Leaving, Person, StoredFile, StoredVerdict
from tests.papers import hand_in

NOW = datetime(2026, 11, 22, 7, 5, tzinfo=UTC)


@pytest.mark.parametrize("name", DAILY)
def test_each_job_runs_once_a_day(db: None, name: str) -> None:
    ran = []
    for hours in (0, 1, 22, 24):
        with time_machine.travel(NOW + timedelta(hours=hours), tick=False):
            ran.append(run_if_due(name, now=NOW + timedelta(hours=hours)))
    assert ran == [True, False, False, True]


def test_a_run_says_what_it_did(dana: Person) -> None:
    hold_credential(dana, credential="cma-aama", certified_on=date(2022, 3, 14))
    run_if_due("refresh verdicts", now=NOW)
    assert JobRun.objects.get().outcome == "1 verdicts judged anew, 0 notices of changed rules"
    assert StoredVerdict.objects.count() == 1


def test_the_day_it_refreshes_for_is_the_holders_own(dana: Person) -> None:
    Person.objects.filter(pk=dana.pk).update(time_zone="Pacific/Honolulu")
    hold_credential(dana, credential="cma-aama", certified_on=date(2022, 3, 14))
    run_if_due("refresh verdicts", now=NOW)
    assert StoredVerdict.objects.get().as_of == date(2026, 11, 21)


def test_what_lay_in_the_trash_for_thirty_days_is_deleted(dana: Person) -> None:
    row = add_activity(dana, fields={"earned_on": "2025-01-01", "quantity": "1", "unit": "cme"})
    with time_machine.travel(NOW - timedelta(days=31)):
        trash_activity(dana, activity_id=row.pk)
    run_if_due("empty trash", now=NOW)
    assert not Activity.objects.exists()


@pytest.mark.usefixtures("vault_folder")
def test_a_paper_in_the_trash_goes_with_its_original_and_one_that_is_shared_stays(dana: Person, luz: Person) -> None:
    mine, shared, theirs = hand_in(dana), hand_in(dana, b"%PDF shared"), hand_in(luz, b"%PDF shared")
    with time_machine.travel(NOW - timedelta(days=31)):
        for paper in (mine, shared):
            trash_certificate(dana, certificate_id=paper.pk)
    run_if_due("empty trash", now=NOW)
    assert [paper.pk for paper in Certificate.objects.all()] == [theirs.pk]
    assert list(vault().digests()) == [theirs.file.digest]
    assert list(StoredFile.objects.values_list("digest", flat=True)) == [theirs.file.digest]


def test_sessions_that_nobody_can_use_are_removed(db: None) -> None:
    for days in (-1, 1):
        Session.objects.create(session_key=f"key {days}", session_data="", expire_date=NOW + timedelta(days=days))
    run_if_due("clear sessions", now=NOW)
    assert Session.objects.get().session_key == "key 1"


def test_a_failure_is_written_down_and_tried_again_within_the_hour(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_now: datetime) -> str:
        raise OSError("The disk is full.")

    monkeypatch.setitem(daily.DAILY, "empty trash", fails)
    with pytest.raises(OSError, match="full"):
        run_if_due("empty trash", now=NOW)
    run = JobRun.objects.get()
    assert (run.failed, run.outcome) == (True, "OSError")
    monkeypatch.undo()
    assert run_if_due("empty trash", now=NOW + timedelta(hours=1))


def test_a_run_counts_as_the_daily_one_for_the_health_page(db: None) -> None:
    run = record_job_run("empty trash", job=lambda: "0 activities deleted from the trash")
    assert run.finished_at is not None
    assert sweep_is_late(last=run.finished_at, now=run.finished_at + timedelta(hours=25)) is None


def test_every_daily_job_has_its_clock(db: None) -> None:
    for task in (tasks.refresh_verdicts, tasks.empty_trash, tasks.clear_sessions, tasks.erase_leavers):
        task.call_local()
    assert set(JobRun.objects.values_list("name", flat=True)) == set(DAILY)


def test_whoever_chose_tomorrow_is_erased_within_the_hour(dana: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recert.actions.erase_leavers.scrub_database", lambda: None)
    with time_machine.travel(NOW, tick=False):
        leave(dana, days=1)
        run_if_due("erase leavers", now=NOW)
    later = NOW + timedelta(hours=22)
    assert not run_if_due("erase leavers", now=later)
    Leaving.objects.update(erase_at=later)
    assert run_if_due("erase leavers", now=later)
    assert not Person.objects.exists()
