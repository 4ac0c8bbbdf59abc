"""Find out whether this installation can be relied upon: one sentence for each thing that is wrong."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import Max
from django.utils import timezone

from recert.actions.check_clock import SWEEP, clock_problem
from recert.records.models import JobRun

LEAST_FREE_SHARE = 20  # a twentieth of the disk
LEAST_FREE_BYTES = 200 * 2**20
SWEEP_IS_LATE_AFTER = timedelta(hours=26)
STILL_RUN_WITHIN = timedelta(days=7)


def check_health() -> dict[str, str | None]:
    """Each thing that must hold, with None or what is wrong."""
    return {name: _asked(question) for name, question in QUESTIONS.items()}


def _asked(question: Callable[[], str | None]) -> str | None:
    try:
        return question()
    except (DatabaseError, OSError) as problem:
        return f"It could not be found out: {problem}."


def database() -> str | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return None


def migrations() -> str | None:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not waiting:
        return None
    return f"{len(waiting)} changes of the tables are waiting, the first is {waiting[0][0]}: restart `recert serve`."


def disk() -> str | None:
    usage = shutil.disk_usage(settings.DATA if settings.DATA.exists() else settings.DATA.anchor)
    return disk_is_full(free=usage.free, total=usage.total)


def disk_is_full(*, free: int, total: int) -> str | None:
    # A twentieth of a big disk is plenty, so 200 MB settle it there.
    if free >= min(LEAST_FREE_BYTES, total // LEAST_FREE_SHARE):
        return None
    return f"Only {free // 2**20} MB are free where the data is kept: make room. What is stored is safe."


def jobs() -> str | None:
    now = timezone.now()
    done = JobRun.objects.filter(finished_at__isnull=False, failed=False)
    newest = done.aggregate(at=Max("finished_at"))["at"]
    # One that fails day after day must not hide behind the others; one that is no longer run says nothing.
    tried = JobRun.objects.filter(started_at__gt=now - STILL_RUN_WITHIN).values("name")
    each = done.filter(name__in=tried).values("name").annotate(at=Max("finished_at")).values_list("at", flat=True)
    return sweep_is_late(last=min(filter(None, [newest, *each]), default=None), now=now)


def sweep_is_late(*, last: datetime | None, now: datetime) -> str | None:
    """A new installation, where no job was due yet, is not late."""
    if last is None or now - last <= SWEEP_IS_LATE_AFTER:
        return None
    return f"The daily jobs last finished on {last:%Y-%m-%d at %H:%M} UTC: restart `recert serve`."


def reminders() -> str | None:
    """Red when no sweep finished for 26 hours, also where none ever did; and at once when the clock cannot be right."""
    now = timezone.now()
    if problem := clock_problem(now):
        return problem
    runs = JobRun.objects.filter(name=SWEEP, failed=False, finished_at__isnull=False)
    last = runs.aggregate(at=Max("finished_at"))["at"] or _tables_made_at()
    if last is None or now - last <= SWEEP_IS_LATE_AFTER:
        return None
    return f"No reminders were sent since {last:%Y-%m-%d at %H:%M} UTC: restart `recert serve`. None is lost."


def _tables_made_at() -> datetime | None:
    """Since when there could have been sweeps."""
    made = MigrationRecorder(connection).migration_qs.filter(app="records", name="0005_reminders")
    return made.values_list("applied", flat=True).first()


QUESTIONS: dict[str, Callable[[], str | None]] = {
    "database": database,
    "migrations": migrations,
    "disk": disk,
    "jobs": jobs,
    "reminders": reminders,
}
