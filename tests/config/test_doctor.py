"""The doctor finds each fault under its own name, and finds nothing where nothing is."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.db import connection

from recert.actions.add_activity import add_activity
from recert.actions.check_standing import check_standing
from recert.actions.hold_credential import hold_credential
from recert.config.doctor import doctor
from recert.config.examining import QUESTIONS, examine
from recert.records.models import AuditEntry, Holding, Person, StoredVerdict


@pytest.fixture
def settled(dana: Person, settings, tmp_path: Path) -> Person:
    """A holder with one stored verdict, in a data folder of one's own."""
    settings.DATA = tmp_path
    tmp_path.chmod(0o700)
    hold_credential(dana, credential="cma-aama", certified_on=date(2023, 2, 10))
    fields = {"earned_on": date(2024, 5, 1), "title": "Wound care", "quantity": "2", "unit": "aama_ceu"}
    add_activity(dana, fields=fields)
    check_standing(dana, today=date(2026, 11, 22))
    return dana


def wrong() -> dict[str, str]:
    return {finding.about: finding.says for finding in examine() if not finding.well}


def test_a_sound_installation_is_found_sound(settled: Person) -> None:
    assert wrong() == {}
    assert [finding.about for finding in examine()] == list(QUESTIONS)


def test_an_altered_audit_entry_is_found(settled: Person) -> None:
    entry = AuditEntry.objects.filter(noun="activity").get()
    AuditEntry.objects.filter(pk=entry.pk).update(after={"title": "Something else"})
    assert wrong() == {"audit": f"Entry {entry.pk} was altered: its content differs from what was recorded."}


def test_a_cut_off_trail_is_found(settled: Person) -> None:
    AuditEntry.objects.latest("id").delete()
    assert "entries are missing at its end" in wrong()["audit"]


def test_a_verdict_that_says_something_else_is_found(settled: Person) -> None:
    stored = StoredVerdict.objects.get()
    StoredVerdict.objects.filter(pk=stored.pk).update(document={**stored.document, "met": True})
    assert wrong() == {
        "verdicts": f"Stored verdict {stored.pk} differs from the same transcript judged anew: run the daily jobs."
    }


def test_a_file_that_others_can_read_is_found(settled: Person, tmp_path: Path) -> None:
    (tmp_path / "secret-key").write_text("x")
    (tmp_path / "secret-key").chmod(0o644)
    assert wrong() == {"files": f"Others can open {tmp_path}/secret-key (mode 644): run chmod -R go-rwx {tmp_path}"}


def test_a_row_that_points_nowhere_is_found(settled: Person) -> None:
    if connection.vendor != "sqlite":
        return
    with connection.constraint_checks_disabled(), connection.cursor() as cursor:
        cursor.execute("PRAGMA defer_foreign_keys = ON")
        Holding.objects.update(person_id=10**6)
        assert wrong()["references"].startswith("A row of records_holding points to a missing row of records_person.")
        Holding.objects.update(person_id=settled.pk)


def test_programs_get_one_document_and_the_exit_status(settled: Person, tmp_path: Path) -> None:
    sound = CliRunner().invoke(doctor, ["--data", str(tmp_path), "--json"])
    assert (sound.exit_code, json.loads(sound.stdout)["well"]) == (0, True)
    tmp_path.chmod(0o755)
    unsound = CliRunner().invoke(doctor, ["--data", str(tmp_path), "--json"])
    assert (unsound.exit_code, json.loads(unsound.stdout)["well"]) == (1, False)
