"""One application as values: what would be sent, what was checked, and the ways to send it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from recert.actions.gather_papers import gather_papers
from recert.actions.judge_holding import case_of
from recert.packet.assemble import assemble
from recert.packet.document import Told
from recert.packet.make import told_about
from recert.packet.values import Packet, Purpose
from recert.records.editions import edition_of
from recert.records.models import Holding, Person, StoredVerdict
from recert.records.snapshots import transcript_of, unpacked
from recert.rulebooks.library import rulebook
from recert.rules.evaluate import evaluate
from recert.rules.transcript import Activity
from recert.rules.verdict import Verdict


class NoRulesForIt(Exception):
    """The rulebook has no edition for this cycle, so that nothing can be said about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """One application as values: what would be sent, what was checked, and the ways to send it."""

    holding: Holding
    packet: Packet
    about: Told


def prepare_packet(actor: Person, *, holding_id: int, today: date, route: str = "", drawn: bool = False) -> Prepared:
    """Everything a page needs to show; `drawn` also has the papers drawn, for a PDF.

    :raises Holding.DoesNotExist: when it is not the actor's.
    :raises NoRulesForIt: when its cycle has no rules.
    """
    holding = Holding.objects.select_related("person").get(person=actor, pk=holding_id)
    frozen = StoredVerdict.objects.filter(holding=holding).exclude(frozen_at=None).select_related("rules").first()
    verdict, activities = _live(holding, today) if frozen is None else _as_frozen(frozen)
    return prepared_of(holding, verdict, activities, route=route, drawn=drawn)


def _live(holding: Holding, today: date) -> tuple[Verdict, tuple[Activity, ...]]:
    case = case_of(holding, today=today)
    if case is None:
        raise NoRulesForIt(holding.credential)
    activities = transcript_of(holding.person)
    return case.evaluate(activities), activities


def _as_frozen(stored: StoredVerdict) -> tuple[Verdict, tuple[Activity, ...]]:
    """A closed cycle is what it was: its own transcript, judged by the rules as they read that day."""
    activities = unpacked(stored.transcript)
    verdict = evaluate(
        activities,
        edition=edition_of(stored.rules),
        cycle=stored.cycle,
        as_of=stored.as_of,
        first_cycle=stored.first_cycle,
    )
    return verdict, activities


def prepared_of(
    holding: Holding,
    verdict: Verdict,
    activities: Sequence[Activity],
    *,
    route: str = "",
    drawn: bool = False,
    purpose: Purpose = "application",
) -> Prepared:
    """A packet from a verdict and the transcript it judged."""
    packet = assemble(
        rulebook(holding.credential),
        verdict,
        activities,
        papers=gather_papers(holding.person, drawn=drawn),
        holder=holding.person.name,
        purpose=purpose,
    )
    return Prepared(holding=holding, packet=packet, about=told_about(packet, route=route))
