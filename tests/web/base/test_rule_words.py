"""Numbers of the rules are written the way people read them."""

from __future__ import annotations

from datetime import date

import pytest

from recert.rulebooks.library import rulebook
from recert.rules.edition import Citation, Source
from recert.rules.numbers import Number
from recert.web.base.rule_words import about_words, number_named, number_phrase
from recert.web.base.templatetags.rule_numbers import in_units_of

CITED = Citation(says="", source=Source(title="t", href="", read_on=date(2026, 11, 22)), confidence="confirmed")


@pytest.mark.parametrize(
    ("value", "measure", "written"),
    [
        (6000, "points", "60 points"),
        (100, "points", "1 point"),
        (60, "months", "60 months"),
        (1, "months", "1 month"),
        (21, "days", "21 days"),
        (50, "minutes", "50 minutes"),
        (5000, "usd_cents", "$50"),
        (3895, "usd_cents", "$38.95"),
        (False, "yes_no", "no"),
        (date(2020, 12, 31), "date", "Dec. 31, 2020"),
        (3, "count", "3"),
        (None, "usd_cents", "not known (ask your certifier)"),
    ],
)
def test_a_number_is_written_with_the_word_it_is_counted_in(value: object, measure: str, written: str) -> None:
    assert number_phrase(Number(about="x", value=value, measure=measure, cited=CITED)) == written  # type: ignore[arg-type]


def test_points_take_the_certifiers_own_word() -> None:
    ncma = rulebook("ncma-ncct")
    assert in_units_of(number_named(ncma, "total")[1], ncma) == "14 clock hours"


def test_how_often_a_course_may_be_taken_is_said_in_words() -> None:
    assert number_phrase(number_named(rulebook("ncma-ncct"), "repeats")[1]) == "counts once, ever"


def test_an_older_edition_can_be_asked_for_by_its_name() -> None:
    assert number_named(rulebook("cma-aama"), "clinical", "2005-01-01")[1].value == 1500


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ("cycle", "Length of a cycle"),
        ("clinical", "Clinical points"),
        ("unit:cme", "One CME credit counts as"),
        ("kind:employment_until", "Employment"),
        ("route:mail", "By mail"),
        ("reactivation_fee", ""),
    ],
)
def test_a_number_is_named_in_words_or_left_to_its_own_sentence(about: str, words: str) -> None:
    assert about_words(about) == words
