"""SQLite is opened so that nothing is lost, and never in WAL mode by a library that could damage it."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import pytest
from django.db import connection

from recert.config.checks import journal_findings
from recert.config.database import DatabaseUrlWrong, database_settings, journal_for, queue, why_no_wal

OLD, FIXED = (3, 40, 1), (3, 51, 3)


def test_the_library_of_this_run_is_a_sound_one() -> None:
    if sys.platform == "linux":
        assert sqlite3.sqlite_version_info >= FIXED


@pytest.mark.parametrize("version", [OLD, (3, 51, 2)])
def test_an_old_library_gets_the_slow_safe_journal(version: tuple[int, ...]) -> None:
    assert journal_for(version) == ("DELETE", "EXTRA")
    command = database_settings(None, default=Path("db"), version=version)["OPTIONS"]["init_command"]
    assert "journal_mode=DELETE" in command
    assert "WAL" not in command


def test_the_first_fixed_library_gets_wal() -> None:
    assert journal_for(FIXED) == ("WAL", "FULL")
    assert why_no_wal(FIXED) is None


def test_refusing_wal_says_which_version_was_found_and_which_is_wanted() -> None:
    reason = why_no_wal(OLD)
    assert reason is not None
    assert "3.40.1" in reason
    assert "3.51.3" in reason


def test_a_wal_database_under_an_old_library_stops_the_start() -> None:
    assert [found.id for found in journal_findings(OLD, "wal")] == ["recert.E001"]
    assert [found.id for found in journal_findings(OLD, "delete")] == ["recert.W001"]
    assert journal_findings(FIXED, "wal") == []


def test_jobs_keep_to_the_same_journal(tmp_path: Path) -> None:
    assert queue(tmp_path / "jobs", OLD)["connection"]["journal_mode"] == "delete"
    assert queue(tmp_path / "missing" / "jobs", OLD)["huey_class"] == "huey.MemoryHuey"


@pytest.mark.django_db
def test_the_open_connection_keeps_every_promise() -> None:
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        found = {}
        for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout"):
            cursor.execute(f"PRAGMA {name}")
            found[name] = cursor.fetchone()[0]
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 20_000}


def test_a_postgresql_address_is_taken_apart() -> None:
    found = database_settings("postgresql://ana:p%40ss@db:5433/recert?sslmode=require", default=Path(), version=FIXED)
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"]) == ("ana", "p@ss", "db", "5433")
    assert found["OPTIONS"]["sslmode"] == "require"


def test_another_database_is_refused_in_a_sentence() -> None:
    with pytest.raises(DatabaseUrlWrong, match="begins with 'mysql'; Recert can use postgresql://"):
        database_settings("mysql://localhost/recert", default=Path(), version=FIXED)
