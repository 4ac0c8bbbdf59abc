"""Questions: what only the holder or the certifier can answer, asked once and only where it matters."""

from __future__ import annotations

from typing import Any

import pytest

from recert.rules.edition import AlsoRequired, MinimumLength
from recert.rules.transcript import Activity
from recert.rules.verdict import Question
from tests.rules.made import activity, asks, cited, converts, verdict

LONG = MinimumLength(minutes=50, cited=cited("At least 50 minutes."))
SETTLED = {"relevant": True, "certificate": "paper.pdf"}


def asked(*rows: Activity, **changes: Any) -> tuple[Question, ...]:
    return verdict(*rows, **changes).questions


def codes(*rows: Activity, **changes: Any) -> list[tuple[str | None, str]]:
    return [(question.activity, question.code) for question in asked(*rows, **changes)]


def test_approved_credit_raises_no_question() -> None:
    assert codes(activity()) == []


def test_outside_credit_asks_for_relevance_and_proof_until_both_are_given() -> None:
    assert codes(activity(unit="cme")) == [("a", "relevance_not_stated"), ("a", "proof_missing")]
    assert codes(activity(unit="cme", relevant=True)) == [("a", "proof_missing")]
    assert codes(activity(unit="cme", certificate="paper.pdf")) == [("a", "relevance_not_stated")]
    assert codes(activity(unit="cme", **SETTLED)) == []


def test_where_no_approval_is_asked_all_credit_is_outside_credit() -> None:
    assert codes(activity(), approver=None) == [("a", "relevance_not_stated"), ("a", "proof_missing")]


@pytest.mark.parametrize(("on", "expected"), [("2026-06-01", []), ("2026-06-02", [("a", "future_date")])])
def test_a_day_still_to_come_is_a_question_and_counts(on: str, expected: list[tuple[str, str]]) -> None:
    assert codes(activity(on=on)) == expected
    assert verdict(activity(on=on)).activities[0].counted == 100


def test_a_day_still_to_come_is_named() -> None:
    assert asked(activity(on="2026-06-02"))[0].text.startswith("It is dated 2026-06-02, which is still to come.")


def test_a_conversion_that_asks_raises_its_question_with_its_citation() -> None:
    rules = {"conversions": (converts("iacet_ceu", 10, asks=True),)}
    (question,) = asked(activity(unit="iacet_ceu", **SETTLED), **rules)
    assert (question.activity, question.code, question.cited.says) == ("a", "iacet_ceu", "iacet_ceu converts.")
    assert question.text.startswith("Counted as ten hours for each IACET CEU.")


def test_an_ambiguous_unit_is_asked_about_and_nothing_else_of_the_row() -> None:
    (question,) = asked(activity(unit="ceu"))
    assert (question.activity, question.code) == ("a", "unit_ambiguous")
    assert question.text == "“CEU” alone can mean one hour or ten. Say who approved it, or how many minutes it took."


def test_an_unknown_conversion_is_asked_about_with_its_rule() -> None:
    (question,) = asked(activity(unit="year"), conversions=(converts("year", None),))
    assert (question.activity, question.code, question.cited.says) == ("a", "conversion_unknown", "year converts.")
    assert "(year)" in question.text


@pytest.mark.parametrize("left_out", [{"relevant": False}, {"on": "2030-01-01"}])
def test_what_is_left_out_for_good_raises_no_question(left_out: dict[str, Any]) -> None:
    assert codes(activity(unit="cme", **left_out)) == []


def test_a_length_nobody_stated_is_asked_for_where_one_is_required() -> None:
    questions = asked(activity(unit="point", **SETTLED), minimum_length=LONG)
    assert [(q.activity, q.code, q.cited.says) for q in questions] == [
        ("a", "length_not_stated", "At least 50 minutes.")
    ]
    assert questions[0].text == "How long did it take? Activities under 50 minutes do not count."
    assert codes(activity(unit="point", minutes=60, **SETTLED), minimum_length=LONG) == []
    assert codes(activity(unit="cme", **SETTLED), minimum_length=LONG) == []
    assert codes(activity(unit="point", **SETTLED)) == []


def test_a_number_nobody_knows_is_asked_of_the_certifier() -> None:
    (question,) = asked(requirements=(asks("total", None), asks("approved", 5)))
    assert (question.activity, question.code, question.cited.says) == (None, "number_unknown", "total is asked.")
    assert question.text == "No published number was found for “total”. Ask your certifier."


CPR = AlsoRequired(
    about="cpr_required",
    required=True,
    cited=cited("A current CPR card is required."),
    kinds=frozenset({"cpr_card"}),
    words=("bls", "cpr"),
    valid_months=24,
)


def test_what_is_required_besides_points_is_asked_about() -> None:
    (question,) = asked(also_required=(CPR,))
    assert (question.activity, question.code) == (None, "cpr_required")
    assert question.text == "The rules also ask for something besides points: A current CPR card is required."
    assert question.cited is CPR.cited


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        ({"kind": "cpr_card", "on": "2025-01-01"}, True),
        ({"title": "BLS Provider", "on": "2025-01-01"}, True),
        ({"title": "Filing", "on": "2025-01-01"}, False),
        ({"kind": "cpr_card", "on": "2024-11-29"}, False),
        ({"kind": "cpr_card", "on": "2024-11-30"}, True),
        ({"kind": "cpr_card", "on": "2026-11-30"}, True),
        ({"kind": "cpr_card", "on": "2026-12-01"}, False),
    ],
)
def test_a_card_shows_it_while_it_is_still_valid_when_the_cycle_ends(row: dict[str, Any], shown: bool) -> None:
    found = codes(activity(relevant=True, **row), also_required=(CPR,))
    assert ((None, "cpr_required") not in found) is shown


@pytest.mark.parametrize(("on", "shown"), [("2021-11-04", False), ("2021-11-05", True)])
def test_without_a_validity_it_must_fall_in_the_cycle(on: str, shown: bool) -> None:
    signature = AlsoRequired(about="ethics", required=True, cited=cited(), words=("ethics",))
    assert ((None, "ethics") not in codes(activity(title="Ethics", on=on), also_required=(signature,))) is shown


def test_what_is_not_required_is_not_asked_about() -> None:
    free = AlsoRequired(about="cpr_required", required=False, cited=cited())
    assert codes(also_required=(free, CPR)) == [(None, "cpr_required")]


def test_what_nobody_could_confirm_is_said_to_be_unconfirmed() -> None:
    unknown = AlsoRequired(about="audit", required=None, cited=cited("There may be an audit."))
    (question,) = asked(also_required=(unknown,))
    assert question.text == "Nobody could confirm whether this is required: There may be an audit. Ask your certifier."


def test_questions_about_rows_come_first_in_the_files_order() -> None:
    rows = [activity("b", unit="ceu", on="2024-01-01"), activity("a", unit="ceu", on="2023-01-01")]
    requirements = (asks("total", None),)
    found = codes(*rows, requirements=requirements, also_required=(CPR,))
    assert found == [("b", "unit_ambiguous"), ("a", "unit_ambiguous"), (None, "number_unknown"), (None, "cpr_required")]


def test_every_question_of_one_row_is_asked() -> None:
    rules = {"conversions": (converts("point", 1, asks=True),), "minimum_length": LONG}
    found = codes(activity(unit="point", on="2026-06-02"), **rules)
    expected = ["future_date", "iacet_ceu", "relevance_not_stated", "proof_missing", "length_not_stated"]
    assert [code for _, code in found] == expected
