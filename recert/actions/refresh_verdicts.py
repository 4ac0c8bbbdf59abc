"""Judge again, before anybody looks, every holding whose verdict no longer holds."""

from __future__ import annotations

from datetime import datetime

from recert.actions.judge_holding import case_of, judge_holding
from recert.records.models import Holding, StoredVerdict
from recert.records.snapshots import transcript_of


def refresh_verdicts(*, now: datetime) -> int:
    """How many were judged. The day is each holder's own, by their time zone."""
    open_ones = Holding.objects.filter(closed_on=None).select_related("person")
    return sum(_refresh(holding, now) for holding in open_ones.iterator())


def _refresh(holding: Holding, now: datetime) -> bool:
    case = case_of(holding, today=holding.person.day_at(now))
    current = StoredVerdict.objects.filter(holding=holding, is_current=True).defer("document", "transcript").first()
    if case is None or case.still_holds(current):
        return False
    judge_holding(case, transcript=transcript_of(holding.person), shown=False)
    return True
