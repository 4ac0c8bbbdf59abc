"""What nobody states is not stated; fees are held against what others ask."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recert.quality.judge import FEWEST_PEERS, QUESTIONS, Evidence, Usual, judge

DAY = date(2026, 11, 22)
ANSWERS = st.dictionaries(st.sampled_from(QUESTIONS), st.sampled_from(["yes", "no", "not_stated"]))


def said(answer: str) -> Evidence:
    return Evidence(answer=answer, quoted="…", href="", read_on=DAY)


@given(ANSWERS)
def test_the_score_spans_all_that_is_not_known(answers: dict[str, str]) -> None:
    judged = judge({question: said(answer) for question, answer in answers.items()})
    assert judged.most - judged.least == sum(answer == "not_stated" for answer in judged.answers.values())


def test_one_yes_and_one_no_leave_one_to_five() -> None:
    judged = judge({"methods": said("yes"), "fees": said("no")})
    assert (judged.least, judged.most) == (1, 5)


def test_too_few_prices_say_nothing_of_what_is_usual() -> None:
    few = Usual.of([(100, Decimal(1))] * (FEWEST_PEERS - 1))
    assert few.is_reasonable(99_999, Decimal(1)) == "not_stated"


@pytest.mark.parametrize(("cents", "answer"), [(0, "yes"), (100, "yes"), (300, "yes"), (500, "no")])
def test_a_fee_among_the_dearest_quarter_is_not_reasonable(cents: int, answer: str) -> None:
    usual = Usual.of([(price, Decimal(1)) for price in (100, 150, 200, 250, 300, 300, 310, 320)])
    assert usual.is_reasonable(cents, Decimal(1)) == answer


def test_a_price_without_hours_cannot_be_compared() -> None:
    assert Usual.of([(100, Decimal(1))] * 9).is_reasonable(100, None) == "not_stated"
