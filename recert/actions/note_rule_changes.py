"""Find every holding whose rules read otherwise than when it was last judged, and judge it under the new ones."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from recert.actions.judge_holding import case_of, judge_holding
from recert.records.editions import digest_of
from recert.records.models import Holding, RuleNotice, StoredVerdict
from recert.records.snapshots import transcript_of


def note_rule_changes(*, now: datetime) -> int:
    """How many holders were given a notice of what changed."""
    before = RuleNotice.objects.count()
    judged = StoredVerdict.objects.filter(is_current=True, holding__closed_on=None)
    for holding_id, digest in list(judged.values_list("holding_id", "rules__digest")):
        with suppress(Holding.DoesNotExist):  # dropped or left in this very moment
            _judge_again(holding_id, digest, now)
    return RuleNotice.objects.count() - before


def _judge_again(holding_id: int, digest: str, now: datetime) -> None:
    holding = Holding.objects.select_related("person").filter(pk=holding_id, closed_on=None).first()
    case = case_of(holding, today=holding.person.day_at(now)) if holding else None
    if case is not None and digest_of(case.edition) != digest:
        judge_holding(case, transcript=transcript_of(case.holding.person), shown=False)
