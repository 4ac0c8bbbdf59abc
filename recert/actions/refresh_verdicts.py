"""Judge again, before anybody looks, every holding whose verdict no longer holds."""

from __future__ import annotations

from datetime import datetime

from recert.actions.judge_holding import case_of, judge_holding
from recert.records.models import Holding, StoredVerdict
from recert.records.snapshots import transcript_of


def refresh_verdicts(*, now: datetime) -> int:
    """How many were judged. The day is each holder's own, by their time zone."""
    return sum(_refresh(pk, now) for pk in list(Holding.objects.filter(closed_on=None).values_list("pk", flat=True)))


def _refresh(pk: int, now: datetime) -> bool:
    holding = Holding.objects.select_related("person").filter(pk=pk, closed_on=None).first()
    case = case_of(holding, today=holding.person.day_at(now)) if holding else None
    current = StoredVerdict.objects.filter(holding=pk, is_current=True).defer("document", "transcript").first()
    if case is None or case.still_holds(current):
        return False
    try:
        judge_holding(case, transcript=transcript_of(case.holding.person), shown=False)
    except Holding.DoesNotExist:
        return False  # dropped or left in this very moment
    return True
