"""The packet of one of the actor's credentials, as PDF: what is sent in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import translation
from django.utils.translation import gettext

from recert.actions.prepare_packet import Prepared, prepare_packet
from recert.packet.make import packet_pdf
from recert.records.models import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A PDF, and what to call it."""

    pdf: bytes
    name: str

    @classmethod
    def of(cls, prepared: Prepared, sort: str, pdf: bytes) -> Built:
        held = prepared.holding
        return cls(pdf=pdf, name=f"{sort}-{held.credential}-{held.cycle_ends.isoformat()}.pdf")


def build_packet(actor: Person, *, holding_id: int, today: date, route: str = "", language: str = "en") -> Built:
    """What is sent in, ready or not.

    :raises Holding.DoesNotExist: when it is not the actor's.
    :raises NoRulesForIt: when its cycle has no rules.
    """
    prepared = prepare_packet(actor, holding_id=holding_id, today=today, route=route, drawn=True)
    with translation.override(language):
        made = packet_pdf(prepared.packet, prepared.about, language=language, say=gettext)
    return Built.of(prepared, "packet", made)
