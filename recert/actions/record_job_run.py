"""Write down that the clock started a job, and how it went."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.utils import timezone

from recert.records.models import JobRun

MOST_RUNS_KEPT = 100


def last_success(name: str) -> datetime | None:
    """When the job last started that went well."""
    runs = JobRun.objects.filter(name=name, failed=False, finished_at__isnull=False)
    return runs.values_list("started_at", flat=True).first()


def record_job_run(name: str, *, job: Callable[[], str]) -> JobRun:
    """Run the job; `job` answers with its outcome in one line. A failure is recorded and raised again."""
    run = JobRun.objects.create(name=name, started_at=timezone.now())
    try:
        run.outcome = job()[:300]
    except Exception as failure:
        run.outcome, run.failed = type(failure).__name__, True
        raise
    finally:
        run.finished_at = timezone.now()
        run.save(update_fields=["outcome", "failed", "finished_at"])
        _forget_old_runs(name)
    return run


def _forget_old_runs(name: str) -> None:
    """Job by job: one that runs every few minutes must not push out what the daily ones did. The last success stays."""
    runs = JobRun.objects.filter(name=name)
    last = runs.filter(failed=False, finished_at__isnull=False).first()
    oldest = runs.values_list("pk", flat=True)[MOST_RUNS_KEPT:][:1]
    kept = [last.pk] if last else []
    for key in oldest:
        runs.filter(pk__lte=key).exclude(pk__in=kept).delete()
