"""What is done once a day, and how it is told whether today's is done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from recert.actions.clear_sessions import clear_sessions
from recert.actions.empty_trash import empty_trash
from recert.actions.erase_leavers import JOB, erase_leavers, is_someone_due
from recert.actions.note_rule_changes import note_rule_changes
from recert.actions.record_job_run import last_success, record_job_run
from recert.actions.refresh_verdicts import refresh_verdicts
from recert.actions.trash_activity import DAYS_KEPT

Job = Callable[[datetime], str]

# A little less than a day: the hourly clock then starts a job at about the same time every day, and on a machine that
# slept through it, within an hour of waking.
DUE_AFTER = timedelta(hours=23)


def run_if_due(name: str, *, now: datetime) -> bool:
    """Run the job unless it succeeded within the day and nobody waits for it; whether it was run."""
    last = last_success(name)
    if last is not None and now - last < DUE_AFTER and not (name == JOB and is_someone_due(now)):
        return False
    record_job_run(name, job=lambda: DAILY[name](now))
    return True


def refresh(now: datetime) -> str:
    noted = note_rule_changes(now=now)
    judged = refresh_verdicts(now=now)
    return f"{judged} verdicts judged anew, {noted} notices of changed rules"


def tidy(now: datetime) -> str:
    return f"{empty_trash(before=now - timedelta(days=DAYS_KEPT))} activities and certificates deleted from the trash"


def sign_out(now: datetime) -> str:
    return f"{clear_sessions(before=now)} expired sessions removed"


def erase(now: datetime) -> str:
    return f"{erase_leavers(now=now)} people erased who had left"


DAILY: dict[str, Job] = {"refresh verdicts": refresh, "empty trash": tidy, "clear sessions": sign_out, JOB: erase}
