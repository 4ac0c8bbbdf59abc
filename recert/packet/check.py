"""The check before sending: the certifier's published evidence list against what is on file, line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from recert.packet.letters import Letter, to_provider
from recert.packet.said import Said
from recert.packet.values import Packet, PacketLine
from recert.rulebooks.applications import application_of
from recert.rules.edition import Citation, Fact
from recert.rules.wording import N_

State = Literal["ok", "missing", "should_not_be_sent", "leave_out", "look"]
"""`look` is what only the holder can see, or what nobody could confirm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """One thing checked: about a line of the packet (`number`, `activity`) or about the whole (both None)."""

    about: str
    state: State
    said: Said
    number: int | None = None
    activity: str | None = None
    how: Said | None = None
    """What to do about it."""
    letter: Letter | None = None
    cited: Citation | None = None


Holds = Callable[[PacketLine], bool | None]
"""Whether a line has what one item of the evidence list asks for; None where nobody has looked."""


def _hours_are_on_it(line: PacketLine) -> bool | None:
    if line.activity.unit == "contact_hour":
        return True
    return True if line.papers.described else None


EVIDENCE: Mapping[str, tuple[Holds, str]] = {
    "document_proof": (lambda line: bool(line.papers.certificate), N_("Put in the certificate.")),
    "document_description": (lambda line: line.papers.described, N_("Put in a short description of the course.")),
    "document_organisation": (lambda line: bool(line.activity.provider), N_("Write down who issued the credit.")),
    "document_title": (lambda line: bool(line.activity.title), N_("Write down the title.")),
    "document_amount": (lambda line: line.activity.unit != "ceu", N_("Say what kind of CEU it is.")),
    "document_hours": (lambda line: bool(line.activity.quantity), N_("Write down the hours.")),
    "document_dates": (lambda _: True, ""),
    "document_date": (lambda _: True, ""),
    "document_name": (lambda line: line.papers.shows_name, N_("Look whether your name is on it.")),
    "document_program": (_hours_are_on_it, N_("Put in the program of the event.")),
}
"""What an item of an evidence list is held against, and what to do where it is missing."""

WANTED = "%(wanted)s."
"""What an evidence list asks for; the state says whether it is there."""
TO_COME = N_("Its day, %(day)s, is still to come. It counts once it is done.")
WAIT = N_("Wait until it is done, then look here again.")
CATEGORY_STATED = N_("Its category is stated.")
CATEGORY_MISSING = N_("Its category is not stated, so it counts only toward the total.")
STATE_CATEGORY = N_("Choose the category. A course on several areas is divided by the time spent on each.")
ON_TRANSCRIPT = N_("It stands on your official transcript: nothing is needed.")
DO_NOT_SEND = N_("It stands on your official transcript already: do not send its certificate.")
CARD = N_("A CPR card: both sides must be uploaded to your account, unless it is on your transcript already.")
OVER = N_("More than the limit allows: do not send it.")
BUYS_NOTHING = N_("You can leave it out: your standing is the same without it.")
KEEP = N_("Keep the paper. It is asked for only in an audit.")
NOBODY_KNOWS = N_("Its paper is not here. Whether the certifier wants to see it was not found: have it at hand.")
ASK_PROVIDER = N_("Ask %(provider)s for it. A message is ready.")
ASK_SOMEBODY = N_("Ask whoever gave the course for it. A message is ready.")


def check_packet(packet: Packet) -> tuple[CheckLine, ...]:
    """Hold everything that would be sent to what the certifier asks for, first the whole, then line by line."""
    return (*_about_the_whole(packet), *(each for line in packet.lines for each in _about(packet, line)))


def _about_the_whole(packet: Packet) -> Iterator[CheckLine]:
    for finding in packet.verdict.findings:
        if finding.met is False:
            values = {"about": finding.about, "short": _points(finding.short or 0)}
            said = Said(N_("Points are missing: %(short)s, %(about)s."), values)
            yield CheckLine(about=finding.about, state="missing", said=said, cited=finding.cited)
    for question in packet.verdict.questions:
        if question.activity is None:
            said = Said(question.wording, question.values)
            yield CheckLine(about=question.code, state="look", said=said, cited=question.cited)


def _points(hundredths: int) -> str:
    return f"{hundredths // 100}.{hundredths % 100:02d}".rstrip("0").rstrip(".")


