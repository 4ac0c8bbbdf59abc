"""Letters ready to send: to a provider for a paper that is missing, and to the certifier with the application."""

from __future__ import annotations

from dataclasses import dataclass

from recert.packet.said import Said
from recert.packet.values import Packet, PacketLine
from recert.rules.wording import N_


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in sentences: whom it goes to, what it is about, what it says."""

    to: str
    subject: Said
    body: tuple[Said, ...]


CERTIFICATE = N_("the certificate, with my name, the date, the title and the amount and type of credit")
DESCRIPTION = N_("a short description of the course, such as a page of your catalog")
BOTH = N_(
    "the certificate, with my name, the date, the title and the amount and type of credit, and a short description"
)


def to_provider(packet: Packet, line: PacketLine, *, certificate: bool, description: bool) -> Letter:
    """Ask a provider for the papers of one activity."""
    wanted = BOTH if certificate and description else CERTIFICATE if certificate else DESCRIPTION
    activity = line.activity
    values = {
        "provider": activity.provider,
        "title": activity.title,
        "day": activity.earned_on.isoformat(),
        "credential": packet.book.name,
        "certifier": packet.book.certifier.name,
        "wanted": wanted,
        "holder": packet.holder,
    }
    return Letter(
        to=activity.provider,
        subject=Said(N_("Papers for “%(title)s”, %(day)s"), values),
        body=(
            Said(N_("Dear %(provider)s,") if activity.provider else N_("To whom it may concern,"), values),
            Said(N_("On %(day)s I completed your course “%(title)s”."), values),
            Said(N_("I am recertifying my %(credential)s with the %(certifier)s and need %(wanted)s."), values),
            Said(
                N_("Please send it to this address. If somebody else keeps these records, please tell me who."), values
            ),
            Said(N_("Thank you,"), values),
            Said("%(holder)s" if packet.holder else N_("(your name)"), values),
        ),
    )


def to_certifier(packet: Packet) -> Letter:
    """The letter on top of a mailed application."""
    verdict = packet.verdict
    attached = sum(line.mark == "attached" for line in packet.lines)
    values = {
        "certifier": packet.book.certifier.name,
        "credential": packet.book.name,
        "starts": verdict.cycle.starts.isoformat(),
        "ends": verdict.cycle.ends.isoformat(),
        "lines": str(len(packet.lines)),
        "attached": str(attached),
        "holder": packet.holder,
    }
    return Letter(
        to=packet.book.certifier.name,
        subject=Said(N_("Recertification of my %(credential)s, cycle %(starts)s to %(ends)s"), values),
        body=(
            Said(N_("Dear %(certifier)s,"), values),
            Said(N_("I apply to recertify my %(credential)s by continuing education."), values),
            Said(
                N_("The packet lists %(lines)s activities; copies of %(attached)s certificates are numbered to it."),
                values,
            ),
            Said(N_("Please tell me if anything is missing."), values),
            Said(N_("Sincerely,"), values),
            Said("%(holder)s" if packet.holder else N_("(your name and signature)"), values),
        ),
    )
