"""Read the papers that were never handed to a reader, or whose reader died."""

from __future__ import annotations

from datetime import datetime, timedelta

from recert.actions.read_certificate import due, read_certificate
from recert.records.models import Certificate

NOT_BEFORE = timedelta(seconds=30)
"""Until then the reader that was asked first has its chance."""
MOST_AT_ONCE = 20


def sweep_papers(*, now: datetime) -> int:
    """How many were read; the rest has its turn next time."""
    waiting = Certificate.objects.filter(due(now), received_at__lt=now - NOT_BEFORE).order_by("id")
    return sum(read_certificate(pk) for pk in list(waiting.values_list("pk", flat=True)[:MOST_AT_ONCE]))
