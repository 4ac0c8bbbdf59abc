"""Findings, gap and outcomes: what a verdict says of each requirement and each activity."""

from __future__ import annotations

import pytest

from recert.rules import find
from recert.rules.edition import PreEarned
from recert.rules.verdict import Need
from tests.rules.made import activity, asks, cap, cited, edition, outcomes, short, verdict

OUTSIDE = {"caps": (cap("outside", 10, approved=False),)}


def test_a_finding_says_what_is_needed_earned_and_short() -> None:
    found = verdict(activity(quantity="7.5", category="clinical"))
    assert [(f.about, f.needed, f.earned, f.short, f.met) for f in found.findings] == [
        ("total", 3000, 750, 2250, False),
        ("clinical", 1000, 750, 250, False),
        ("general", 500, 0, 500, False),
        ("approved", 1200, 750, 450, False),
    ]
    assert found.findings[1].cited.says == "clinical is asked."


@pytest.mark.parametrize(("quantity", "met"), [("29.99", False), ("30", True), ("31", True)])
def test_exactly_what_is_needed_is_enough(quantity: str, met: bool) -> None:
    found = verdict(activity(quantity=quantity, category="clinical|general"))
    assert found.met is met
    assert short(found) == ({} if met else {"total": 1})


def test_a_number_nobody_knows_is_neither_met_nor_short() -> None:
    found = verdict(activity(quantity=5), requirements=(asks("total", None), asks("approved", 5)))
    assert [(f.needed, f.earned, f.short, f.met) for f in found.findings] == [
        (None, 500, None, None),
        (500, 500, 0, True),
    ]
    assert (found.met, found.gap.points) == (None, 0)


def test_a_shortfall_is_a_no_whatever_nobody_knows() -> None:
    assert verdict(requirements=(asks("total", None), asks("approved", 5))).met is False


def test_approval_counts_what_is_approved_alone() -> None:
    found = verdict(activity("a", 4, "cme"), activity("b", 3))
    assert {f.about: f.earned for f in found.findings} == {"total": 700, "clinical": 0, "general": 0, "approved": 300}


def test_the_gap_names_categories_and_approval_rather_than_the_total() -> None:
    gap = verdict(activity(quantity=20, category="clinical")).gap
    assert (gap.points, gap.needs) == (1000, (Need("general", 500),))


def test_the_gap_names_the_total_where_nothing_narrower_is_short() -> None:
    gap = verdict(activity(quantity=20, category="clinical|general")).gap
    assert (gap.points, gap.needs) == (1000, (Need("total", 1000),))


def test_nothing_short_needs_nothing() -> None:
    gap = verdict(activity(quantity=30, category="clinical|general")).gap
    assert (gap.points, gap.needs) == (0, ())


def test_needs_overlap_so_the_gap_is_less_than_their_sum() -> None:
    gap = verdict(activity(quantity=25, unit="cme", category="clinical")).gap
    assert (gap.points, gap.needs) == (1200, (Need("general", 500), Need("approved", 1200)))


def test_an_outcome_says_what_counts_and_as_what() -> None:
    one = outcomes(activity(quantity=3, category="clinical=2;general=1"))["a"]
    assert (one.points, one.counted, one.counted_as, one.reasons) == (300, 300, {"clinical": 200, "general": 100}, ())
    assert one.approved


def test_an_outcome_lists_its_categories_in_the_rulebooks_order() -> None:
    one = outcomes(activity(quantity=3, category="general=1;clinical=2"))["a"]
    assert list(one.counted_as) == ["clinical", "general"]


def test_two_parts_in_one_category_count_together() -> None:
    one = outcomes(activity(quantity=3, category="clinical=2;clinical=1"))["a"]
    assert (one.counted, one.counted_as) == (300, {"clinical": 300})


def test_outcomes_keep_the_files_order_whatever_was_earned_first() -> None:
    rows = [activity("z", on="2025-01-01"), activity("left out", relevant=False), activity("a", on="2022-01-01")]
    assert list(outcomes(*rows)) == ["z", "left out", "a"]


