"""Say that an application was sent: the packet is kept as it was that day, and an answer is expected."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from recert.actions.build_packet import build_packet
from recert.actions.move_application import Move, move_application
from recert.actions.open_vault import vault
from recert.actions.prepare_packet import prepare_packet
from recert.records.models import Application, Person, StoredFile

MOST_BYTES = 200 * 2**20


def send_application(actor: Person, *, application_id: int, version: int, move: Move, today: date) -> Application:
    """`move` names the day, the proof in words, and in its columns the way it was sent.

    :raises MoveRefused, StaleEdit, DoesNotExist: as every move.
    """
    row = Application.objects.select_related("holding").get(holding__person=actor, pk=application_id)
    way = str((move.columns or {}).get("way", ""))
    built = build_packet(actor, holding_id=row.holding_id, today=today, route=way, language=actor.language)
    expected = expected_by(actor, holding_id=row.holding_id, way=way, sent_on=move.on, today=today)
    with vault().held(), transaction.atomic():
        kept = vault().keep([built.pdf], most=MOST_BYTES)
        values = {"size": kept.size, "media_type": "application/pdf"}
        packet, _new = StoredFile.objects.get_or_create(digest=kept.digest, defaults=values)
        columns = {**(move.columns or {}), "packet": packet, "sent_on": move.on, "expected_by": expected}
        sent = Move(to="sent", on=move.on, words=move.words, columns=columns)
        return move_application(actor, application_id=application_id, version=version, move=sent, today=today)


def expected_by(actor: Person, *, holding_id: int, way: str, sent_on: date, today: date) -> date | None:
    """The last day on which the certifier's published time for this way is over; None where none is published."""
    about = prepare_packet(actor, holding_id=holding_id, today=today, route=way).about
    chosen = next((each for each in about.ways if each.how == way), None)
    if chosen is None or way == "exam" or not chosen.safe_days:
        return None
    expires_on = prepare_packet(actor, holding_id=holding_id, today=today).packet.verdict.dates.expires_on
    longest = max((expires_on - safe.apply_by).days for safe in chosen.safe_days)
    return sent_on + timedelta(days=longest)
