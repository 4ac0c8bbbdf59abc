"""The proof of one cycle in one file, on the day an audit asks for it."""

from __future__ import annotations

from datetime import date

from django.utils import translation
from django.utils.translation import gettext

from recert.actions.build_packet import Built
from recert.actions.prepare_packet import prepare_packet, prepared_of
from recert.packet.document import Told
from recert.packet.make import packet_pdf
from recert.packet.values import Packet
from recert.records.models import Person
from recert.rules.transcript import Activity


def build_audit_answer(actor: Person, *, holding_id: int, today: date, language: str = "en") -> Built:
    """Every proof on file for one cycle, under the rules it was judged by: what answers an audit the day it is asked.

    :raises Holding.DoesNotExist: when it is not the actor's.
    :raises NoRulesForIt: when its cycle has no rules.
    """
    asked = prepare_packet(actor, holding_id=holding_id, today=today)
    activities = _activities(asked.packet)
    prepared = prepared_of(asked.holding, asked.packet.verdict, activities, drawn=True, purpose="audit")
    with translation.override(language):
        made = packet_pdf(prepared.packet, Told(), language=language, say=gettext)
    return Built.of(prepared, "audit", made)


def _activities(packet: Packet) -> tuple[Activity, ...]:
    """In the order of the verdict's own outcomes."""
    named = {line.activity.id: line.activity for line in packet.lines}
    named |= {each.activity.id: each.activity for each in packet.left_out}
    return tuple(named[outcome.id] for outcome in packet.verdict.activities)
