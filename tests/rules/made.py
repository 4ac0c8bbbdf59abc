"""Activities and editions made in one line, so that a test shows only what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from recert.rules.edition import Approver, Cap, Citation, Conversion, Cycle, Edition, Requirement, Selector, Source
from recert.rules.evaluate import evaluate
from recert.rules.screen import Screened, screen
from recert.rules.transcript import Activity, parse_category
from recert.rules.verdict import Outcome, Span, Verdict

SOURCE = Source(title="Policies", href="https://example.org/policies", read_on=date(2026, 11, 22), publisher="AAMA")
CYCLE = Span(date(2021, 11, 5), date(2026, 11, 30))
TODAY = date(2026, 6, 1)


def cited(says: str = "The policies say so.", **changes: Any) -> Citation:
    return replace(Citation(says=says, source=SOURCE, confidence="confirmed"), **changes)


def activity(
    name: str = "a",
    quantity: int | str = 1,
    unit: str = "aama_ceu",
    category: str = "",
    *,
    on: str = "2023-05-01",
    by: str = "",
    **rest: Any,
) -> Activity:
    return Activity(
        id=name,
        earned_on=date.fromisoformat(on),
        quantity=Decimal(quantity),
        unit=unit,
        category=parse_category(category),
        approved_by=frozenset(by.split()),
        **rest,
    )


def asks(about: str, points: int | None) -> Requirement:
    needed = None if points is None else points * 100
    return Requirement(about=about, needed=needed, cited=cited(f"{about} is asked."))


def cap(about: str, points: int, **of: Any) -> Cap:
    return Cap(about=about, at_most=points * 100, of=Selector(**of), cited=cited(f"{about} is limited."))


def converts(unit: str, points: int | None, **rest: Any) -> Conversion:
    value = None if points is None else points * 100
    return Conversion(unit=unit, points=value, cited=cited(f"{unit} converts."), **rest)


THIRTY_IN_ALL = (asks("total", 30), asks("clinical", 10), asks("general", 5), asks("approved", 12))


def edition(**changes: Any) -> Edition:
    """Thirty points, ten clinical, five general, twelve approved; one for one; nothing capped."""
    basis = Edition(
        credential="test",
        effective_from=date(2020, 1, 1),
        effective_to=None,
        superseded=False,
        since=cited("In force from 2020."),
        cycle=Cycle(months=60, ends="month_end", cited=cited("Sixty months.")),
        requirements=THIRTY_IN_ALL,
        approver=Approver(id="aama", units=frozenset({"aama_ceu"})),
        conversions=(converts("aama_ceu", 1), converts("cme", 1), converts("point", 1), converts("college_credit", 15)),
    )
    return replace(basis, **changes)


def screened(*activities: Activity, first_cycle: bool = False, **changes: Any) -> list[Screened]:
    return screen(activities, edition=edition(**changes), cycle=CYCLE, first_cycle=first_cycle)


def reasons(*activities: Activity, first_cycle: bool = False, **changes: Any) -> list[list[str]]:
    """The reason codes of each activity, as screening alone finds them."""
    return [[r.code for r in one.reasons] for one in screened(*activities, first_cycle=first_cycle, **changes)]


def verdict(*activities: Activity, first_cycle: bool = False, **changes: Any) -> Verdict:
    return evaluate(activities, edition=edition(**changes), cycle=CYCLE, as_of=TODAY, first_cycle=first_cycle)


def outcomes(*activities: Activity, first_cycle: bool = False, **changes: Any) -> dict[str, Outcome]:
    return {one.id: one for one in verdict(*activities, first_cycle=first_cycle, **changes).activities}


def short(found: Verdict) -> dict[str, int]:
    """What is short, in hundredths, by name."""
    return {finding.about: finding.short for finding in found.findings if finding.short}
