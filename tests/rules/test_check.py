"""Does it count? One activity judged alone and on top of a transcript."""

from __future__ import annotations

from typing import Any

import pytest

from recert.rules.check import CheckAnswer, check
from recert.rules.edition import Fact, KindRule
from recert.rules.transcript import Activity
from tests.rules.made import CYCLE, TODAY, activity, cap, cited, converts, edition


def checked(row: Activity, *transcript: Activity, **changes: Any) -> CheckAnswer:
    return check(row, edition=edition(**changes), cycle=CYCLE, as_of=TODAY, transcript=transcript)


def paper(about: str) -> Fact:
    return Fact(about=about, value=about.upper(), measure="text", cited=cited())


PAPERS = tuple(
    paper(about) for about in ("document_title", "document_organisation", "document_proof", "document_hours", "fee")
)
OUTSIDE = (cap("outside", 10, approved=False),)


def test_credit_that_counts_is_a_yes_with_its_points_and_category() -> None:
    answer = checked(activity(quantity=3, category="clinical"))
    assert (answer.counts, answer.points, answer.counted_as, answer.reasons) == ("yes", 300, {"clinical": 300}, ())


def test_credit_that_is_refused_is_a_no_with_the_reason() -> None:
    refused = (KindRule(kind="employment", accepted=False, cited=cited("Work earns nothing.")),)
    answer = checked(activity(kind="employment", category="clinical"), kinds=refused)
    assert (answer.counts, answer.points, answer.counted_as) == ("no", 0, {})
    assert [reason.code for reason in answer.reasons] == ["kind_not_accepted"]


@pytest.mark.parametrize("unit", ["ceu", "year"])
def test_credit_nobody_can_convert_yet_depends(unit: str) -> None:
    assert checked(activity(unit=unit, category="clinical")).counts == "depends"


def test_a_refusal_is_a_no_though_the_unit_is_open_too() -> None:
    assert checked(activity(unit="ceu", relevant=False)).counts == "no"


def test_points_whose_conversion_asks_depend() -> None:
    answer = checked(
        activity(unit="iacet_ceu", category="clinical"), conversions=(converts("iacet_ceu", 10, asks=True),)
    )
    assert (answer.counts, answer.points) == ("depends", 1000)


def test_missing_proof_and_relevance_leave_a_yes() -> None:
    answer = checked(activity(unit="cme", category="clinical"))
    assert answer.counts == "yes"
    assert [question.code for question in answer.questions] == ["relevance_not_stated", "proof_missing"]


def test_without_a_category_it_still_counts_toward_the_total() -> None:
    answer = checked(activity())
    assert (answer.counts, answer.points, answer.counted_as) == ("yes", 100, {})
    assert [reason.code for reason in answer.reasons] == ["no_category"]


def test_nothing_of_nothing_depends() -> None:
    assert checked(activity(quantity=0)).counts == "depends"


def test_what_the_transcript_has_used_up_no_longer_counts() -> None:
    full = activity("full", 10, "cme", "clinical")
    row = activity("a", 4, "cme", "clinical", on="2024-01-01")
    assert checked(row, caps=OUTSIDE).counts == "yes"
    assert checked(row, full, caps=OUTSIDE).counts == "no"


def test_what_counts_in_part_is_a_yes_with_that_part() -> None:
    row = activity("a", 4, "cme", "clinical", on="2024-01-01")
    answer = checked(row, activity("b", 8, "cme", "clinical"), caps=OUTSIDE)
    assert (answer.counts, answer.points, [reason.code for reason in answer.reasons]) == ("yes", 200, ["over_cap"])


def test_the_answer_carries_the_standing_with_it_added() -> None:
    verdict = checked(activity("new", 3), activity("old", 4)).verdict
    assert [one.id for one in verdict.activities] == ["old", "new"]
    assert (verdict.findings[0].earned, verdict.as_of) == (700, TODAY)


def test_questions_are_those_about_the_activity_alone() -> None:
    other = activity("other", unit="ceu")
    answer = checked(activity("a", unit="cme", certificate="c.pdf"), other)
    assert [(question.activity, question.code) for question in answer.questions] == [("a", "relevance_not_stated")]


@pytest.mark.parametrize(
    ("stated", "missing"),
    [
        ({}, ["document_title", "document_organisation", "document_proof", "document_hours"]),
        ({"title": "T"}, ["document_organisation", "document_proof", "document_hours"]),
        ({"provider": "P"}, ["document_title", "document_proof", "document_hours"]),
        ({"certificate": "c.pdf"}, ["document_title", "document_organisation", "document_hours"]),
    ],
)
def test_the_papers_an_outside_activity_still_needs_are_named(stated: dict[str, str], missing: list[str]) -> None:
    answer = checked(activity(unit="cme", **stated), facts=PAPERS)
    assert [fact.about for fact in answer.missing_documents] == missing


def test_approved_credit_needs_no_papers() -> None:
    assert checked(activity(), facts=PAPERS).missing_documents == ()
