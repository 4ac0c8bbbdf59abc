"""A packet as a document for the typesetter: cover, activities, totals, checks, ways to send it, papers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from recert.packet import names
from recert.packet.blocks import Block, Cell, capital, cell, cited, day, heading, pair, paragraph, section, table, words
from recert.packet.check import CheckLine
from recert.packet.lines import activity_table, left_out_table
from recert.packet.proofs import contents, described, papers_of
from recert.packet.reactivate import Path
from recert.packet.routes import RouteSteps, best_way
from recert.packet.said import Say
from recert.packet.sending import (
    HOW,
    check_section,
    copy_section,
    letter_blocks,
    letters_section,
    paths_section,
    ways_section,
)
from recert.packet.values import Packet, Picture, Purpose
from recert.rules.points import as_text
from recert.rules.verdict import Finding
from recert.rules.wording import N_

READY = N_("Ready")
NOT_READY = N_("Not ready yet")
UNKNOWN = N_("Nobody can say yet")
TITLES: Mapping[Purpose, str] = {
    "application": N_("Recertification packet: %(credential)s"),
    "audit": N_("Answer to an audit: %(credential)s"),
}
KINDS: Mapping[Purpose, str] = {
    "application": N_("Application to recertify"),
    "audit": N_("Proof of the points of one cycle"),
}
Document = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is said about a packet besides its lines: what was checked, and the ways to send it."""

    check: tuple[CheckLine, ...] = ()
    ways: tuple[RouteSteps, ...] = ()
    paths: tuple[Path, ...] = ()
    """The ways back, for a credential that has expired."""
    chosen: str = ""
    """The way the holder has chosen; else the best that is open is named."""

    @property
    def way(self) -> RouteSteps | None:
        return next((way for way in self.ways if way.how == self.chosen), None) or best_way(self.ways)


def packet_document(packet: Packet, about: Told, say: Say, *, language: str) -> tuple[Document, list[Picture]]:
    """The whole packet in words, and the pictures it shows, in order."""
    papers, pictures = papers_of(packet, say)
    title = say(TITLES[packet.purpose]) % {"credential": packet.book.name}
    return {
        **_about(packet, title, say, language),
        "cover": _cover(packet, about, say),
        "sections": [*_letter(about, say), *_sections(packet, say), *contents(papers, say), *described(packet, say)],
        "papers": papers,
    }, pictures


def _about(packet: Packet, title: str, say: Say, language: str) -> Document:
    return {
        "lang": language,
        "region": "us",
        "title": title,
        "author": packet.holder or say(N_("The holder")),
        "description": headline(packet, say),
        "keywords": [packet.book.name, packet.book.certifier.acronym],
        "footer": f"{packet.holder}, {packet.book.name}" if packet.holder else title,
        "page": say(N_("Page {page} of {pages}")),
    }


def headline(packet: Packet, say: Say) -> str:
    """Ready, not ready yet, or that nobody can say."""
    return say({True: READY, False: NOT_READY, None: UNKNOWN}[packet.is_ready])


def _cover(packet: Packet, about: Told, say: Say) -> Document:
    verdict = packet.verdict
    cycle = say(N_("%(starts)s to %(ends)s")) % {
        "starts": day(verdict.cycle.starts, say),
        "ends": day(verdict.cycle.ends, say),
    }
    certifier = f"{packet.book.certifier.name} ({packet.book.certifier.acronym})"
    return {
        "kind": say(KINDS[packet.purpose]),
        "ready": packet.is_ready is True,
        "headline": headline(packet, say),
        "told": list(_what_is_missing(packet, say)),
        "rows": [
            pair(say(N_("Name")), packet.holder or say(N_("(write your name here)"))),
            pair(say(N_("Credential")), words(f"{packet.book.name}, {packet.book.full_name}", "strong")),
            pair(say(N_("Certifier")), certifier),
            pair(say(N_("Cycle")), cycle, words(f"{verdict.cycle.starts} – {verdict.cycle.ends}", "small")),
            *_route(about, say),
            pair(say(N_("In this packet")), _counted(packet, say)),
            pair(say(N_("As of")), day(verdict.as_of, say)),
        ],
        "blocks": [],
    }


def _counted(packet: Packet, say: Say) -> str:
    values = {
        "lines": str(len(packet.lines)),
        "papers": str(sum(line.mark == "attached" for line in packet.lines)),
        "transcript": str(sum(line.mark in {"on_transcript", "card"} for line in packet.lines)),
    }
    if packet.verdict.edition.approver is None:
        return say(N_("Activities: %(lines)s. With a certificate: %(papers)s.")) % values
    told = N_("Activities: %(lines)s. With a certificate: %(papers)s. On the official transcript: %(transcript)s.")
    return say(told) % values


def _route(about: Told, say: Say) -> Iterator[Block]:
    best = about.way
    if best is not None:
        by = say(N_("apply by %(day)s")) % {"day": day(best.apply_by, say)} if best.apply_by else ""
        yield pair(say(N_("Route")), words(say(HOW[best.how]), "strong"), words(by, "small") if by else "")
    elif about.ways:
        yield pair(say(N_("Route")), say(N_("None is open yet: see “How to send it”.")))


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
    if packet.verdict.met and packet.done_by:
        told = say(N_("Every published requirement is met once what is still to come is done, on %(day)s."))
        yield told % {"day": day(packet.done_by, say)}
    elif packet.verdict.met:
        yield say(N_("Every published requirement is met."))
    if packet.missing:
        numbers = ", ".join(str(line.number) for line in packet.missing)
        yield say(N_("Certificates still to put in, by line: %(numbers)s.")) % {"numbers": numbers}


def _letter(about: Told, say: Say) -> Iterator[Block]:
    """On top of what goes by mail lies a letter."""
    if about.way is not None and about.way.letter is not None:
        yield section(say(N_("Letter")), list(letter_blocks(about.way.letter)))


def _sections(packet: Packet, say: Say) -> Iterator[Block]:
    yield section(say(N_("Activities")), _activities(packet, say), wide=True)
    yield section(say(N_("Requirements")), [_totals(packet, say)])


def steps_document(packet: Packet, about: Told, say: Say, *, language: str) -> Document:
    """What only the holder reads: what was checked, the ways to send it, what to copy, messages to providers."""
    title = say(N_("How to send it: %(credential)s")) % {"credential": packet.book.name}
    more = (copy_section(about.ways, say), letters_section(about.check, say))
    return {
        **_about(packet, title, say, language),
        "cover": _cover(packet, about, say) | {"kind": say(N_("For you; this is not sent"))},
        "sections": [
            check_section(about.check, list(_left_out(packet, say)), say),
            *([paths_section(about.paths, say)] if about.paths else []),
            ways_section(about.ways, say),
            *(each for each in more if each is not None),
        ],
        "papers": [],
    }


def _activities(packet: Packet, say: Say) -> list[Block]:
    return [activity_table(packet.lines, say)] if packet.lines else [paragraph(say(N_("No activity counts yet.")))]


def _left_out(packet: Packet, say: Say) -> Iterator[Block]:
    if packet.left_out:
        yield heading(say(N_("Left out of this application")))
        yield left_out_table(packet.left_out, say)


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
        cell(words(capital(names.name(finding.about, names.ABOUT, say)), "strong")),
        cell(needed),
        cell(as_text(finding.earned)),
        cell(state),
        cited(finding.cited, say),
    ]
