"""From a packet to its PDFs: what is sent, and what only the holder reads."""

from __future__ import annotations

from recert.packet.check import check_packet
from recert.packet.document import Told, packet_document, steps_document
from recert.packet.reactivate import paths_after_lapse
from recert.packet.routes import ways_to_apply
from recert.packet.said import Say
from recert.packet.typeset import pdf
from recert.packet.values import Packet


def told_about(packet: Packet, *, route: str = "") -> Told:
    """What was checked, the ways to send it, and after an expiry the ways back; `route` is the way chosen, if any."""
    expires_on, today = packet.verdict.cycle.ends, packet.verdict.as_of
    paths = paths_after_lapse(packet.book, expires_on=expires_on, today=today) if today > expires_on else ()
    return Told(check=check_packet(packet), ways=ways_to_apply(packet), paths=paths, chosen=route)


def packet_pdf(packet: Packet, about: Told, *, language: str = "en", say: Say = str) -> bytes:
    """What is sent in: cover, activities, requirements and certificates.

    :raises CannotBeTypeset: with the typesetter's own reason.
    """
    document, pictures = packet_document(packet, about, say, language=language)
    return pdf(document, pictures, made_on=packet.verdict.as_of)


def steps_pdf(packet: Packet, about: Told, *, language: str = "en", say: Say = str) -> bytes:
    """What the holder does: the check before sending, the ways to apply, what to copy, say and write.

    :raises CannotBeTypeset: with the typesetter's own reason.
    """
    return pdf(steps_document(packet, about, say, language=language), (), made_on=packet.verdict.as_of)
