"""Is it alive, and is it ready to be relied upon? For whatever watches over an installation."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from recert.records.job_runs import JobRun

LEAST_FREE = 0.05
LEAST_FREE_BYTES = 200 * 1024 * 1024
SWEEP_IS_LATE_AFTER = timedelta(hours=26)


@login_not_required
@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    return HttpResponse("alive\n", content_type="text/plain")


@login_not_required
@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """Names only what is red, never a path or a number: anyone may ask."""
    red = [name for name, problem in problems().items() if problem]
    return JsonResponse({"ready": not red, "red": red}, status=503 if red else 200)


def problems() -> dict[str, str | None]:
    return {name: safely(question) for name, question in QUESTIONS.items()}


def safely(question: Callable[[], str | None]) -> str | None:
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
    return f"{len(waiting)} database changes are waiting, the first is {waiting[0][0]}: restart `recert serve`."


def disk() -> str | None:
    folder = settings.DATA if settings.DATA.exists() else settings.DATA.anchor
    usage = shutil.disk_usage(folder)
    if usage.free >= max(LEAST_FREE_BYTES, int(usage.total * LEAST_FREE)):
        return None
    return f"Only {usage.free // 2**20} MB are free where the data is kept: make room, nothing is lost yet."


def jobs() -> str | None:
    return sweep_is_late(last=last_sweep(), now=timezone.now())


def last_sweep() -> datetime | None:
    return JobRun.objects.filter(finished_at__isnull=False).values_list("finished_at", flat=True).first()


def sweep_is_late(*, last: datetime | None, now: datetime) -> str | None:
    if last is None or now - last <= SWEEP_IS_LATE_AFTER:
        return None
    return f"The daily jobs last finished at {last:%Y-%m-%d %H:%M} UTC: restart `recert serve`."


QUESTIONS: dict[str, Callable[[], str | None]] = {
    "database": database,
    "migrations": migrations,
    "disk": disk,
    "jobs": jobs,
}
