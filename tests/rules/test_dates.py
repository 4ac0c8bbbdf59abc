"""Dates: which edition and cycle apply, when a route closes, and the latest safe day to apply."""

from __future__ import annotations

from datetime import date

import pytest

from recert.rules.dates import (
    CycleBackwards,
    CycleIsPrinted,
    NoRules,
    closes_on,
    cycle_ends,
    cycle_for,
    dates_of,
    rules_for,
    safe_day,
)
from recert.rules.edition import Certifier, Cycle, Edition, Lapse, Route, Rulebook
from recert.rules.verdict import Span
from tests.rules.made import CYCLE, cited, edition

EXPIRY = date(2026, 11, 30)


def cycle(months: int, ends: str) -> Cycle:
    return Cycle(months=months, ends=ends, cited=cited())


def shelf(*editions: Edition) -> Rulebook:
    certifier = Certifier(id="aama", name="The Association", acronym="AAMA")
    return Rulebook(
        credential="cma-aama",
        name="CMA (AAMA)",
        full_name="Certified Medical Assistant",
        certifier=certifier,
        points_called="points",
        editions=editions,
    )


OLD = edition(effective_from=None, effective_to=date(2019, 12, 31), cycle=cycle(36, "same_day"))
NOW = edition()


@pytest.mark.parametrize(
    ("rule", "certified", "ends"),
    [
        (cycle(60, "month_end"), date(2023, 2, 1), date(2028, 2, 29)),
        (cycle(60, "month_end"), date(2024, 2, 29), date(2029, 2, 28)),
        (cycle(60, "same_day"), date(2024, 2, 29), date(2029, 2, 28)),
        (cycle(36, "same_day"), date(2023, 6, 30), date(2026, 6, 30)),
        (cycle(24, "same_day"), date(2024, 8, 31), date(2026, 8, 31)),
        (cycle(24, "same_day"), date(2024, 8, 15), date(2026, 8, 15)),
    ],
)
def test_a_cycle_adds_its_months_first_and_then_its_own_end_rule(rule: Cycle, certified: date, ends: date) -> None:
    assert cycle_ends(edition(cycle=rule), certified) == ends


def test_the_day_of_certification_gives_the_edition_and_the_cycle() -> None:
    assert rules_for(shelf(OLD, NOW), certified_on=date(2021, 11, 5)) == (NOW, CYCLE)


@pytest.mark.parametrize(
    ("certified", "expected", "ends"),
    [
        (date(2015, 1, 1), NOW, date(2020, 1, 31)),
        (date(2014, 12, 31), OLD, date(2017, 12, 31)),
        (date(2016, 12, 31), NOW, date(2021, 12, 31)),
    ],
)
def test_the_edition_in_force_when_the_cycle_ends_applies(certified: date, expected: Edition, ends: date) -> None:
    assert cycle_for(shelf(OLD, NOW), certified) == (expected, Span(certified, ends))


def test_both_days_of_the_cycle_are_taken_as_they_are() -> None:
    given = Span(date(2018, 1, 15), date(2019, 12, 31))
    assert rules_for(shelf(OLD, NOW), cycle=given) == (OLD, given)
    assert rules_for(shelf(OLD, NOW), cycle=given, certified_on=date(2021, 11, 5)) == (OLD, given)


def test_a_cycle_of_one_day_is_a_cycle_and_one_that_ends_earlier_is_refused() -> None:
    assert rules_for(shelf(NOW), cycle=Span(EXPIRY, EXPIRY))[1] == Span(EXPIRY, EXPIRY)
    with pytest.raises(CycleBackwards) as refusal:
        rules_for(shelf(NOW), cycle=Span(EXPIRY, date(2026, 11, 29)))
    assert str(refusal.value) == "the cycle ends on 2026-11-29, before it starts on 2026-11-30"


def test_without_any_day_one_is_asked_for() -> None:
    with pytest.raises(CycleIsPrinted) as refusal:
        rules_for(shelf(NOW))
    assert str(refusal.value) == "give the day you were certified or the cycle of your CMA (AAMA)"


def test_an_end_the_certifier_prints_must_be_given() -> None:
    printed = edition(cycle=cycle(24, "printed"))
    with pytest.raises(CycleIsPrinted) as refusal:
        rules_for(shelf(printed), certified_on=date(2024, 1, 1))
    assert str(refusal.value) == "AAMA prints the day CMA (AAMA) expires; give the cycle's two days, START..END"
    assert rules_for(shelf(printed), cycle=CYCLE) == (printed, CYCLE)


