"""Where the actor stands with every credential they hold: one stored row each, worked out anew only when stale."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from recert.actions.judge_holding import Case, case_of, judge_holding
from recert.records.models import Activity, Holding, Person, RuleNotice, StoredVerdict
from recert.records.snapshots import activity_of
from recert.records.transcripts import TranscriptRows
from recert.rulebooks.library import rulebook
from recert.rules.edition import Rulebook


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """`document` is the contract's standing; `activities` finds the transcript's rows by the ids it names."""

    holding: Holding
    rulebook: Rulebook
    verdict_id: int
    stamp: str
    """Another one whenever the verdict behind it was worked out anew."""
    document: Mapping[str, Any]
    days_left: int
    activities: TranscriptRows
    notices: tuple[RuleNotice, ...]

    @property
    def holding_id(self) -> int:
        return self.holding.pk

    @property
    def credential(self) -> str:
        return self.holding.credential

    @property
    def name(self) -> str:
        return self.rulebook.name


def check_standing(actor: Person, *, today: date, shown: bool = True) -> list[Standing]:
    """Every open cycle in the order it was added. Three queries, however many credentials; rows when looked at.

    A clock looks without anybody seeing: `shown` false.
    """
    # The revision comes with the holdings, before the transcript is read: see Case.fingerprint.
    holdings = list(Holding.objects.filter(person=actor, closed_on=None).select_related("person"))
    stored = {verdict.holding_id: verdict for verdict in _current(holdings)}
    rows = TranscriptRows(actor)
    notices = list(RuleNotice.objects.filter(holding__in=holdings, seen_at=None)) if holdings else []
    cases = [case for holding in holdings if (case := case_of(holding, today=today))]
    stale = [case for case in cases if not case.still_holds(stored.get(case.holding.pk))]
    if stale:
        stored |= _judged(stale, rows.values(), shown)
        notices = list(RuleNotice.objects.filter(holding__in=holdings, seen_at=None))
    if shown:
        _mark_shown(stored.values())
    return [_standing(case, stored[case.holding.pk], rows, notices) for case in cases]


def _current(holdings: Sequence[Holding]) -> Sequence[StoredVerdict]:
    verdicts = StoredVerdict.objects.filter(holding__in=[holding.pk for holding in holdings], is_current=True)
    return list(verdicts.defer("transcript")) if holdings else []


def _judged(stale: Sequence[Case], activities: Iterable[Activity], shown: bool) -> dict[int, StoredVerdict]:
    transcript = tuple(activity_of(row) for row in activities)
    return {case.holding.pk: judge_holding(case, transcript=transcript, shown=shown) for case in stale}


def _mark_shown(verdicts: Any) -> None:
    unseen = [verdict.pk for verdict in verdicts if verdict.shown_at is None]
    if unseen:
        StoredVerdict.objects.filter(pk__in=unseen).update(shown_at=timezone.now())


def _standing(
    case: Case, verdict: StoredVerdict, activities: TranscriptRows, notices: Sequence[RuleNotice]
) -> Standing:
    holding = case.holding
    return Standing(
        holding=holding,
        rulebook=rulebook(holding.credential),
        verdict_id=verdict.pk,
        stamp=f"{verdict.fingerprint[:16]}@{verdict.computed_at.timestamp():.6f}",
        document={**verdict.document, "as_of": case.today.isoformat()},
        days_left=(holding.cycle_ends - case.today).days,
        activities=activities,
        notices=tuple(notice for notice in notices if notice.holding_id == holding.pk),
    )
