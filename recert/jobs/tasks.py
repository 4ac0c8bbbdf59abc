"""Where huey finds the jobs: an hourly clock for each, which runs it when it is due."""

from __future__ import annotations

from django.utils import timezone
from huey import crontab
from huey.contrib.djhuey import db_periodic_task, lock_task

from recert.jobs.daily import run_if_due


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
