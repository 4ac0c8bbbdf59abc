"""What counts as right, found, asked, missed and guessed."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.score import Mark, is_right, kinds, marks, paired
from evaluation.tally import grave, row, spread, tallied
from evaluation.truth import Entry

COURSE = Entry(
    kind="course",
    page=1,
    fields={
        "title": "Wound Care Essentials",
        "holder": "Dana Whitfield",
        "earned_on": "2025-03-14",
        "quantity": "1.50",
    },
    optional={"approved_by": "accme;ancc"},
)


def said(
    kind: str = "course", page: int = 1, asks: tuple[str, ...] = (), **fields: tuple[str, float]
) -> dict[str, Any]:
    values = {name: {"value": value, "confidence": sure} for name, (value, sure) in fields.items()}
    return {"kind": kind, "page": page, "fields": values, "questions": [{"field": one} for one in asks]}


def outcomes(reading: dict[str, Any], truth: Entry = COURSE) -> dict[str, str]:
    return {mark.field: mark.outcome for mark in marks([truth], [reading])}


@pytest.mark.parametrize(
    ("field", "value", "answer"),
    [
        ("title", "WOUND CARE\nESSENTIALS", "Wound Care Essentials"),
        ("title", "“Etica y confidencialidad”", "Ética y confidencialidad"),
        ("holder", "Dana Whitfield, CMA (AAMA)", "Dana Whitfield"),
        ("holder", "DANA WHITFIELD RN", "Dana Whitfield"),
        ("quantity", "1.5", "1.50"),
        ("expires_on", "2028-02-29", "2028-02"),
        ("approved_by", "ancc", "accme;ancc"),
        ("approval_number", "578 123 25", "578-123-25"),
    ],
)
def test_the_same_thing_written_differently_is_right(field: str, value: str, answer: str) -> None:
    assert is_right(field, value, [answer])


@pytest.mark.parametrize(
    ("field", "value", "answer"),
    [
        ("title", "Wound Care", "Wound Care Essentials"),
        ("holder", "Dana Whitfeld", "Dana Whitfield"),
        ("quantity", "15", "1.5"),
        ("quantity", "", "1.5"),
        ("earned_on", "2025-03-15", "2025-03-14"),
        ("earned_on", "2025-03", "2025-03-14"),
        ("expires_on", "2028-02-28", "2028-02"),
        ("approved_by", "aama", "accme;ancc"),
        ("approved_by", "", "accme;ancc"),
        ("unit", "cme", "cne"),
    ],
)
def test_another_thing_is_wrong(field: str, value: str, answer: str) -> None:
    assert not is_right(field, value, [answer])


def test_each_field_of_the_paper_gets_one_mark() -> None:
    reading = said(
        title=("Wound Care Essentials", 0.9), holder=("Dana", 0.9), earned_on=("2025-03-14", 0.6), asks=("quantity",)
    )
    expected = {"title": "right", "holder": "wrong", "earned_on": "hinted", "quantity": "asked"}
    assert outcomes(reading) == expected


def test_a_doubtful_wrong_value_was_asked_and_silence_was_missed() -> None:
    reading = said(title=("Wound", 0.5), holder=("Dana Whitfield", 0.9), earned_on=("2025-03-14", 0.9))
    assert outcomes(reading) == {"title": "asked", "holder": "right", "earned_on": "right", "quantity": "missed"}


def test_sure_of_what_the_paper_does_not_say_is_invented() -> None:
    assert outcomes(said(expires_on=("2027-03-14", 0.9)))["expires_on"] == "invented"
    assert "expires_on" not in outcomes(said(expires_on=("2027-03-14", 0.5)))


def test_what_may_be_read_is_right_or_invented_and_never_missed() -> None:
    assert outcomes(said(approved_by=("ancc", 0.9)))["approved_by"] == "right"
    assert outcomes(said(approved_by=("aama", 0.9)))["approved_by"] == "invented"
    assert "approved_by" not in outcomes(said())


def test_readings_are_paired_with_the_certificate_they_fit() -> None:
    other = Entry(kind="course", page=2, fields={"title": "Taping and Bracing", "quantity": "1.0"})
    first, second = said(title=("Wound Care Essentials", 0.9)), said(title=("Taping and Bracing", 0.9), page=2)
    assert [one for _, one in paired([COURSE, other], [second, first])] == [first, second]


def test_a_reading_too_many_is_counted() -> None:
    extra = said(title=("Keep for four years", 0.9), page=3)
    found = list(marks([COURSE], [said(title=("Wound Care Essentials", 0.9)), extra]))
    assert Mark("title", "invented", "Keep for four years") in found
    assert list(kinds([COURSE], [said(), extra])) == [("course", "course"), ("", "course")]


def test_what_is_no_certificate_is_judged_by_its_kind_alone() -> None:
    receipt = Entry(kind="not_a_certificate", page=1, fields={})
    assert list(marks([receipt], [said("not_a_certificate", quantity=("3.5", 0.9))])) == []
    assert list(kinds([receipt], [said("course")])) == [("not_a_certificate", "course")]


def test_nothing_read_misses_every_field() -> None:
    assert {mark.outcome for mark in marks([COURSE], [])} == {"missed"}
    assert list(kinds([COURSE], [])) == [("course", "")]


def test_rates_are_of_what_they_say() -> None:
    outcomes = ["right"] * 6 + ["wrong", "hinted", "asked", "missed"]
    counted = row([*(Mark("title", one, "x", "y") for one in outcomes), Mark("title", "invented", "x", "")])
    assert (counted["there"], counted["found"], counted["sure"]) == (10, 7, 8)
    assert (counted["precision"], counted["recall"]) == ("75.0 %", "70.0 %")
    assert counted["asked_instead_of_guessed"] == "50.0 %"


def test_only_surely_wrong_amounts_and_days_are_grave() -> None:
    found = [
        Mark("quantity", "wrong"),
        Mark("quantity", "asked"),
        Mark("title", "wrong"),
        Mark("expires_on", "invented"),
    ]
    assert [one.field for one in grave(found)] == ["quantity", "expires_on"]


def test_an_empty_run_has_no_rates() -> None:
    assert tallied([])["all"]["precision"] == "–"
    assert spread([]) == {}
