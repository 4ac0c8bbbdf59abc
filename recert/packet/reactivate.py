"""What is still possible after a lapse, worked out from the person's own dates, each path with its rule and fees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from recert.packet.said import Said
from recert.rules.calendar import days_after, months_after, months_before
from recert.rules.dates import closes_on
from recert.rules.edition import Citation, Edition, Fact, Rulebook
from recert.rules.wording import N_

Kind = Literal["late", "points", "exam", "online", "unknown"]
PathState = Literal["open", "closed", "later", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """One way back. `until` is its last day; both days are None where nobody knows them."""

    kind: Kind
    state: PathState
    said: Said
    starts_on: date | None = None
    until: date | None = None
    conditions: tuple[Said, ...] = ()
    fees: tuple[Fact, ...] = ()
    cited: tuple[Citation, ...] = ()


LATE = N_("Recertify late by continuing education, up to %(until)s. Your credential is not current in the meantime.")
EXAM_AFTER = N_("From %(from)s on, only the exam is open, with the fees below.")
BY_POINTS = N_("Reactivate by points, up to %(until)s: all points required, with an application and its fee.")
EXAM_AGAIN = N_("Reactivate by taking the original exam again, with an application and its fee.")
EXAM_ONLY = N_("From %(from)s on, ten years after the lapse, only the exam is open.")
CATCH_UP = N_("Catch up on what is missing, up to %(until)s.")
LOST = N_("From %(from)s on, the certification is lost: pay and take the exam again.")
REINSTATE = N_("Reinstate online, by the same steps as a renewal. Up to which day was not found.")
LATE_UNKNOWN = N_("There is a late route, but its days were not found. Ask your certifier.")
NOTHING = N_("What is possible after expiry was not found. Ask your certifier.")
WINDOW = N_("Only activities from %(from)s on count: the past three years, as of today.")
VALID = N_("An application sent today is valid until %(until)s.")
MUST_NOT_USE = N_("Do not use the credential until it is current again.")
AFTER_UNKNOWN = N_("What is possible after %(until)s was not found. Ask your certifier.")


def paths_after_lapse(book: Rulebook, *, expires_on: date, today: date) -> tuple[Path, ...]:
    """The ways back for a credential that expires, or expired, on a day.

    How long the late route stays open is said by the edition it expired under; fees and what follows by today's.
    """
    expired_under, current = book.edition_on(expires_on), book.edition_on(max(today, expires_on))
    if expired_under is None or current is None:
        return (Path(kind="unknown", state="unknown", said=Said(NOTHING)),)
    facts = {fact.about: fact for fact in (*expired_under.facts, *current.facts)}
    paths = (
        *_late(expired_under, facts, expires_on, today),
        *_by_points_or_exam(facts, expires_on, today),
        *_catching_up(facts, expires_on, today),
        *_undated(facts),
    )
    return paths or (Path(kind="unknown", state="unknown", said=Said(NOTHING)),)


def _state(today: date, starts_on: date, until: date | None) -> PathState:
    if today < starts_on:
        return "later"
    return "open" if until is None or today <= until else "closed"


Facts = dict[str, Fact]


def _late(edition: Edition, facts: Facts, expires_on: date, today: date) -> Iterator[Path]:
    """Where the continuing-education route stays open for a while, and the exam comes after it."""
    closes = closes_on(edition.lapse, expires_on) if edition.lapse else None
    if edition.lapse is None or closes is None:
        return
    starts = days_after(expires_on, 1)
    exam = "exam_fee_member" in facts or "exam_fee_other" in facts
    late_fees = (
        ("ce_application_fee", "fee_in_the_three_months") if exam else ("recertification_fee", "reactivation_fee")
    )
    yield Path(
        kind="late",
        state=_state(today, starts, closes),
        said=Said(LATE, {"until": closes.isoformat()}),
        starts_on=starts,
        until=closes,
        conditions=(Said(MUST_NOT_USE),),
        fees=_known(facts, *late_fees),
        cited=(edition.lapse.cited,),
    )
    after = days_after(closes, 1)
    if not exam:
        yield Path(
            kind="unknown", state="unknown", said=Said(AFTER_UNKNOWN, {"until": closes.isoformat()}), starts_on=after
        )
        return
    yield Path(
        kind="exam",
        state=_state(today, after, None),
        said=Said(EXAM_AFTER, {"from": after.isoformat()}),
        starts_on=after,
        conditions=(Said(MUST_NOT_USE),),
        fees=_known(facts, "reactivation_fee", "exam_fee_member", "exam_fee_other"),
        cited=_cited(facts, "reactivation_fee"),
    )


def _by_points_or_exam(facts: Facts, expires_on: date, today: date) -> Iterator[Path]:
    """Where a lapsed certification is reactivated by points for some years, and by exam at any time."""
    years = facts.get("exam_only_after_years")
    if years is None or not isinstance(years.value, int):
        return
    starts, only_exam = days_after(expires_on, 1), months_after(expires_on, 12 * years.value)
    last = days_after(only_exam, -1)
    yield Path(
        kind="points",
        state=_state(today, starts, last),
        said=Said(BY_POINTS, {"until": last.isoformat()}),
        starts_on=starts,
        until=last,
        conditions=tuple(_conditions(facts, today)),
        fees=_known(facts, "reactivation_fee"),
        cited=_cited(facts, "reactivation_within_months", "reactivation_application_valid"),
    )
    yield Path(
        kind="exam",
        state=_state(today, starts, None),
        said=Said(EXAM_ONLY if today >= only_exam else EXAM_AGAIN, {"from": only_exam.isoformat()}),
        starts_on=starts,
        conditions=(Said(EXAM_ONLY, {"from": only_exam.isoformat()}),) if today < only_exam else (),
        fees=_known(facts, "reactivation_fee"),
        cited=(years.cited,),
    )


def _conditions(facts: Facts, today: date) -> Iterator[Said]:
    window, valid = facts.get("reactivation_within_months"), facts.get("reactivation_application_valid")
    if window is not None and isinstance(window.value, int):
        yield Said(WINDOW, {"from": months_before(today, window.value).isoformat()})
    if valid is not None and isinstance(valid.value, int):
        yield Said(VALID, {"until": months_after(today, valid.value).isoformat()})


def _catching_up(facts: Facts, expires_on: date, today: date) -> Iterator[Path]:
    """Where the certification is lost after some years of not meeting the rules."""
    years = facts.get("lost_after_years")
    if years is None or not isinstance(years.value, int):
        return
    starts, lost = days_after(expires_on, 1), months_after(expires_on, 12 * years.value)
    until = days_after(lost, -1)
    yield Path(
        kind="points",
        state=_state(today, starts, until),
        said=Said(CATCH_UP, {"until": until.isoformat()}),
        starts_on=starts,
        until=until,
        fees=_known(facts, "annual_fee"),
        cited=(years.cited,),
    )
    yield Path(
        kind="exam",
        state=_state(today, lost, None),
        said=Said(LOST, {"from": lost.isoformat()}),
        starts_on=lost,
        cited=(years.cited,),
    )


def _undated(facts: Facts) -> Iterator[Path]:
    """Where a way back is known to exist, but not its days."""
    for about, kind, wording in (("reinstatement", "online", REINSTATE), ("late_route", "late", LATE_UNKNOWN)):
        fact = facts.get(about)
        if fact is not None and fact.value is True:
            grace = facts.get("grace")
            cited = (fact.cited, grace.cited) if grace else (fact.cited,)
            known = _known(facts, "renewal_fee", "recertification_fee")
            yield Path(kind=kind, state="unknown", said=Said(wording), fees=known, cited=cited)  # type: ignore[arg-type]


def _known(facts: Facts, *names: str) -> tuple[Fact, ...]:
    return tuple(facts[name] for name in names if name in facts)


def _cited(facts: Facts, *names: str) -> tuple[Citation, ...]:
    return tuple(facts[name].cited for name in names if name in facts)
