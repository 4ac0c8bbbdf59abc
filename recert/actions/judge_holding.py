"""Work out a holding's verdict and keep it, unless the one that is kept still holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from django.db import transaction
from django.utils import timezone

from recert.actions.note_rule_change import note_rule_change
from recert.records.editions import digest_of, keep_rules
from recert.records.models import Holding, StoredVerdict
from recert.records.snapshots import packed
from recert.rulebooks.library import UnknownCredential, rulebook
from recert.rules.dates import NoRules, rules_for
from recert.rules.document import verdict_document
from recert.rules.edition import Edition
from recert.rules.evaluate import evaluate
from recert.rules.transcript import Activity
from recert.rules.verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What is judged: a holding (with its person, as loaded before the transcript), by which edition, on which day."""

    holding: Holding
    edition: Edition
    today: date

    @property
    def fingerprint(self) -> str:
        """All that a verdict depends on but the day. The person's revision is older than the transcript or equal,
        so that a change in between makes the verdict look stale, never fresh."""
        holding = self.holding
        parts = (holding.person.transcript_revision, holding.version, digest_of(self.edition), _judge())
        return sha256(":".join(map(str, parts)).encode()).hexdigest()

    def evaluate(self, transcript: Sequence[Activity], *, as_of: date | None = None) -> Verdict:
        holding = self.holding
        return evaluate(
            transcript,
            edition=self.edition,
            cycle=holding.cycle,
            as_of=as_of or self.today,
            first_cycle=holding.first_cycle,
        )

    def still_holds(self, verdict: StoredVerdict | None) -> bool:
        if verdict is None or verdict.fingerprint != self.fingerprint or self.today < verdict.as_of:
            return False
        return verdict.holds_until is None or self.today <= verdict.holds_until


@cache
def _judge() -> str:
    """The text of the rules' own code: a release that judges otherwise makes every kept verdict stale."""
    sources = sorted((entry for entry in files("recert.rules").iterdir() if entry.name.endswith(".py")), key=str)
    return sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()


def case_of(holding: Holding, *, today: date) -> Case | None:
    """The case under the rules of today; None where the rulebook no longer has an edition for the cycle."""
    try:
        edition, _ = rules_for(rulebook(holding.credential), cycle=holding.cycle)
    except (UnknownCredential, NoRules):
        return None
    return Case(holding=holding, edition=edition, today=today)


@transaction.atomic
def judge_holding(case: Case, *, transcript: Sequence[Activity], shown: bool) -> StoredVerdict:
    """Keep the verdict; the one it replaces stays as history if somebody saw it and it said something else."""
    Holding.objects.select_for_update().get(pk=case.holding.pk)
    current = StoredVerdict.objects.filter(holding=case.holding, is_current=True).select_related("rules").first()
    values = _values(case, transcript)
    if current is not None:
        note_rule_change(current, case=(case.holding, case.edition), transcript=transcript, today=case.today)
        if current.shown_at is None or _says_the_same(current, values):
            shown_at = current.shown_at or (timezone.now() if shown else None)
            StoredVerdict.objects.filter(pk=current.pk).update(**values, shown_at=shown_at)
            return StoredVerdict.objects.get(pk=current.pk)
        StoredVerdict.objects.filter(pk=current.pk).update(is_current=False)
    shown_at = timezone.now() if shown else None
    return StoredVerdict.objects.create(holding=case.holding, shown_at=shown_at, **values)


def _values(case: Case, transcript: Sequence[Activity]) -> dict[str, Any]:
    holding = case.holding
    return {
        "rules": keep_rules(case.edition),
        "edition": case.edition.name,
        "fingerprint": case.fingerprint,
        "cycle_starts": holding.cycle_starts,
        "cycle_ends": holding.cycle_ends,
        "first_cycle": holding.first_cycle,
        "as_of": case.today,
        "holds_until": holds_until(transcript, today=case.today),
        "document": verdict_document(case.evaluate(transcript)),
        "transcript": packed(transcript),
        "computed_at": timezone.now(),
    }


def holds_until(transcript: Sequence[Activity], *, today: date) -> date | None:
    """The last day before a day to come on the transcript arrives: until then the verdict asks about it."""
    to_come = min((activity.earned_on for activity in transcript if activity.earned_on > today), default=None)
    return None if to_come is None else to_come - timedelta(days=1)


def _says_the_same(current: StoredVerdict, values: dict[str, Any]) -> bool:
    same_rules = current.rules_id == values["rules"].pk
    return same_rules and {**current.document, "as_of": ""} == {**values["document"], "as_of": ""}
