"""Where huey finds the jobs: an hourly clock for each, which runs it when it is due; reminders go out more often."""

from __future__ import annotations

from django.utils import timezone
from huey import crontab
from huey.contrib.djhuey import db_periodic_task, lock_task

from recert.actions.check_clock import SWEEP
from recert.actions.end_past_courses import end_past_courses
from recert.actions.read_feed import read_due_feeds
from recert.actions.read_soon import read_soon
from recert.actions.record_job_run import record_job_run
from recert.actions.sweep_papers import sweep_papers
from recert.jobs.daily import run_if_due
from recert.jobs.reminders import sweep

__all__ = ["read_soon"]
"""Found here by the worker; whoever hands in a paper asks for it."""


@db_periodic_task(crontab(minute="5"), retries=2, retry_delay=300)
@lock_task("refresh verdicts")
def refresh_verdicts() -> bool:
    return run_if_due("refresh verdicts", now=timezone.now())


@db_periodic_task(crontab(minute="25"))
@lock_task("empty trash")
def empty_trash() -> bool:
    return run_if_due("empty trash", now=timezone.now())


@db_periodic_task(crontab(minute="45"))
@lock_task("clear sessions")
def clear_sessions() -> bool:
    return run_if_due("clear sessions", now=timezone.now())


@db_periodic_task(crontab(minute="*"))
def read_papers() -> int:
    """What `read_soon` was never told of, or did not finish."""
    return sweep_papers(now=timezone.now())


@db_periodic_task(crontab(minute="*/5"))
def send_reminders() -> None:
    # No lock: two sweeps at once share the letters, and a lock would outlive a worker that was killed.
    record_job_run(SWEEP, job=sweep)


@db_periodic_task(crontab(minute="35"), retries=2, retry_delay=300)
@lock_task("erase leavers")
def erase_leavers() -> bool:
    return run_if_due("erase leavers", now=timezone.now())


@db_periodic_task(crontab(minute="15"), retries=2, retry_delay=300)
@lock_task("read feeds")
def read_feeds() -> None:
    record_job_run("read feeds", job=_fresh_courses)


def _fresh_courses() -> str:
    read = read_due_feeds(now=timezone.now())
    return f"{read} feeds read, {end_past_courses(today=timezone.localdate())} courses over"
