"""Take one letter to hand over; nobody else takes it until the lease ends, whatever becomes of the one who did."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import F, Q, QuerySet

from recert.records.models import Letter

LEASE = timedelta(minutes=10)
LONGEST_WAIT = timedelta(hours=1)


def letters_out(now: datetime) -> QuerySet[Letter]:
    """Everything that could be handed over now. What was put off too far stems from a clock that went wrong."""
    open_ones = Letter.objects.filter(handed_at=None, refused_at=None, withdrawn_at=None)
    due = Q(next_try_at__lte=now) | Q(next_try_at__gt=now + LONGEST_WAIT)
    free = Q(lease_until=None) | Q(lease_until__lte=now) | Q(lease_until__gt=now + LEASE)
    return open_ones.filter(due, free)


def claim_letter(*, now: datetime) -> Letter | None:
    """The oldest letter that waits, or None when there is none."""
    for pk in letters_out(now).values_list("pk", flat=True)[:20]:
        mine = letters_out(now).filter(pk=pk).update(lease_until=now + LEASE, attempts=F("attempts") + 1)
        if mine:
            return Letter.objects.select_related("person").get(pk=pk)
    return None
