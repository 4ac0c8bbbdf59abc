"""A packet as a document for the typesetter: cover, activities, totals, checks, ways to send it, papers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from recert.packet import names
from recert.packet.blocks import Block, Cell, cell, cited, day, pair, paragraph, section, table, words
from recert.packet.lines import activity_table, left_out_table, title_of
from recert.packet.said import Say
from recert.packet.values import Packet, PacketLine, Picture
from recert.rules.points import as_text
from recert.rules.verdict import Finding
from recert.rules.wording import N_

READY = N_("Ready")
NOT_READY = N_("Not ready yet")
UNKNOWN = N_("Nobody can say yet")
Document = dict[str, Any]


def packet_document(packet: Packet, say: Say, *, language: str) -> tuple[Document, list[Picture]]:
    """The whole packet in words, and the pictures it shows, in order."""
    papers, pictures = _papers(packet, say)
    title = say(N_("Recertification packet: %(credential)s")) % {"credential": packet.book.name}
    document = {
        "lang": language,
        "region": "us",
        "title": title,
        "author": packet.holder or say(N_("The holder")),
        "description": headline(packet, say),
        "keywords": [packet.book.name, packet.book.certifier.acronym],
        "footer": f"{packet.holder}, {packet.book.name}" if packet.holder else title,
        "page": say(N_("Page {page} of {pages}")),
        "cover": _cover(packet, say),
        "sections": list(_sections(packet, say)),
        "papers": papers,
    }
    return document, pictures


def headline(packet: Packet, say: Say) -> str:
    """Ready, not ready yet, or that nobody can say."""
    return say({True: READY, False: NOT_READY, None: UNKNOWN}[packet.verdict.met])


def _cover(packet: Packet, say: Say) -> Document:
    verdict = packet.verdict
    cycle = say(N_("%(starts)s to %(ends)s")) % {
        "starts": day(verdict.cycle.starts, say),
        "ends": day(verdict.cycle.ends, say),
    }
    certifier = f"{packet.book.certifier.name} ({packet.book.certifier.acronym})"
    return {
        "kind": say(N_("Application to recertify")),
        "ready": verdict.met is True,
        "headline": headline(packet, say),
        "told": list(_what_is_missing(packet, say)),
        "rows": [
            pair(say(N_("Name")), packet.holder or say(N_("(write your name here)"))),
            pair(say(N_("Credential")), words(f"{packet.book.name}, {packet.book.full_name}", "strong")),
            pair(say(N_("Certifier")), certifier),
            pair(say(N_("Cycle")), cycle, words(f"{verdict.cycle.starts} – {verdict.cycle.ends}", "small")),
            pair(say(N_("As of")), day(verdict.as_of, say)),
        ],
        "blocks": [],
    }


def _what_is_missing(packet: Packet, say: Say) -> Iterator[str]:
    for finding in packet.verdict.findings:
        about = names.name(finding.about, names.ABOUT, say)
        if finding.needed is None:
            yield say(N_("Nobody could confirm how many points are needed: %(about)s. Ask your certifier.")) % {
                "about": about
            }
        elif finding.short:
            values = {"short": as_text(finding.short), "needed": as_text(finding.needed), "about": about}
            yield say(N_("Still missing: %(short)s of %(needed)s points, %(about)s.")) % values
    if packet.verdict.met:
        yield say(N_("Every published requirement is met."))
    if packet.missing:
        numbers = ", ".join(str(line.number) for line in packet.missing)
        yield say(N_("Certificates still to put in, by line: %(numbers)s.")) % {"numbers": numbers}


def _sections(packet: Packet, say: Say) -> Iterator[Block]:
    yield section(say(N_("Activities")), _activities(packet, say), wide=True)
    yield section(say(N_("Requirements")), [_totals(packet, say)])


def _activities(packet: Packet, say: Say) -> list[Block]:
    blocks = [activity_table(packet.lines, say)] if packet.lines else [paragraph(say(N_("No activity counts yet.")))]
    if packet.left_out:
        from_here = {"sort": "heading", "text": say(N_("Left out of this application")), "level": 2}
        blocks += [from_here, left_out_table(packet.left_out, say)]
    return blocks


def _totals(packet: Packet, say: Say) -> Block:
    head = [say(name) for name in (N_("Requirement"), N_("Needed"), N_("You have"), N_("State"), N_("Rule"))]
    return table(head, [_total(finding, say) for finding in packet.verdict.findings], columns=(1.6, 0, 0, 1.2, 4))


def _total(finding: Finding, say: Say) -> list[Cell]:
    needed = say(N_("not known")) if finding.needed is None else as_text(finding.needed)
    short = as_text(finding.short or 0)
    state = {
        True: say(N_("met")),
        False: say(N_("%(short)s short")) % {"short": short},
        None: say(N_("not known")),
    }[finding.met]
    return [
        cell(words(names.name(finding.about, names.ABOUT, say), "strong")),
        cell(needed),
        cell(as_text(finding.earned)),
        cell(state),
        cited(finding.cited, say),
    ]


def _papers(packet: Packet, say: Say) -> tuple[list[Block], list[Picture]]:
    pages: list[Block] = []
    pictures: list[Picture] = []
    for line in packet.lines:
        for page in _pages_of(line, say):
            picture = page.pop("picture")
            if picture is not None:
                page["file"] = f"paper-{len(pictures):04}.jpg"
                pictures.append(picture)
            pages.append(page)
    return pages, pictures


def _pages_of(line: PacketLine, say: Say) -> Iterator[Block]:
    if line.mark != "attached":
        return
    title = title_of(line.activity, say)
    values = {"number": str(line.number), "title": title, "day": line.activity.earned_on.isoformat()}
    yield from _pictures(line.papers.certificate, say, values, N_("No. %(number)s: %(title)s, %(day)s"), CERTIFICATE)
    yield from _pictures(
        line.papers.description, say, values, N_("No. %(number)s: course description, %(title)s"), DESCRIPTION
    )
    if line.papers.description_text.strip() and not line.papers.description:
        heading = say(N_("No. %(number)s: course description, %(title)s")) % values
        texts = [each.strip() for each in line.papers.description_text.split("\n") if each.strip()]
        yield {
            "heading": heading,
            "level": 2,
            "caption": "",
            "file": "",
            "alt": "",
            "text": texts,
            "wide": False,
            "picture": None,
        }


CERTIFICATE = N_("Certificate no. %(number)s, page %(page)s of %(pages)s: “%(title)s”, %(day)s. Scanned from %(file)s.")
DESCRIPTION = N_("Course description no. %(number)s, page %(page)s of %(pages)s: “%(title)s”. Scanned from %(file)s.")
CAPTION = N_("Page %(page)s of %(pages)s, from %(file)s")


def _pictures(
    pictures: tuple[Picture, ...], say: Say, values: dict[str, str], title: str, alternative: str
) -> Iterator[Block]:
    for page, picture in enumerate(pictures, 1):
        told = {**values, "page": str(page), "pages": str(len(pictures)), "file": picture.file or say(N_("a file"))}
        yield {
            "heading": say(title) % values if page == 1 else "",
            "level": 2,
            "caption": say(CAPTION) % told,
            "file": "",
            "alt": say(alternative) % told,
            "text": [],
            "wide": picture.width > picture.height,
            "picture": picture,
        }
