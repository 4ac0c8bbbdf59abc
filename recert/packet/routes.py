"""The ways to apply, each with its own steps, dates, fees and what to copy, send or say, for one packet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from recert.packet.copying import Entry, entries_of
from recert.packet.letters import Letter, to_certifier
from recert.packet.said import Said
from recert.packet.script import script_of
from recert.packet.values import Packet
from recert.rulebooks.applications import WAYS, Application, How, Way, application_of
from recert.rules.calendar import days_after
from recert.rules.edition import Citation, Fact
from recert.rules.evaluate import evaluate
from recert.rules.verdict import SafeDay
from recert.rules.wording import N_

DAYS_IN_THE_POST = 5
"""Our own margin for a letter on its way; no certifier says how long that takes."""

NOT_FOUND = N_("Nothing was found about applying in this way. Ask your certifier.")
NOT_READY = N_("Open once every requirement is met.")
NOT_DONE = N_("Open once everything that counts is done, on %(day)s.")
NOT_ALL_APPROVED = N_("Only where all the points needed are on your official transcript; yours are not.")
ROUTE_CLOSED = N_("The continuing-education route closed on %(day)s. See how to reactivate.")
DAY_GONE = N_("The latest safe day, %(day)s, has passed. Ask your certifier before you rely on it.")
OPEN = N_("Open to you.")


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteSteps:
    """One way to apply. `offered` is None where nobody knows; what is empty or None in it is not known either."""

    how: How
    offered: bool | None
    is_open: bool
    why: Said
    cited: Citation | None
    steps: tuple[Citation, ...] = ()
    link: str = ""
    phone: str = ""
    email: str = ""
    address: tuple[str, ...] = ()
    fees: tuple[Fact, ...] = ()
    safe_days: tuple[SafeDay, ...] = ()
    """The latest safe day of each way it may be handled, with the processing time it was counted back from."""
    apply_by: date | None = None
    post_by: date | None = None
    entries: tuple[Entry, ...] = ()
    entries_cited: Citation | None = None
    letter: Letter | None = None
    checklist: tuple[Said, ...] = ()
    script: tuple[Said, ...] = ()


def ways_to_apply(packet: Packet) -> tuple[RouteSteps, ...]:
    """Every way, open to this person or not."""
    application = application_of(packet.book.certifier.id)
    enough = enough_approved(packet)
    return tuple(_way(packet, application, how, enough) for how in WAYS)


def best_way(ways: tuple[RouteSteps, ...]) -> RouteSteps | None:
    """The way to take by continuing education: open, and the least work with the least waiting first."""
    order: tuple[How, ...] = ("telephone", "online", "mail", "email")
    open_ways = {way.how: way for way in ways if way.is_open}
    return next((open_ways[how] for how in order if how in open_ways), None)


def enough_approved(packet: Packet) -> bool:
    """Whether what stands on the official transcript meets everything by itself."""
    verdict = packet.verdict
    if verdict.edition.approver is None or not verdict.met:
        return False
    approved = [line.activity for line in packet.lines if line.outcome.approved]
    alone = evaluate(
        approved, edition=verdict.edition, cycle=verdict.cycle, as_of=verdict.as_of, first_cycle=verdict.first_cycle
    )
    return alone.met is True


def _way(packet: Packet, application: Application | None, how: How, enough: bool) -> RouteSteps:
    way = application.way(how) if application else None
    if application is None or way is None:
        return RouteSteps(how=how, offered=None, is_open=False, why=Said(NOT_FOUND), cited=None)
    safe_days = tuple(_safe_days(packet, way, enough))
    apply_by = _apply_by(safe_days, packet.verdict.as_of)
    why, is_open = _open(packet, way, enough, apply_by)
    return RouteSteps(
        how=how,
        offered=way.offered,
        is_open=is_open,
        why=why,
        cited=way.cited,
        steps=way.steps,
        link=way.link,
        phone=way.phone,
        email=way.email,
        address=way.address,
        fees=tuple(_fees(packet, way)),
        safe_days=safe_days,
        apply_by=apply_by,
        post_by=days_after(apply_by, -DAYS_IN_THE_POST) if how == "mail" and apply_by else None,
        entries=entries_of(packet, application) if how in {"online", "mail"} and way.steps else (),
        entries_cited=application.form_cited,
        letter=to_certifier(packet) if how == "mail" and is_open else None,
        checklist=tuple(_checklist(packet, application)) if how == "mail" and is_open else (),
        script=script_of(packet) if how == "telephone" and is_open else (),
    )


def _fees(packet: Packet, way: Way) -> Iterator[Fact]:
    known = {fact.about: fact for fact in packet.verdict.edition.facts}
    yield from (known[about] for about in way.fees if about in known)


def _safe_days(packet: Packet, way: Way, enough: bool) -> Iterator[SafeDay]:
    """With enough on the official transcript the application is handled at once; else only what takes its time is left."""
    at_once = enough and "all_approved" in way.routes
    for safe in packet.verdict.dates.latest_safe:
        if safe.route in way.routes and (safe.route == "all_approved") == at_once:
            yield safe


def _apply_by(safe_days: tuple[SafeDay, ...], today: date) -> date | None:
    """The earliest of the days that have not passed, else the last of those that have."""
    days = sorted(safe.apply_by for safe in safe_days)
    return next((day for day in days if day >= today), days[-1] if days else None)


def _open(packet: Packet, way: Way, enough: bool, apply_by: date | None) -> tuple[Said, bool]:
    if not way.offered:
        return Said("%(says)s", {"says": way.cited.says}), False
    if way.how == "exam":
        return _exam(packet, way)
    if (shut := _shut(packet, way, enough)) is not None:
        return shut, False
    if apply_by is not None and apply_by < packet.verdict.as_of:
        return Said(DAY_GONE, {"day": apply_by.isoformat()}), True
    return Said(OPEN), True


def _shut(packet: Packet, way: Way, enough: bool) -> Said | None:
    """Why a way by continuing education is not open to this person; None where it is."""
    verdict = packet.verdict
    closes = verdict.dates.ce_route_closes_on
    if closes is not None and verdict.as_of > closes:
        return Said(ROUTE_CLOSED, {"day": closes.isoformat()})
    if verdict.met is not True:
        return Said(NOT_READY)
    if packet.done_by:
        return Said(NOT_DONE, {"day": packet.done_by.isoformat()})
    return Said(NOT_ALL_APPROVED) if way.all_approved_only and not enough else None


def _exam(packet: Packet, way: Way) -> tuple[Said, bool]:
    """An exam needs no points; its days may have passed."""
    for safe in packet.verdict.dates.latest_safe:
        day = min(safe.apply_by, safe.pass_by or safe.apply_by)
        if safe.route in way.routes and day < packet.verdict.as_of:
            return Said(DAY_GONE, {"day": day.isoformat()}), True
    return Said(OPEN), True


def _checklist(packet: Packet, application: Application) -> Iterator[Said]:
    yield Said(N_("The certifier's own application form, filled in and signed"))
    yield Said(N_("The letter, signed"))
    yield Said(N_("This packet"))
    for line in packet.lines:
        if line.mark in {"attached", "missing"} and application.papers != "only_when_asked":
            values = {"number": str(line.number), "title": line.activity.title or line.activity.provider}
            yield Said(N_("Copy of certificate no. %(number)s: %(title)s"), values)
    yield Said(N_("The fee, as the application form says"))
    yield Said(N_("A copy of everything, kept by you"))
