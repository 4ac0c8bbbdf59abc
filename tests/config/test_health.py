"""healthz says that it lives; readyz turns red for exactly what is wrong."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.utils import timezone

from recert.actions import check_health
from recert.actions.check_clock import SWEEP
from recert.records.models import JobRun


def finished(*, hours_ago: int, failed: bool = False, name: str = "daily") -> None:
    at = timezone.now() - timedelta(hours=hours_ago)
    JobRun.objects.create(name=name, started_at=at, finished_at=at, failed=failed)


def test_it_lives(client: Client, db: None) -> None:
    assert client.get("/healthz").content == b"alive\n"


def test_a_new_installation_is_ready(client: Client, db: None) -> None:
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (200, {"ready": True, "red": []})


@pytest.mark.parametrize(("hours_ago", "red"), [(25, []), (27, ["jobs"])])
def test_late_jobs_turn_it_red(client: Client, db: None, hours_ago: int, red: list[str]) -> None:
    finished(hours_ago=hours_ago)
    response = client.get("/readyz")
    assert (response.status_code, response.json()["red"]) == (503 if red else 200, red)


def test_a_job_that_failed_does_not_count_as_done(client: Client, db: None) -> None:
    finished(hours_ago=30)
    finished(hours_ago=1, failed=True)
    assert client.get("/readyz").json()["red"] == ["jobs"]


def test_a_job_that_keeps_failing_does_not_hide_behind_the_others(client: Client, db: None) -> None:
    finished(hours_ago=48, name="tidy")
    finished(hours_ago=2, name="tidy", failed=True)
    finished(hours_ago=1)
    assert client.get("/readyz").json()["red"] == ["jobs"]


def test_a_job_that_is_no_longer_run_says_nothing(client: Client, db: None) -> None:
    finished(hours_ago=24 * 9, name="retired")
    finished(hours_ago=1)
    assert client.get("/readyz").json()["red"] == []


def swept(*, hours_ago: int) -> None:
    finished(hours_ago=1)
    finished(hours_ago=hours_ago, name=SWEEP)
    JobRun.objects.filter(name=SWEEP).update(started_at=timezone.now() - timedelta(hours=hours_ago))


@pytest.mark.parametrize(("hours_ago", "red"), [(25, False), (27, True)])
def test_reminders_that_stopped_turn_it_red_though_other_jobs_ran(
    client: Client, db: None, hours_ago: int, red: bool
) -> None:
    swept(hours_ago=hours_ago)
    assert ("reminders" in client.get("/readyz").json()["red"]) == red


@pytest.mark.parametrize(("hours_ago", "red"), [(25, False), (27, True)])
def test_reminders_that_never_began_turn_it_red(client: Client, db: None, hours_ago: int, red: bool) -> None:
    made = MigrationRecorder(connection).migration_qs.filter(app="records", name="0005_reminders")
    made.update(applied=timezone.now() - timedelta(hours=hours_ago))
    assert ("reminders" in client.get("/readyz").json()["red"]) == red


def test_a_clock_that_went_back_a_year_turns_it_red(client: Client, db: None) -> None:
    swept(hours_ago=-24 * 365)
    assert "reminders" in client.get("/readyz").json()["red"]


def test_waiting_migrations_turn_it_red(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MigrationExecutor, "migration_plan", lambda *_: [("records.0002", False)])
    assert client.get("/readyz").json()["red"] == ["migrations"]


def test_a_full_disk_turns_it_red(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        check_health.shutil, "disk_usage", lambda _: check_health.shutil._ntuple_diskusage(10**12, 10**12, 0)
    )
    assert client.get("/readyz").json()["red"] == ["disk"]


def test_a_small_disk_needs_a_twentieth_and_a_big_one_200_mb() -> None:
    assert check_health.disk_is_full(free=51 * 2**20, total=1000 * 2**20) is None
    assert check_health.disk_is_full(free=49 * 2**20, total=1000 * 2**20)
    assert check_health.disk_is_full(free=201 * 2**20, total=2**40) is None
    assert check_health.disk_is_full(free=199 * 2**20, total=2**40)
