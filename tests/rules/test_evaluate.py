"""Evaluate: whole verdicts under the CMA (AAMA) rules, and under small editions where a shape is the point."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from recert.rulebooks.library import rulebook
from recert.rules.dates import rules_for
from recert.rules.edition import PreEarned
from recert.rules.evaluate import evaluate
from recert.rules.transcript import Activity
from recert.rules.verdict import Verdict
from tests.rules.made import TODAY, activity, cap, cited, short, verdict

CMA, CYCLE = rules_for(rulebook("cma-aama"), certified_on=date(2021, 11, 5))


def stands(*rows: Activity, **asked: Any) -> Verdict:
    return evaluate(rows, edition=CMA, cycle=CYCLE, as_of=TODAY, **asked)


def test_an_empty_transcript_lacks_everything() -> None:
    found = stands()
    assert (found.met, found.gap.points, found.activities) == (False, 6000, ())
    assert short(found) == {"total": 6000, "administrative": 1000, "clinical": 1000, "general": 1000, "approved": 3000}


def test_sixty_clinical_points_still_leave_two_categories_short() -> None:
    found = stands(activity(quantity=60, category="clinical"))
    assert (found.met, found.gap.points) == (False, 2000)
    assert short(found) == {"administrative": 1000, "general": 1000}


def test_a_full_transcript_is_met() -> None:
    found = stands(activity("a", 30, category="administrative|general"), activity("b", 30, "cme", "clinical"))
    assert (found.met, found.gap.points, short(found), found.method) == (True, 0, {}, "closed form")


@pytest.mark.parametrize(("approved", "gap"), [("30", 0), ("29.99", 1), ("20", 1000)])
def test_at_most_thirty_points_come_from_outside(approved: str, gap: int) -> None:
    rows = [activity("a", approved, category="administrative|general"), activity("b", 45, "cme", "clinical")]
    assert stands(*rows).gap.points == gap


def test_the_outside_points_that_count_are_those_that_help_most() -> None:
    rows = [
        activity("a", 30, category="clinical"),
        activity("b", 30, "cme", "clinical"),
        activity("c", 20, "cme", "general|administrative", on="2024-01-01"),
    ]
    found = stands(*rows)
    assert found.met
    assert [one.counted for one in found.activities] == [3000, 1000, 2000]


def test_cards_count_as_clinical_and_approved_up_to_twelve_points() -> None:
    cards = [activity(f"{year}", 1, "card", kind="cpr_card", on=f"{year}-03-01") for year in (2022, 2023, 2024, 2025)]
    found = stands(*cards)
    earned = {finding.about: finding.earned for finding in found.findings}
    assert (earned["total"], earned["clinical"], earned["approved"]) == (1200, 1200, 1200)
    assert [one.counted for one in found.activities] == [400, 400, 400, 0]


def test_a_first_cycle_counts_twenty_points_from_just_before_it() -> None:
    early = activity(quantity=25, category="clinical", on="2021-10-01")
    assert stands(early).activities[0].counted == 0
    found = stands(early, first_cycle=True)
    assert (found.first_cycle, found.activities[0].counted) == (True, 2000)


def test_a_first_cycle_with_mixed_early_credit_is_settled_by_the_solver() -> None:
    early = [
        activity("a", 15, "cme", "clinical", on="2021-10-01"),
        activity("b", 15, category="general", on="2021-10-02"),
    ]
    found = stands(*early, first_cycle=True)
    assert found.method == "solver"
    assert [one.counted for one in found.activities] == [1000, 1000]


def test_the_day_of_the_verdict_never_changes_what_counts() -> None:
    rows = [activity(quantity=5, category="clinical", on="2026-05-01")]
    before, after = (evaluate(rows, edition=CMA, cycle=CYCLE, as_of=day) for day in (date(2026, 1, 1), TODAY))
    assert before.findings == after.findings
    assert ([q.code for q in before.questions], [q.code for q in after.questions]) == (["future_date"], [])


def test_a_verdict_keeps_what_it_was_asked() -> None:
    found = stands(first_cycle=True)
    assert (found.edition, found.cycle, found.as_of, found.first_cycle) == (CMA, CYCLE, TODAY, True)
    assert found.dates.expires_on == CYCLE.ends


def test_the_same_rows_give_the_same_verdict() -> None:
    rows = [activity(str(i), 3, "cme", "clinical|general", on=f"2023-0{i}-01") for i in range(1, 10)]
    assert stands(*rows) == stands(*rows)


def test_early_points_lie_under_every_other_cap_as_well() -> None:
    rules = {
        "caps": (cap("outside", 3, approved=False), cap("pre_earned", 2, before_cycle=True)),
        "pre_earned": PreEarned(months=3, cited=cited()),
    }
    early, later = activity("a", 9, "cme", "clinical", on="2021-11-01"), activity("b", 9, "cme", "clinical")
    found = verdict(early, later, first_cycle=True, **rules)
    assert [one.counted for one in found.activities] == [200, 100]
