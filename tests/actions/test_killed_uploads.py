"""Killed outright between any two steps of keeping a paper: what was acknowledged is there, no row lacks its file."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STEPS = ("draft open", "written", "file synced", "named", "folder synced", "row", "audit", "committed", "never")
PROGRAM = """
import os, signal, sys
from pathlib import Path

step, data = sys.argv[1], Path(sys.argv[2])
os.environ.update(RECERT_DATA=str(data), RECERT_SECRET_KEY="for tests only", DATABASE_URL="")
os.environ["DJANGO_SETTINGS_MODULE"] = "recert.config.settings"
import django
django.setup()
from recert.actions import keep_certificate as keeping
from recert.records import vault as vaults
from recert.records.models import Person

def die(at):
    if at == step:
        os.kill(os.getpid(), signal.SIGKILL)

def before(owner, name, at):
    done = getattr(owner, name)
    def dies_first(*given, **named):
        die(at)
        return done(*given, **named)
    setattr(owner, name, dies_first)

syncs = []
fsync = os.fsync
def counted(handle):
    syncs.append(handle)
    if not Path(f"/proc/self/fd/{handle}").resolve().is_dir():
        die("written")
    fsync(handle)
    if not Path(f"/proc/self/fd/{handle}").resolve().is_dir():
        die("file synced")
os.fsync = counted
before(vaults, "_written", "draft open")
replace = Path.replace
def renamed(self, target):
    moved = replace(self, target)
    die("named")
    return moved
Path.replace = renamed
before(keeping, "_recorded", "folder synced")
before(keeping.Certificate.objects, "get_or_create", "row")
before(keeping, "record_change", "audit")
before(keeping, "read_soon", "committed")
paper = keeping.keep_certificate(Person.objects.get(), name="a.pdf", content=[b"%PDF", step.encode()], request_key=step)
print("acknowledged", paper.file.digest, flush=True)
"""


def run(program: str, *given: str) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-W", "ignore", "-c", program, *given]
    return subprocess.run(command, capture_output=True, text=True, env=surroundings, cwd=ROOT, check=False)


PREPARE = """
import os, sys
os.environ.update(RECERT_DATA=sys.argv[1], RECERT_SECRET_KEY="for tests only", DATABASE_URL="")
os.environ["DJANGO_SETTINGS_MODULE"] = "recert.config.settings"
import django
django.setup()
from django.core.management import call_command
from recert.records.models import Person
call_command("migrate", verbosity=0)
Person.objects.create_user("dana@example.org", "password")
"""
LOOK = """
import os, sys
os.environ.update(RECERT_DATA=sys.argv[1], RECERT_SECRET_KEY="for tests only", DATABASE_URL="")
os.environ["DJANGO_SETTINGS_MODULE"] = "recert.config.settings"
import django
django.setup()
from recert.actions.check_audit_trail import check_audit_trail
from recert.actions.check_originals import check_originals
from recert.actions.keep_certificate import keep_certificate
from recert.records.models import AuditEntry, Certificate, Person
found = check_originals()
papers, entries = Certificate.objects.count(), AuditEntry.objects.filter(verb="keep").count()
again = keep_certificate(Person.objects.get(), name="a.pdf", content=[b"%PDF", sys.argv[2].encode()], request_key=sys.argv[2])
print(papers, entries, len(found.problems), found.orphans, len(check_audit_trail()), Certificate.objects.count(), again.name)
"""


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    done = run(PREPARE, str(folder))
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.parametrize("step", STEPS)
def test_a_kill_between_any_two_steps_loses_nothing_that_was_acknowledged(
    prepared: Path, tmp_path: Path, step: str
) -> None:
    data = tmp_path / "data"
    shutil.copytree(prepared, data)
    ended = run(PROGRAM, step, str(data))
    acknowledged = "acknowledged" in ended.stdout
    assert ended.returncode == (0 if step == "never" else -signal.SIGKILL), ended.stderr
    papers, entries, lost, orphans, breaks, after_retry, _ = run(LOOK, str(data), step).stdout.split()
    assert acknowledged == (step == "never")
    assert papers == entries == ("1" if step in ("committed", "never") else "0")
    assert (lost, breaks, after_retry) == ("0", "0", "1")
    in_between = STEPS[1 : STEPS.index("committed")]
    assert orphans == ("1" if step in in_between else "0")
