"""How to send it, as PDF: what only the holder reads."""

from __future__ import annotations

from datetime import date

from django.utils import translation
from django.utils.translation import gettext

from recert.actions.build_packet import Built
from recert.actions.prepare_packet import prepare_packet
from recert.packet.make import steps_pdf
from recert.records.models import Person


def build_steps(actor: Person, *, holding_id: int, today: date, route: str = "", language: str = "en") -> Built:
    """What the holder does: the check before sending, the steps of each way, what to copy, say and write.

    :raises Holding.DoesNotExist: when it is not the actor's.
    :raises NoRulesForIt: when its cycle has no rules.
    """
    prepared = prepare_packet(actor, holding_id=holding_id, today=today, route=route)
    with translation.override(language):
        made = steps_pdf(prepared.packet, prepared.about, language=language, say=gettext)
    return Built.of(prepared, "steps", made)