def _about(packet: Packet, line: PacketLine) -> Iterator[CheckLine]:
    if line.activity.earned_on > packet.verdict.as_of:
        said = Said(TO_COME, {"day": line.activity.earned_on.isoformat()})
        yield replace(_line(line, "earned_on", "missing", said), how=Said(WAIT))
    if line.mark in {"on_transcript", "card"}:
        yield _of_transcript(packet, line)
    elif line.mark == "not_needed":
        yield _line(line, "cap", "should_not_be_sent", Said(OVER), cited=_cap(line))
    else:
        yield from _papers_of(packet, line)
        yield from _asked_of(packet, line)
    if line.spare:
        yield _line(line, "spare", "leave_out", Said(BUYS_NOTHING))


def _of_transcript(packet: Packet, line: PacketLine) -> CheckLine:
    application = application_of(packet.book.certifier.id)
    cited = application.transcript if application else None
    if line.mark == "card":
        return _line(line, "transcript", "look", Said(CARD), cited=cited)
    if line.papers.certificate:
        return _line(line, "transcript", "should_not_be_sent", Said(DO_NOT_SEND), cited=cited)
    return _line(line, "transcript", "ok", Said(ON_TRANSCRIPT), cited=cited)


def _cap(line: PacketLine) -> Citation | None:
    return next((reason.cited for reason in line.outcome.reasons if reason.code == "over_cap"), None)


def _papers_of(packet: Packet, line: PacketLine) -> Iterator[CheckLine]:
    application = application_of(packet.book.certifier.id)
    cited = application.papers_cited if application else None
    if line.mark == "kept":
        yield _line(line, "document_proof", "ok", Said(KEEP), cited=cited)
        return
    asked = [fact for fact in packet.verdict.edition.facts if fact.about.startswith("document_")]
    if not asked:
        yield _unlisted(packet, line, cited)
    for fact in asked:
        yield _evidence(packet, line, fact)


def _unlisted(packet: Packet, line: PacketLine, cited: Citation | None) -> CheckLine:
    """Where no evidence list is published, the certificate alone is looked for."""
    if line.papers.certificate:
        return _line(line, "document_proof", "ok", Said(WANTED, {"wanted": N_("Proof of completion")}), cited=cited)
    letter = to_provider(packet, line, certificate=True, description=False)
    checked = _line(line, "document_proof", "look", Said(NOBODY_KNOWS), cited=cited)
    return replace(checked, how=_ask(line), letter=letter)


def _evidence(packet: Packet, line: PacketLine, fact: Fact) -> CheckLine:
    holds, remedy = EVIDENCE.get(fact.about, (lambda _: None, N_("Look whether it is there.")))
    state: State = {True: "ok", False: "missing", None: "look"}[holds(line)]  # type: ignore[assignment]
    said = Said(WANTED, {"wanted": str(fact.value)})
    if state == "ok":
        return _line(line, fact.about, "ok", said, cited=fact.cited)
    letter = _letter(packet, line, fact) if state == "missing" else None
    checked = _line(line, fact.about, state, said, cited=fact.cited)
    return replace(checked, how=_ask(line) if letter else Said(remedy), letter=letter)


def _letter(packet: Packet, line: PacketLine, fact: Fact) -> Letter | None:
    if fact.about not in {"document_proof", "document_description", "document_program"}:
        return None
    wants = {each.about for each in packet.verdict.edition.facts}
    return to_provider(
        packet,
        line,
        certificate=not line.papers.certificate,
        description="document_description" in wants and not line.papers.described,
    )


def _ask(line: PacketLine) -> Said:
    provider = line.activity.provider
    return Said(ASK_PROVIDER, {"provider": provider}) if provider else Said(ASK_SOMEBODY)


def _asked_of(packet: Packet, line: PacketLine) -> Iterator[CheckLine]:
    """What the holder must still state: the category, and answers to questions."""
    if packet.verdict.edition.categories:
        stated = not any(reason.code == "no_category" for reason in line.outcome.reasons)
        cited = _fact(packet, "mixed_topics")
        if stated:
            yield _line(line, "category", "ok", Said(CATEGORY_STATED), cited=cited)
        else:
            checked = _line(line, "category", "missing", Said(CATEGORY_MISSING), cited=cited)
            yield replace(checked, how=Said(STATE_CATEGORY))
    for question in packet.verdict.questions:
        if question.activity == line.activity.id and question.code not in {"proof_missing", "no_category"}:
            yield _line(line, question.code, "look", Said(question.wording, question.values), cited=question.cited)


def _fact(packet: Packet, about: str) -> Citation | None:
    return next((fact.cited for fact in packet.verdict.edition.facts if fact.about == about), None)


def _line(line: PacketLine, about: str, state: State, said: Said, *, cited: Citation | None = None) -> CheckLine:
    return CheckLine(about=about, state=state, said=said, number=line.number, activity=line.activity.id, cited=cited)