def test_what_is_left_out_counts_nothing_but_keeps_its_points_and_reasons() -> None:
    one = outcomes(activity(quantity=2, unit="cme", relevant=False))["a"]
    assert (one.points, one.counted, one.counted_as, one.approved) == (200, 0, {}, False)
    assert [reason.code for reason in one.reasons] == ["not_relevant"]


def test_points_over_a_cap_count_in_part_and_say_why() -> None:
    one = outcomes(activity(quantity="12.5", unit="cme", category="clinical"), **OUTSIDE)["a"]
    assert (one.counted, one.counted_as) == (1000, {"clinical": 1000})
    (reason,) = one.reasons
    assert (reason.code, reason.cited.says) == ("over_cap", "outside is limited.")
    assert reason.text == "Over the limit of 10 points for this kind of credit: 10 of 12.5 count."


def test_points_exactly_at_a_cap_all_count() -> None:
    assert outcomes(activity(quantity=10, unit="cme", category="clinical"), **OUTSIDE)["a"].reasons == ()


def test_points_wholly_over_a_cap_count_nothing() -> None:
    rows = [activity("a", 10, "cme", "clinical"), activity("b", 1, "cme", "clinical")]
    found = outcomes(*rows, **OUTSIDE)
    assert (found["a"].reasons, found["b"].counted, found["b"].counted_as) == ((), 0, {})
    assert [reason.code for reason in found["b"].reasons] == ["over_cap"]


def test_early_points_over_their_own_cap_say_so() -> None:
    rules = {
        "caps": (cap("pre_earned", 2, before_cycle=True),),
        "pre_earned": PreEarned(months=3, cited=cited()),
    }
    one = outcomes(activity(quantity=5, category="clinical", on="2021-11-01"), first_cycle=True, **rules)["a"]
    assert (one.counted, [reason.cited.says for reason in one.reasons]) == (200, ["pre_earned is limited."])


def test_the_first_cap_that_holds_an_activity_is_the_one_named() -> None:
    caps = (cap("outside", 10, approved=False), cap("seminars", 3, kinds=frozenset({"seminar"})))
    one = outcomes(activity(quantity=5, unit="cme", category="clinical", kind="seminar"), caps=caps)["a"]
    assert [reason.cited.says for reason in one.reasons] == ["outside is limited."]


@pytest.mark.parametrize(
    ("category", "codes"), [("", ["no_category"]), ("astrology", ["no_category"]), ("general", [])]
)
def test_points_without_a_known_category_count_toward_the_total_and_say_so(category: str, codes: list[str]) -> None:
    one = outcomes(activity(category=category))["a"]
    assert [reason.code for reason in one.reasons] == codes
    assert one.counted == 100
    assert one.counted_as == ({"general": 100} if category == "general" else {})


@pytest.mark.parametrize(
    ("category", "told"),
    [
        ("", "Its area is not stated. Until it is, it counts only toward the total."),
        ("astrology", "It has no category that this credential counts, so it counts only toward the total."),
        (
            "general=1;astrology=1",
            "It has no category that this credential counts, so it counts only toward the total.",
        ),
    ],
)
def test_an_area_that_nobody_stated_is_not_said_to_be_one_that_counts_nowhere(category: str, told: str) -> None:
    one = outcomes(activity(quantity=2, category=category))["a"]
    assert [reason.text for reason in one.reasons] == [told]


def test_an_edition_without_categories_misses_none() -> None:
    one = outcomes(activity(), requirements=(asks("total", 10),))["a"]
    assert (one.reasons, one.counted) == ((), 100)


def test_points_over_a_cap_and_without_category_say_both() -> None:
    one = outcomes(activity(quantity=12, unit="cme"), **OUTSIDE)["a"]
    assert [reason.code for reason in one.reasons] == ["over_cap", "no_category"]


def test_what_nothing_adds_to_is_earned_zero() -> None:
    assert [f.earned for f in find.findings(edition().requirements, {})] == [0, 0, 0, 0]
