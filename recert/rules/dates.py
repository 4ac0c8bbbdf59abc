"""When a cycle ends, when its credential expires, and the latest safe day to apply by each route."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from recert.rules import wording
from recert.rules.calendar import days_after, month_end, months_after, months_before
from recert.rules.edition import Edition, Lapse, Route, Rulebook
from recert.rules.verdict import Dates, SafeDay, Span


class NoRules(LookupError):
    """No edition of the rulebook can be applied."""


class CycleIsPrinted(ValueError):
    """The certifier prints the end of the cycle; it cannot be worked out from the start."""


class CycleBackwards(ValueError):
    """A cycle that ends before it starts."""


def rules_for(
    rulebook: Rulebook, *, certified_on: date | None = None, cycle: Span | None = None
) -> tuple[Edition, Span]:
    """The edition and cycle that apply, from the day of certification or from both days of the cycle.

    :raises CycleIsPrinted: when only the day of certification is given and the certifier prints the end.
    :raises NoRules: when nothing is confirmed, or no edition covers the cycle's end.
    :raises CycleBackwards: when the cycle ends before it starts.
    """
    if cycle is not None:
        if cycle.ends < cycle.starts:
            raise CycleBackwards(f"the cycle ends on {cycle.ends}, before it starts on {cycle.starts}")
        return _edition_on(rulebook, cycle.ends), cycle
    if certified_on is None:
        raise CycleIsPrinted(f"give the day you were certified or the cycle of your {rulebook.name}")
    return cycle_for(rulebook, certified_on)


def cycle_for(rulebook: Rulebook, certified_on: date) -> tuple[Edition, Span]:
    """The cycle that starts on the day of certification: months first, then the edition's own end rule.

    The edition is the one in force when the cycle ends, so each edition's own reading of the end is tried.
    """
    applied = [edition for edition in reversed(rulebook.editions) if not edition.superseded]
    if not applied:
        raise NoRules(_nothing_confirmed(rulebook))
    if applied[0].cycle.ends == "printed":
        raise CycleIsPrinted(
            f"{rulebook.certifier.acronym} prints the day {rulebook.name} expires; give the cycle's two days, START..END"
        )
    for edition in applied:
        ends = cycle_ends(edition, certified_on)
        if edition.in_force_on(ends):
            return edition, Span(certified_on, ends)
    raise NoRules(f"no edition of the rules of {rulebook.name} covers a cycle that starts on {certified_on}")


def cycle_ends(edition: Edition, certified_on: date) -> date:
    """The last day of a cycle that starts on the day of certification.

    An end that falls in a leap February must come from adding months first: a cycle of 60 months from February 2023
    ends on 2028-02-29.
    """
    ends = months_after(certified_on, edition.cycle.months)
    return month_end(ends) if edition.cycle.ends == "month_end" else ends


def _edition_on(rulebook: Rulebook, day: date) -> Edition:
    edition = rulebook.edition_on(day)
    if edition is None:
        missing = f"no edition of the rules of {rulebook.name} is in force on {day}"
        raise NoRules(missing if rulebook.editions else _nothing_confirmed(rulebook))
    return edition


def _nothing_confirmed(rulebook: Rulebook) -> str:
    return f"no rules of {rulebook.name} could be confirmed; ask {rulebook.certifier.name}"


def dates_of(edition: Edition, cycle: Span) -> Dates:
    """Expiry, the last day the continuing-education route is open, and each route's latest safe day."""
    lapse = edition.lapse
    return Dates(
        expires_on=cycle.ends,
        ce_route_closes_on=closes_on(lapse, cycle.ends) if lapse else None,
        lapse=lapse.cited if lapse else None,
        latest_safe=tuple(safe_day(route, cycle.ends) for route in edition.routes),
    )


def closes_on(lapse: Lapse, expires_on: date) -> date | None:
    """The last day the route is open: the earliest of the readings that are published; None where none is.

    `not_after` is a later rule that closed the route for those who had already expired under this edition.
    """
    return min(_readings(lapse, expires_on), default=None)


def _readings(lapse: Lapse, expires_on: date) -> Iterator[date]:
    if lapse.months is not None:
        later = months_after(expires_on, lapse.months)
        yield month_end(later) if lapse.month_end else later
    if lapse.days is not None:
        yield days_after(expires_on, lapse.days)
    if lapse.not_after is not None:
        yield lapse.not_after


def safe_day(route: Route, expires_on: date) -> SafeDay:
    """The latest safe day to apply by one route."""
    values = {"days": str(route.days), "months": str(route.pass_months or 0)}
    told = wording.BEFORE_EXPIRY if route.days else wording.AT_ONCE
    return SafeDay(
        route=route.route,
        apply_by=days_after(expires_on, -route.days),
        wording=wording.EXAM_ROUTE if route.pass_months else told,
        values=values,
        cited=route.cited,
        pass_by=months_before(expires_on, route.pass_months) if route.pass_months else None,
    )