@pytest.mark.parametrize("editions", [(), (edition(superseded=True),)])
def test_without_a_confirmed_rule_the_certifier_is_to_be_asked(editions: tuple[Edition, ...]) -> None:
    with pytest.raises(NoRules) as refusal:
        rules_for(shelf(*editions), certified_on=date(2024, 1, 1))
    assert str(refusal.value) == "no rules of CMA (AAMA) could be confirmed; ask The Association"


def test_a_credential_without_editions_refuses_a_given_cycle_in_the_same_words() -> None:
    with pytest.raises(NoRules, match="no rules of CMA \\(AAMA\\) could be confirmed; ask The Association"):
        rules_for(shelf(), cycle=CYCLE)


def test_a_time_no_edition_covers_is_refused_with_its_day() -> None:
    with pytest.raises(NoRules) as refusal:
        rules_for(shelf(NOW), cycle=Span(date(2010, 1, 1), date(2014, 12, 31)))
    assert str(refusal.value) == "no edition of the rules of CMA (AAMA) is in force on 2014-12-31"
    with pytest.raises(NoRules) as refusal:
        rules_for(shelf(NOW), certified_on=date(2010, 1, 1))
    assert str(refusal.value) == "no edition of the rules of CMA (AAMA) covers a cycle that starts on 2010-01-01"


def test_a_superseded_edition_is_never_applied() -> None:
    assert cycle_for(shelf(NOW, edition(superseded=True)), date(2021, 11, 5))[0] is NOW


@pytest.mark.parametrize(
    ("readings", "closes"),
    [
        ({"months": 3}, date(2027, 2, 28)),
        ({"months": 2}, date(2027, 1, 30)),
        ({"months": 2, "month_end": True}, date(2027, 1, 31)),
        ({"days": 90}, date(2027, 2, 28)),
        ({"days": 89, "months": 3}, date(2027, 2, 27)),
        ({"days": 91, "months": 3}, date(2027, 2, 28)),
        ({"months": 60, "not_after": date(2030, 3, 30)}, date(2030, 3, 30)),
        ({"months": 3, "not_after": date(2030, 3, 30)}, date(2027, 2, 28)),
        ({"days": 0}, EXPIRY),
        ({"months": 0}, EXPIRY),
        ({}, None),
    ],
)
def test_a_route_closes_on_the_earliest_of_its_readings(readings: dict[str, object], closes: date | None) -> None:
    assert closes_on(Lapse(cited=cited(), **readings), EXPIRY) == closes


def route(days: int, **rest: object) -> Route:
    return Route(route="some", days=days, cited=cited("So many days."), **rest)


@pytest.mark.parametrize(
    ("days", "apply_by", "why"),
    [
        (0, "2026-11-30", "When every point is approved by the certifier, the application is handled at once."),
        (1, "2026-11-29", "Applications by this route can take 1 days, counted back from the day you expire."),
        (21, "2026-11-09", "Applications by this route can take 21 days, counted back from the day you expire."),
        (30, "2026-10-31", "Applications by this route can take 30 days, counted back from the day you expire."),
    ],
)
def test_the_latest_safe_day_is_counted_back_from_the_expiry(days: int, apply_by: str, why: str) -> None:
    day = safe_day(route(days), EXPIRY)
    assert (day.route, str(day.apply_by), day.why, day.pass_by, day.cited.says) == (
        "some", apply_by, why, None, "So many days.",
    )  # fmt: skip


def test_a_safe_day_keeps_the_numbers_behind_its_words() -> None:
    assert safe_day(route(21), EXPIRY).values == {"days": "21", "months": "0"}
    assert safe_day(route(30, pass_months=2), EXPIRY).values == {"days": "30", "months": "2"}


def test_an_exam_is_to_be_applied_for_and_passed_in_time() -> None:
    day = safe_day(route(30, pass_months=2), EXPIRY)
    assert (day.apply_by, day.pass_by) == (date(2026, 10, 31), date(2026, 9, 30))
    assert day.why == "Apply at least 30 days before you expire, and pass at least 2 months before."


def test_dates_hold_the_expiry_the_lapse_and_every_route() -> None:
    rules = edition(lapse=Lapse(cited=cited("Three months."), months=3), routes=(route(21), route(30)))
    found = dates_of(rules, CYCLE)
    assert (found.expires_on, found.ce_route_closes_on, found.lapse.says) == (
        EXPIRY,
        date(2027, 2, 28),
        "Three months.",
    )
    assert [day.apply_by for day in found.latest_safe] == [date(2026, 11, 9), date(2026, 10, 31)]


def test_without_a_lapse_nobody_knows_when_the_route_closes() -> None:
    found = dates_of(edition(), CYCLE)
    assert (found.ce_route_closes_on, found.lapse, found.latest_safe) == (None, None, ())
