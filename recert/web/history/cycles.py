"""One cycle of the history, ready for the template."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from recert.actions.list_history import PastCycle
from recert.records.models import StoredVerdict
from recert.web.base.missing import missing


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptVerdict:
    """One stored answer, by the day it was given."""

    id: int
    as_of: date
    edition: str
    frozen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LastAnswer:
    """How the cycle stood when it was last looked at."""

    met: bool | None
    missing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCycle:
    name: str
    starts: date
    ends: date
    closed_on: date | None
    last: LastAnswer | None
    verdicts: tuple[KeptVerdict, ...]


def kept_cycle(cycle: PastCycle) -> KeptCycle:
    return KeptCycle(
        name=cycle.rulebook.name if cycle.rulebook else cycle.holding.credential,
        starts=cycle.holding.cycle_starts,
        ends=cycle.holding.cycle_ends,
        closed_on=cycle.holding.closed_on,
        last=_last(cycle),
        verdicts=tuple(_kept(verdict) for verdict in cycle.verdicts),
    )


def _last(cycle: PastCycle) -> LastAnswer | None:
    if not cycle.verdicts:
        return None
    document = cycle.verdicts[0].document
    certifier = cycle.rulebook.certifier.acronym if cycle.rulebook else ""
    return LastAnswer(met=document["met"], missing=missing(document, certifier=certifier))


def _kept(verdict: StoredVerdict) -> KeptVerdict:
    frozen = verdict.frozen_at is not None
    return KeptVerdict(id=verdict.pk, as_of=verdict.as_of, edition=verdict.edition, frozen=frozen)
