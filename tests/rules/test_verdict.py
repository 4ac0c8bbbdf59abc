"""Sentences of a verdict: templates over named values, whole once filled in."""

from __future__ import annotations

import re

import pytest

from recert.rules import wording
from recert.rules.verdict import Question, Reason

SENTENCES = {name: text for name, text in vars(wording).items() if isinstance(text, str) and name.isupper()}


def test_a_reason_and_a_question_are_their_wording_over_their_values() -> None:
    values = {"day": "2026-06-02"}
    assert Reason(code="not_relevant", wording="On %(day)s.", values=values).text == "On 2026-06-02."
    assert Question(code="future_date", wording="On %(day)s?", values=values).text == "On 2026-06-02?"


@pytest.mark.parametrize("name", SENTENCES)
def test_every_sentence_is_whole_once_its_names_are_filled_in(name: str) -> None:
    text = SENTENCES[name]
    names = re.findall(r"%\((\w+)\)s", text)
    filled = text % dict.fromkeys(names, "x")
    assert "%" not in filled
    assert filled[0].isupper() or filled[0] == "“"
    assert filled.endswith((".", "?", "x"))
