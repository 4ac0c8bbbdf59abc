"""The converter is exact: what a decimal cannot write is written as a fraction."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recert.rules.transcript import MINUTES_IN
from recert.web.guide.converter import AmountUnreadable, convert, read_amount


def in_units(amount: str, unit: str) -> dict[str, str]:
    return {row.unit: row.text for row in convert(read_amount(amount), unit)[1]}


def test_one_iacet_ceu_is_ten_hours_and_twelve_fifty_minute_contact_hours() -> None:
    assert (in_units("1", "iacet_ceu")["clock_hour"], in_units("1", "iacet_ceu")["contact_hour"]) == ("10", "12")


def test_a_tenth_of_an_iacet_ceu_is_one_hour() -> None:
    assert in_units("0.1", "iacet_ceu")["clock_hour"] == "1"


def test_fifty_minutes_are_five_sixths_of_a_cme_credit_exactly() -> None:
    assert in_units("1", "aama_ceu")["cme"] == "5/6"


@given(st.fractions(min_value=Fraction(1, 10_000), max_value=10_000), st.sampled_from(sorted(MINUTES_IN)))
def test_converting_there_and_back_loses_nothing(amount: Fraction, unit: str) -> None:
    minutes, _ = convert(amount, unit)
    assert minutes / MINUTES_IN[unit] == amount


@pytest.mark.parametrize("text", ["", "two", "0", "-1", "NaN", "1e9", "0.00001"])
def test_an_amount_that_cannot_be_meant_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(AmountUnreadable, match="Write"):
        read_amount(text)
