"""The packet as it was sent, to the byte."""

from __future__ import annotations

from pathlib import Path

from recert.actions.open_vault import vault
from recert.records.models import Application, Person


def open_sent_packet(actor: Person, *, application_id: int) -> Path:
    """:raises DoesNotExist: when the application is not the actor's, or was not sent."""
    rows = Application.objects.filter(holding__person=actor, packet__isnull=False).select_related("packet")
    row = rows.get(pk=application_id)
    assert row.packet is not None
    return vault().path_of(row.packet.digest)
