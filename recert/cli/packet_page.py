"""What became of a packet, for the terminal: ready or not, what is missing, and how it may be sent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from recert.cli.missing import headline, missing
from recert.cli.page import Page
from recert.cli.papers import Folder
from recert.packet.check import CheckLine
from recert.packet.document import Told
from recert.packet.routes import RouteSteps
from recert.packet.sending import HOW, PATHS, STATES
from recert.packet.values import Packet
from recert.rules.document import citation_document, verdict_document
from recert.rules.points import as_text

TO_DO = ("missing", "look", "should_not_be_sent", "leave_out")


def print_packet(page: Page, packet: Packet, about: Told, output: Path, folder: Folder) -> None:
    document = verdict_document(packet.verdict)
    page.say(f"{packet.book.name}, {packet.book.full_name}", bold=True)
    page.say(headline(document["met"]), fg="green" if document["met"] else "yellow", bold=True)
    page.say(missing(document, certifier=packet.book.certifier.acronym))
    attached = sum(line.mark == "attached" for line in packet.lines)
    page.say(f"Written to {output}: activities {len(packet.lines)}, with a certificate {attached}.")
    _print_check(page, about)
    _print_ways(page, about)
    _print_paths(page, about)
    _print_folder(page, folder)


def _print_check(page: Page, about: Told) -> None:
    page.title("Check before you send")
    left = [line for state in TO_DO for line in about.check if line.state == state]
    for line in left:
        where = f"#{line.number} " if line.number else ""
        how = f" {line.how.text}" if line.how else ""
        page.say(f"{STATES[line.state]}: {where}{line.said.text}{how}", indent=2, hanging=4)
    fine = len(about.check) - len(left)
    page.say(f"{fine} things are in order.", indent=2)


def _print_ways(page: Page, about: Told) -> None:
    page.title("Ways to apply")
    for way in about.ways:
        by = f" Apply by {way.apply_by}." if way.is_open and way.apply_by else ""
        page.say(f"{HOW[way.how]}: {way.why.text}{by}", indent=2, hanging=4)


def _print_paths(page: Page, about: Told) -> None:
    if about.paths:
        page.title("Your credential has expired: the ways back")
    for path in about.paths:
        conditions = "".join(f" {condition.text}" for condition in path.conditions)
        page.say(f"{PATHS[path.state]} {path.said.text}{conditions}", indent=2, hanging=4)


def _print_folder(page: Page, folder: Folder) -> None:
    if folder.unplaced or folder.troubles:
        page.title("Your folder")
    for name in folder.unplaced:
        page.say(f"{name} belongs to no activity: name it in the column certificate, or begin its name with the "
                 "activity's number.", indent=2, hanging=4)  # fmt: skip
    for trouble in folder.troubles:
        page.say(f"It cannot be shown: {trouble}.", indent=2, hanging=4)


def packet_summary(packet: Packet, about: Told, output: Path, folder: Folder) -> dict[str, Any]:
    """The standing, the lines of the packet, what was checked and the ways to apply, as a JSON document."""
    return {
        **verdict_document(packet.verdict),
        "output": str(output),
        "lines": [
            {
                "number": line.number,
                "id": line.activity.id,
                "mark": line.mark,
                "counted": as_text(line.outcome.counted),
                "pages": len(line.papers.certificate) if line.mark == "attached" else 0,
            }
            for line in packet.lines
        ],
        "check": [_checked(line) for line in about.check],
        "routes": [_route(way) for way in about.ways],
        "ways_back": [
            {
                "kind": path.kind,
                "state": path.state,
                "text": path.said.text,
                "until": path.until.isoformat() if path.until else None,
            }
            for path in about.paths
        ],
        "unplaced": list(folder.unplaced),
        "troubles": list(folder.troubles),
    }


def _checked(line: CheckLine) -> dict[str, Any]:
    letter = line.letter
    return {
        "number": line.number,
        "activity": line.activity,
        "about": line.about,
        "state": line.state,
        "text": line.said.text,
        "how": line.how.text if line.how else "",
        "message": "\n".join(sentence.text for sentence in letter.body) if letter else "",
        **({"source": citation_document(line.cited)["source"]} if line.cited else {}),
    }


def _route(way: RouteSteps) -> dict[str, Any]:
    return {
        "route": way.how,
        "offered": way.offered,
        "open": way.is_open,
        "why": way.why.text,
        "apply_by": way.apply_by.isoformat() if way.apply_by else None,
        "steps": [step.says for step in way.steps],
        "link": way.link,
        "phone": way.phone,
        "email": way.email or None,
        "address": list(way.address) or None,
        "fees": [
            {
                "about": fee.about,
                "value": as_text(fee.value) if isinstance(fee.value, int) else None,
                "says": fee.cited.says,
            }
            for fee in way.fees
        ],
    }
