"""Write down that the clock started a job, and how it went."""

from __future__ import annotations

from collections.abc import Callable

from django.utils import timezone

from recert.records.models import JobRun


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
    return run
