"""Editions: when they apply, and what they are called."""

from __future__ import annotations

from datetime import date

import pytest

from recert.rules.edition import Certifier, Edition, Rulebook
from tests.rules.made import asks, edition

OLD = edition(effective_from=None, effective_to=date(2019, 12, 31))
NOW = edition()


def shelf(*editions: Edition) -> Rulebook:
    certifier = Certifier(id="aama", name="American Association of Medical Assistants", acronym="AAMA")
    return Rulebook(
        credential="test",
        name="TEST",
        full_name="Test",
        certifier=certifier,
        points_called="points",
        editions=editions,
    )


@pytest.mark.parametrize(
    ("starts", "ends", "name"),
    [
        (date(2020, 1, 1), None, "2020-01-01"),
        (date(2013, 6, 1), date(2019, 12, 31), "2013-06-01"),
        (None, date(2004, 12, 31), "up to 2004-12-31"),
        (None, None, "undated"),
    ],
)
def test_an_edition_is_named_after_its_days(starts: date | None, ends: date | None, name: str) -> None:
    assert edition(effective_from=starts, effective_to=ends).name == name


def test_the_categories_are_the_requirements_besides_total_and_approved_in_order() -> None:
    asked = (asks("total", 9), asks("general", 1), asks("clinical", 2), asks("approved", 3))
    assert edition(requirements=asked).categories == ("general", "clinical")


@pytest.mark.parametrize(
    ("day", "in_force"),
    [("2012-12-31", False), ("2013-01-01", True), ("2014-12-31", True), ("2015-01-01", False)],
)
def test_an_edition_is_in_force_from_its_first_day_to_its_last(day: str, in_force: bool) -> None:
    some = edition(effective_from=date(2013, 1, 1), effective_to=date(2014, 12, 31))
    assert some.in_force_on(date.fromisoformat(day)) is in_force


def test_an_edition_without_days_is_always_in_force() -> None:
    undated = edition(effective_from=None, effective_to=None)
    assert undated.in_force_on(date(1970, 1, 1))
    assert undated.in_force_on(date(2070, 1, 1))


def test_a_superseded_edition_is_never_in_force() -> None:
    assert not edition(effective_from=None, superseded=True).in_force_on(date(2026, 1, 1))


def test_a_superseded_edition_says_so_instead_of_a_day() -> None:
    assert edition(superseded=True).name == "superseded"


@pytest.mark.parametrize(("day", "expected"), [("2019-12-31", OLD), ("2020-01-01", NOW)])
def test_a_rulebook_applies_the_edition_of_the_day(day: str, expected: Edition) -> None:
    assert shelf(OLD, NOW).edition_on(date.fromisoformat(day)) is expected


def test_of_two_editions_in_force_the_newer_applies() -> None:
    open_ended = edition(effective_from=None)
    assert shelf(open_ended, NOW).edition_on(date(2026, 1, 1)) is NOW


def test_a_day_without_rules_has_no_edition() -> None:
    assert shelf(NOW).edition_on(date(2019, 12, 31)) is None
    assert shelf().edition_on(date(2026, 1, 1)) is None
