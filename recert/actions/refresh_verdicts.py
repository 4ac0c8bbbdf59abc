"""Judge again, before anybody looks, every holding whose verdict no longer holds."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from recert.actions.judge_holding import case_of, judge_holding
from recert.records.models import Holding, Person, StoredVerdict
from recert.records.snapshots import transcript_of


def refresh_verdicts(*, now: datetime) -> int:
    """How many were judged. The day is each holder's own, by their time zone."""
    open_ones = Holding.objects.filter(closed_on=None).select_related("person")
    return sum(_refresh(holding, now) for holding in open_ones.iterator())


def day_of(person: Person, *, now: datetime) -> date:
    """The day it is where the person lives."""
    return now.astimezone(ZoneInfo(person.time_zone)).date()


def _refresh(holding: Holding, now: datetime) -> bool:
    case = case_of(holding, today=day_of(holding.person, now=now))
    current = StoredVerdict.objects.filter(holding=holding, is_current=True).defer("document", "transcript").first()
    if case is None or case.still_holds(current):
        return False
    judge_holding(case, transcript=transcript_of(holding.person), shown=False)
    return True
