"""Every cycle the actor had or has, with the verdicts they were shown."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from recert.records.models import Holding, Person, StoredVerdict
from recert.rulebooks.library import UnknownCredential, rulebook
from recert.rules.edition import Rulebook

MOST_VERDICTS = 50
"""To a cycle: the page shows the latest, the rows keep them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastCycle:
    """One cycle and what was said about it, newest first; `rulebook` is None where we no longer have one."""

    holding: Holding
    rulebook: Rulebook | None
    verdicts: tuple[StoredVerdict, ...]


def list_history(actor: Person) -> tuple[PastCycle, ...]:
    """Newest cycle first, the open ones included; of a cycle's verdicts the newest brings its document along."""
    holdings = Holding.objects.filter(person=actor).order_by("-cycle_ends", "-id")
    kept = _kept(actor)
    return tuple(
        PastCycle(
            holding=holding,
            rulebook=_rulebook(holding.credential),
            verdicts=tuple(kept.get(holding.pk, ())[:MOST_VERDICTS]),
        )
        for holding in holdings
    )


def _kept(actor: Person) -> dict[int, list[StoredVerdict]]:
    seen = Q(shown_at__isnull=False) | Q(frozen_at__isnull=False)
    verdicts = StoredVerdict.objects.filter(seen, holding__person=actor).order_by("-id")
    by_holding: dict[int, list[StoredVerdict]] = {}
    for verdict in verdicts.defer("transcript", "document"):
        by_holding.setdefault(verdict.holding_id, []).append(verdict)
    newest = {own[0].pk: own[0] for own in by_holding.values()}
    for pk, document in StoredVerdict.objects.filter(pk__in=newest).values_list("pk", "document"):
        newest[pk].document = document
    return by_holding


def _rulebook(credential: str) -> Rulebook | None:
    try:
        return rulebook(credential)
    except UnknownCredential:
        return None
