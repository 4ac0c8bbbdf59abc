"""An amount is read with its unit from wherever the file says it, and never guessed where it matters."""

from __future__ import annotations

from decimal import Decimal

import pytest

from recert.capture.transcripts.amounts import Amount, read_amount, read_minutes
from recert.capture.transcripts.remarks import CellUnreadable


def amount(quantity: str, unit: str = "", kind: str = "course", column: str = "") -> tuple[str, str]:
    found = read_amount(quantity, unit, kind=kind, column=column)
    return str(found.quantity), found.unit


@pytest.mark.parametrize(
    ("quantity", "unit", "meant"),
    [
        ("1.5", "contact_hour", ("1.5", "contact_hour")),
        ("1.50", "CME", ("1.5", "cme")),
        ("1,5", "cme", ("1.5", "cme")),
        ("0,500", "cme", ("0.5", "cme")),
        (".5", "CE credits", ("0.5", "ce_credit")),
        ("100", "points", ("100", "point")),
        ("1.5 CEUs", "", ("1.5", "ceu")),
        ("1.5 CEUs", "aama_ceu", ("1.5", "aama_ceu")),
        ("2 contact hours", "", ("2", "contact_hour")),
        ("2 hrs", "", ("2", "contact_hour")),
        ("2 hours", "clock_hour", ("2", "clock_hour")),
        ("3 horas", "", ("3", "contact_hour")),
        ("15 AMA PRA Category 1 Credit(s)™", "", ("15", "cme")),
        ("0.1 IACET CEU", "", ("0.1", "iacet_ceu")),
        ("3 semester hours", "", ("3", "college_credit")),
        ("0.1234", "cme", ("0.1234", "cme")),
        ("0", "cme", ("0", "cme")),
        ("-0", "cme", ("0", "cme")),
    ],
)
def test_a_quantity_and_its_unit_are_read(quantity: str, unit: str, meant: tuple[str, str]) -> None:
    assert amount(quantity, unit) == meant


@pytest.mark.parametrize(
    "quantity", ["-1", "NaN", "Infinity", "1e9", "1e-1", "10001", "0.12345", "1,500", "1/2", "two", "1.5.1", "$5", "--1",
                 "1 2", "2 apples", "90 minutes", "9" * 400, "½", "+", ","]
)  # fmt: skip
def test_what_is_no_plain_amount_is_refused(quantity: str) -> None:
    with pytest.raises(CellUnreadable):
        read_amount(quantity, "cme", kind="course")


def test_two_different_units_are_refused() -> None:
    with pytest.raises(CellUnreadable, match="column unit says"):
        read_amount("2 contact hours", "cme", kind="course")


def test_an_amount_without_any_unit_is_refused_and_the_unit_named() -> None:
    with pytest.raises(CellUnreadable) as refused:
        read_amount("2", "", kind="course")
    assert refused.value.field == "unit"


def test_the_name_of_the_column_is_a_last_resort_and_is_told() -> None:
    found = read_amount("2", "", kind="course", column="Contact Hours")
    assert found == Amount(Decimal(2), "contact_hour", found.remark)
    assert found.remark is not None
    assert "“Contact Hours” as contact_hour" in found.remark.text


def test_the_column_of_points_is_not_believed_over_the_unit() -> None:
    assert amount("2", "cme", column="Points") == ("2", "cme")


def test_one_cpr_card_needs_no_amount_but_four_of_nothing_do() -> None:
    assert amount("", kind="cpr_card") == ("1", "card")
    assert amount("1", kind="cpr_card") == ("1", "card")
    with pytest.raises(CellUnreadable, match="names no unit"):
        amount("4", kind="cpr_card")


def test_employment_is_in_years() -> None:
    assert amount("3", kind="employment") == ("3", "year")


def test_credits_of_a_college_activity_must_say_which_credits() -> None:
    assert amount("3 college credits", kind="college") == ("3", "college_credit")
    with pytest.raises(CellUnreadable, match="Write college_credit"):
        amount("3 credits", kind="college")


@pytest.mark.parametrize(("text", "minutes"), [("90", 90), ("90 min", 90), ("90.0", 90), ("", None), ("n/a", None)])
def test_minutes_are_whole(text: str, minutes: int | None) -> None:
    assert read_minutes(text) == minutes


@pytest.mark.parametrize("text", ["1.5", "-3", "1 h", "1,000", "9999999"])
def test_a_length_that_is_not_whole_minutes_is_refused(text: str) -> None:
    with pytest.raises(CellUnreadable):
        read_minutes(text)
