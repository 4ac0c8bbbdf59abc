"""Remove the sessions that nobody can use any more."""

from __future__ import annotations

from datetime import datetime

from django.contrib.sessions.models import Session


def clear_sessions(*, before: datetime) -> int:
    """How many had expired."""
    return Session.objects.filter(expire_date__lt=before).delete()[0]
