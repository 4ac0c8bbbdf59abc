"""The scenarios' own judge: it must fail when a promise is broken, and when something happens that nobody promised."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rulebooks.scenario import Differs, Scenario, ScenarioUnreadable

SHORT = {
    "name": "n", "because": "b", "credential": "ccma-nha", "cycle": "2025-02-01..2027-01-31", "as_of": "2026-11-22",
    "transcript": [{"earned_on": "2026-05-01", "quantity": "9", "unit": "ce_credit"}],
}  # fmt: skip


def held(**expect: Any) -> None:
    Scenario("n.yaml", {**SHORT, "expect": expect}).hold()


def test_a_kept_promise_holds() -> None:
    held(short={"total": "1"}, gap="1", counted={"1": "9"}, edition="undated")


@pytest.mark.parametrize(
    "broken",
    [{}, {"short": {"total": "2"}}, {"short": {"total": "1"}, "met": "true"}, {"short": {"total": "1"}, "gap": "2"},
     {"short": {"total": "1"}, "counted": {"1": "8"}}, {"short": {"total": "1"}, "reasons": {"1": ["too_short"]}},
     {"short": {"total": "1"}, "dates": {"expires_on": "2027-01-30"}}, {"refused": "anything"},
     {"short": {"total": "1"}, "questions": {"1": []}}, {"short": {"total": "1"}, "edition": "2020-01-01"}],
    ids=str,
)  # fmt: skip
def test_a_broken_promise_fails(broken: dict[str, Any]) -> None:
    with pytest.raises(Differs):
        held(**broken)


def test_an_unlisted_reason_fails() -> None:
    rows = [{"earned_on": "2024-05-01", "quantity": "9", "unit": "ce_credit"}, *SHORT["transcript"]]
    with pytest.raises(Differs, match="outside_cycle"):
        Scenario("n.yaml", {**SHORT, "transcript": rows, "expect": {"short": {"total": "1"}}}).hold()


def test_a_word_nobody_understands_is_refused() -> None:
    with pytest.raises(ScenarioUnreadable, match="shrot"):
        held(shrot={"total": "1"})


def test_a_refusal_nobody_promised_is_an_error() -> None:
    with pytest.raises(ValueError, match="prints the day"):
        Scenario("n.yaml", {**SHORT, "certified": "2025-02-01", "expect": {}}).hold()
