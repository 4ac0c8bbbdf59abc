"""What is missing, in one sentence, in either language."""

from __future__ import annotations

from typing import Any

import pytest

from recert.web.base import missing as sentences


def document(
    short: dict[str, str], *, gap: str, met: bool = False, needs: dict[str, str] | None = None
) -> dict[str, Any]:
    narrower = {about: points for about, points in short.items() if about != "total"} or short
    found = [{"about": about, "short": points, "met": points == "0"} for about, points in short.items()]
    asked = [{"about": about, "points": points} for about, points in (needs or narrower).items() if points != "0"]
    standing = {"met": met, "findings": found, "gap": {"points": gap, "needs": asked}}
    return {**standing, "activities": [], "questions": []}


def told(short: dict[str, str], gap: str) -> str:
    return sentences.missing(document(short, gap=gap), certifier="AAMA")


def test_a_category_and_approval_are_named_apart_because_they_overlap() -> None:
    said = told({"total": "6", "administrative": "6", "approved": "10"}, "10")
    assert said == "Still missing: 6 administrative points, and 10 of what you still earn must be AAMA-approved."


def test_several_categories_are_joined_with_and() -> None:
    said = told({"total": "10", "administrative": "6", "general": "4"}, "10")
    assert said == "Still missing: 6 administrative points and 4 general points."


def test_what_the_total_lacks_beyond_the_categories_may_be_of_any_kind() -> None:
    said = told({"total": "16", "administrative": "6"}, "16")
    assert said == "Still missing: 6 administrative points and 10 more of any kind."


def test_only_a_total_needs_no_kind() -> None:
    assert told({"total": "8.5"}, "8.5") == "Still missing: 8.5 points."


def test_one_point_is_singular() -> None:
    assert told({"total": "1", "clinical": "1"}, "1") == "Still missing: 1 clinical point."


def test_when_all_that_is_missing_must_be_approved_it_is_said_once() -> None:
    assert told({"total": "10", "approved": "10"}, "10") == "Still missing: 10 AAMA-approved points."


def test_approval_alone_can_be_missing() -> None:
    assert told({"total": "0", "approved": "3"}, "3") == "Still missing: 3 AAMA-approved points."


def test_nothing_missing_is_said_plainly() -> None:
    assert sentences.missing(document({}, gap="0", met=True), certifier="AAMA") == "Every requirement is met."


def test_what_is_met_only_by_what_is_still_to_come_names_the_day() -> None:
    counted = [{"id": "1", "counted": "4"}, {"id": "2", "counted": "6"}, {"id": "3", "counted": "0"}]
    days = {"1": "2027-02-01", "2": "2027-03-01", "3": "2027-05-01"}
    asked = [{"code": "future_date", "activity": of, "values": {"day": day}} for of, day in days.items()]
    ahead = {**document({}, gap="0", met=True), "activities": counted, "questions": asked}
    said = sentences.missing(ahead, certifier="AAMA")
    assert said == "Every requirement is met once what is still to come is done, on March 1, 2027."
    assert sentences.is_ready(ahead) is False


def test_a_number_nobody_knows_is_sent_to_the_certifier() -> None:
    unknown = {
        "met": None,
        "findings": [{"about": "total", "short": None, "met": None}],
        "gap": {"points": "0", "needs": []},
    }
    assert "Ask your certifier" in sentences.missing(unknown, certifier="AAMA")


@pytest.mark.parametrize(
    ("days", "said"), [(1, "1 day left"), (0, "0 days left"), (-1, "Ended 1 day ago"), (-9, "Ended 9 days ago")]
)
def test_days_left_count_down_and_then_up(days: int, said: str) -> None:
    assert sentences.days_left(days) == said
