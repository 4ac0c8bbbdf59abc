"""What to say on the telephone, with the numbers to read out."""

from __future__ import annotations

from recert.packet.said import Said
from recert.packet.values import Packet
from recert.rules.points import as_text
from recert.rules.wording import N_


def script_of(packet: Packet) -> tuple[Said, ...]:
    """A call in sentences: who, what, until when, how many points of which kind, and what to ask at the end."""
    verdict = packet.verdict
    values = {
        "holder": packet.holder,
        "credential": packet.book.name,
        "ends": verdict.cycle.ends.isoformat(),
    }
    named = N_("My name is %(holder)s.") if packet.holder else N_("My name is (your name).")
    return (
        Said(named, values),
        Said(N_("I would like to recertify my %(credential)s by continuing education."), values),
        Said(N_("My certification ends on %(ends)s."), values),
        Said(N_("All the points I need are on my official transcript. These are my numbers:"), values),
        *(
            Said(
                N_("%(about)s: %(earned)s points, %(needed)s needed"),
                {
                    "about": finding.about,
                    "earned": as_text(finding.earned),
                    "needed": "?" if finding.needed is None else as_text(finding.needed),
                },
            )
            for finding in verdict.findings
        ),
        Said(N_("What is the fee, and how can I pay it now?"), values),
        Said(N_("Which day does my new cycle end, and when do I get it in writing?"), values),
    )
