"""The worker is killed outright at every step of sending, and nobody misses anything; `make kills` does it 50 times."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from bench.kills import STEPS


def test_a_worker_killed_at_every_step_loses_nothing_and_repeats_only_the_same_letter() -> None:
    command = [sys.executable, "-m", "bench.kills", str(len(STEPS)), "44"]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2], check=False)
    found = json.loads(ran.stdout or "{}")
    assert found, ran.stderr
    assert (found["reminders_due"], found["lost"], found["duplicates_with_another_message_id"]) == (44, 0, 0)
    assert found["kills"] == len(STEPS)
    assert found["duplicates"] <= found["kills"]
    assert found["recorded_as_handed_over"] == 44
