"""A pasted course page gives up its hours, unit, approver and date, and nothing it does not state."""

from __future__ import annotations

import pytest

from recert.web.check.course_text import read_course_text


def values(text: str) -> dict[str, str]:
    return {name: reading.value for name, reading in read_course_text(text).items() if name != "title"}


@pytest.mark.parametrize(
    ("text", "quantity", "unit"),
    [
        ("Earn 1.0 AAMA CEU", "1.0", "aama_ceu"),
        ("Credit: 0.1 IACET CEU", "0.1", "iacet_ceu"),
        ("1.50 AMA PRA Category 1 Credit(s)™", "1.50", "cme"),
        ("Contact Hours Awarded: 2", "2", "contact_hour"),
        ("3.0 ANCC Contact Hour(s)", "3.0", "cne"),
        ("1.5 P.A.C.E. contact hours", "1.5", "contact_hour"),
        ("This class gives 1.5 CEUs", "1.5", "ceu"),
        ("3 semester hours", "3", "college_credit"),
        ("CE credits: 2", "2", "ce_credit"),
    ],
)
def test_the_printed_unit_and_amount_are_read_as_printed(text: str, quantity: str, unit: str) -> None:
    assert (values(text)["quantity"], values(text)["unit"]) == (quantity, unit)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("Length: 2 hours", "120"), ("Length: 30-45 minutes", "30"), ("1hr 50 min (total)", "110"), ("1.25 hours", "75")],
)
def test_the_length_is_read_in_minutes_and_a_range_by_its_smaller_end(text: str, minutes: str) -> None:
    assert values(text) == {"minutes": minutes}


def test_an_approver_counts_only_where_the_text_speaks_of_approval() -> None:
    assert values("This activity is approved by the AAMA.")["approved_by"] == "aama"
    assert values("Written for AAMA members and friends") == {}
    assert "approved_by" not in values("This activity is not approved by the AAMA.")


def test_the_day_of_an_event_is_read_but_not_the_day_an_offer_ends() -> None:
    assert values("Date: March 14, 2026")["earned_on"] == "2026-03-14"
    assert values("Date of completion: 16-May-2025")["earned_on"] == "2025-05-16"
    assert values("Expiration date: 08/29/2026") == {}
    assert values("Date: February 31, 2026") == {}


@pytest.mark.parametrize(
    ("text", "quantity", "unit"),
    [
        ("Provider Number 13485, for 2.00 contact hours", "2.00", "contact_hour"),
        ("2.00 contact hour (0.200 CEU(s))", "2.00", "contact_hour"),
        ("Contact Hours: 3.5  CEUs Awarded: 0.4", "3.5", "contact_hour"),
    ],
)
def test_where_hours_and_ceus_are_both_printed_the_hours_are_read(text: str, quantity: str, unit: str) -> None:
    assert (values(text)["quantity"], values(text)["unit"]) == (quantity, unit)


def test_a_telephone_number_is_no_credit_and_the_length_of_an_hour_no_length() -> None:
    assert values("Call (800) 232-4CEU") == {}
    assert "minutes" not in values("1.25 contact hours, based on 60-minute contact hours")


def test_the_most_that_can_be_earned_is_shown_as_the_most() -> None:
    assert read_course_text("Course\nEarn up to 9 CME credits")["quantity"].words == "up to 9 CME credits"


def test_a_price_is_no_amount_of_credit() -> None:
    assert values("$10.00 CEU sale") == {}


def test_every_reading_keeps_the_words_it_came_from() -> None:
    assert read_course_text("Course\nThis is worth 1.5 contact hours.")["unit"].words == "1.5 contact hours"


def test_a_text_that_states_nothing_gives_nothing() -> None:
    assert read_course_text(" \n\n ") == {}
