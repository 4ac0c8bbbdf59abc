"""Screening: every reason an activity does not count, on its exact edge."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from recert.rules.edition import KindRule, MinimumLength, PreEarned, RecurringTraining, Repeats
from recert.rules.screen import Screening, window_starts
from recert.rules.transcript import Activity
from tests.rules.made import CYCLE, activity, cited, edition, reasons, screened

PRE_EARNED = PreEarned(months=3, cited=cited())
LONG = MinimumLength(minutes=50, cited=cited("At least 50 minutes."))


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2021-11-04", ["outside_cycle"]),
        ("2021-11-05", []),
        ("2026-11-30", []),
        ("2026-12-01", ["outside_cycle"]),
    ],
)
def test_both_days_of_the_cycle_belong_to_it(on: str, expected: list[str]) -> None:
    assert reasons(activity(on=on)) == [expected]


def test_a_day_outside_the_cycle_is_told_with_both_of_its_days() -> None:
    (one,) = screened(activity(on="2020-01-31"))
    assert one.reasons[0].text == "Earned on 2020-01-31, outside the cycle that runs from 2021-11-05 to 2026-11-30."
    assert not one.counts


@pytest.mark.parametrize(
    ("on", "expected"), [("2021-08-04", ["outside_cycle"]), ("2021-08-05", []), ("2021-11-04", [])]
)
def test_a_first_cycle_opens_its_window_months_earlier(on: str, expected: list[str]) -> None:
    assert reasons(activity(on=on), first_cycle=True, pre_earned=PRE_EARNED) == [expected]


@pytest.mark.parametrize(
    ("first_cycle", "allowed", "starts"),
    [(True, True, date(2021, 8, 5)), (True, False, CYCLE.starts), (False, True, CYCLE.starts)],
)
def test_the_window_is_wider_only_in_a_first_cycle_that_allows_it(
    first_cycle: bool, allowed: bool, starts: date
) -> None:
    rules = edition(pre_earned=PRE_EARNED if allowed else None)
    assert window_starts(rules, CYCLE, first_cycle) == starts


@pytest.mark.parametrize(("on", "early"), [("2021-11-04", True), ("2021-11-05", False)])
def test_what_was_earned_before_the_cycle_is_early(on: str, early: bool) -> None:
    (one,) = screened(activity(on=on), first_cycle=True, pre_earned=PRE_EARNED)
    assert one.early is early


@pytest.mark.parametrize(
    ("minutes", "unit", "expected"),
    [(49, "cme", ["too_short"]), (50, "cme", []), (None, "cme", []), (None, "point", []), (0, "point", ["too_short"])],
)
def test_exactly_the_minimum_length_counts(minutes: int | None, unit: str, expected: list[str]) -> None:
    assert reasons(activity(unit=unit, minutes=minutes), minimum_length=LONG) == [expected]


@pytest.mark.parametrize(("quantity", "unit", "expected"), [("0.99", "contact_hour", True), ("0.84", "cme", False)])
def test_without_minutes_the_unit_tells_the_length(quantity: str, unit: str, expected: bool) -> None:
    (codes,) = reasons(activity("a", quantity, unit), minimum_length=LONG)
    assert ("too_short" in codes) is expected


def test_approved_credit_may_be_short() -> None:
    assert reasons(activity(minutes=20), minimum_length=LONG) == [[]]


def test_too_short_says_how_long_it_was_and_how_long_it_must_be() -> None:
    (one,) = screened(activity("a", "0.7501", "cme"), minimum_length=LONG)
    assert one.reasons[0].text == "Lasted 45.006 minutes; activities without this approval must last at least 50."
    assert one.reasons[0].cited.says == "At least 50 minutes."


def same(name: str, **changes: Any) -> Activity:
    return activity(name, title="Order of Draw", provider="Lab Co", **changes)


def test_the_same_course_on_the_same_day_counts_once_and_the_first_in_the_file_is_it() -> None:
    rows = screened(same("first"), same("second"))
    assert [one.counts for one in rows] == [True, False]
    assert rows[1].reasons[0].text == "The same activity is already listed as first; it counts once."


def test_the_same_course_on_another_day_is_another_activity() -> None:
    assert reasons(same("a"), same("b", on="2023-05-02")) == [[], []]


def test_a_certificate_proves_one_activity() -> None:
    rows = [activity("a", certificate="x.pdf"), activity("b", certificate="x.pdf", on="2024-01-01")]
    assert reasons(*rows) == [[], ["duplicate"]]


def test_no_certificate_and_no_title_are_no_likeness() -> None:
    assert reasons(activity("a"), activity("b"), activity("c", title="T"), activity("d", title="T")) == [[]] * 4


def test_what_does_not_count_duplicates_nothing() -> None:
    refused = same("a", relevant=False)
    assert reasons(refused, same("b"), same("c")) == [["not_relevant"], [], ["duplicate"]]


def test_a_duplicate_by_one_likeness_does_not_lend_its_other() -> None:
    rows = [same("a"), same("b", certificate="x.pdf"), activity("c", certificate="x.pdf")]
    assert reasons(*rows) == [[], ["duplicate"], []]


def test_every_reason_is_given_in_order() -> None:
    row = activity(on="2020-01-01", unit="year", relevant=False, minutes=10)
    assert reasons(row, minimum_length=LONG) == [["outside_cycle", "not_relevant", "conversion_unknown", "too_short"]]


@pytest.mark.parametrize(("on", "expected"), [("2023-12-31", []), ("2024-01-01", ["kind_not_accepted"])])
def test_a_kind_is_accepted_up_to_its_last_day(on: str, expected: list[str]) -> None:
    rule = KindRule(kind="teaching", until=date(2023, 12, 31), cited=cited("Up to 2023."))
    (one,) = screened(activity(kind="teaching", on=on), kinds=(rule,))
    assert [reason.code for reason in one.reasons] == expected
    for reason in one.reasons:
        assert reason.text == "This kind of activity (teaching) was accepted only up to 2023-12-31."
        assert reason.cited == rule.cited


def repeats(within: str) -> Repeats:
    return Repeats(within=within, cited=cited("A course counts once."))


def test_a_course_taken_again_in_the_cycle_counts_once_where_the_edition_says_so() -> None:
    rows = [same("late", on="2024-05-01"), same("early", on="2023-05-01")]
    found = screened(*rows, repeats=repeats("cycle"))
    assert [one.counts for one in found] == [False, True]
    assert found[0].reasons[0].text == "This course was already taken (early); it does not count again."
    assert found[0].reasons[0].cited.says == "A course counts once."


@pytest.mark.parametrize(("within", "expected"), [("cycle", []), ("ever", ["duplicate"])])
def test_a_course_of_an_earlier_cycle_counts_against_only_a_rule_for_ever(within: str, expected: list[str]) -> None:
    rows = [same("a", on="2021-11-04"), same("b")]
    assert reasons(*rows, repeats=repeats(within))[1] == expected


def test_a_course_of_the_cycles_first_day_counts_against_a_later_one() -> None:
    assert reasons(same("a", on="2021-11-05"), same("b"), repeats=repeats("cycle"))[1] == ["duplicate"]


def test_the_same_day_twice_is_a_duplicate_and_no_repeat_as_well() -> None:
    assert reasons(same("a"), same("b"), repeats=repeats("ever")) == [[], ["duplicate"]]


def test_other_courses_and_nameless_ones_repeat_nothing() -> None:
    rows = [activity("a", title="T", provider="P"), activity("b", title="T", provider="Q", on="2024-01-01")]
    nameless = [activity("c", on="2024-02-01"), activity("d", on="2024-03-01")]
    assert reasons(*rows, *nameless, repeats=repeats("ever")) == [[]] * 4


HIV_ONCE_IN_FIVE_YEARS = RecurringTraining(
    once_per_months=60,
    topics={"HIV": ("hiv", "aids"), "OSHA": ("osha",)},
    kinds=frozenset({"in_service"}),
    cited=cited("Once in five years."),
)


def training(name: str, title: str, on: str, kind: str = "in_service") -> Activity:
    return activity(name, title=title, on=on, kind=kind)


@pytest.mark.parametrize(("on", "expected"), [("2026-10-31", ["duplicate"]), ("2026-11-01", [])])
def test_a_recurring_training_counts_again_after_its_months_to_the_day(on: str, expected: list[str]) -> None:
    rows = [training("a", "HIV basics", "2021-11-01"), training("b", "AIDS update", on)]
    assert reasons(*rows, recurring=HIV_ONCE_IN_FIVE_YEARS)[1] == expected


def test_a_recurring_training_names_its_topic_and_the_one_that_counts() -> None:
    rows = [training("a", "HIV basics", "2022-01-01"), training("b", "Hiv again", "2023-01-01")]
    (_, again) = screened(*rows, recurring=HIV_ONCE_IN_FIVE_YEARS)
    assert again.reasons[0].text == "Training on HIV counts once in 60 months; a already counts for it."
    assert again.reasons[0].cited.says == "Once in five years."


@pytest.mark.parametrize(
    ("title", "kind"), [("OSHA rules", "in_service"), ("First aid", "in_service"), ("HIV again", "course")]
)
def test_other_topics_and_kinds_are_no_recurring_training(title: str, kind: str) -> None:
    rows = [training("a", "HIV basics", "2022-01-01"), training("b", title, "2023-01-01", kind)]
    assert reasons(*rows, recurring=HIV_ONCE_IN_FIVE_YEARS)[1] == []


@pytest.mark.parametrize(("within", "expected"), [("cycle", []), ("ever", ["duplicate"])])
def test_a_course_that_did_not_count_stands_in_the_way_only_of_a_rule_for_ever(
    within: str, expected: list[str]
) -> None:
    rows = [same("a", relevant=False), same("b", on="2024-01-01")]
    assert reasons(*rows, repeats=repeats(within))[1] == expected


def test_a_training_that_did_not_count_itself_holds_up_no_later_one() -> None:
    rows = [
        training("counts", "HIV", "2018-01-01"),
        training("too soon", "HIV", "2021-12-01"),
        training("again", "HIV", "2024-01-01"),
    ]
    expected = [["outside_cycle"], ["duplicate"], []]
    assert reasons(*rows, recurring=HIV_ONCE_IN_FIVE_YEARS) == expected


def test_one_activity_more_is_judged_after_all_others_and_nothing_is_added() -> None:
    screening = Screening.over(
        [same("a"), same("b", relevant=False)], edition=edition(repeats=repeats("cycle")), cycle=CYCLE
    )
    more = same("c", on="2024-01-01")
    for _ in range(2):
        assert [reason.values["other"] for reason in screening.judged(more).reasons] == ["a"]
    assert [row.activity.id for row in screening.rows] == ["a", "b"]


def test_one_activity_more_may_repeat_what_did_not_count() -> None:
    screening = Screening.over([same("a", relevant=False)], edition=edition(repeats=repeats("cycle")), cycle=CYCLE)
    assert screening.judged(same("b", on="2024-01-01")).counts


def test_one_activity_more_is_a_duplicate_of_what_counts() -> None:
    screening = Screening.over([same("a")], edition=edition(), cycle=CYCLE)
    assert [reason.code for reason in screening.judged(same("b")).reasons] == ["duplicate"]


def test_a_course_too_short_to_count_may_be_taken_again() -> None:
    rows = [same("a", unit="cme", minutes=20), same("b", unit="cme", minutes=60, on="2024-01-01")]
    assert reasons(*rows, repeats=repeats("cycle"), minimum_length=LONG) == [["too_short"], []]


def test_a_cycle_is_no_first_one_unless_that_is_said() -> None:
    screening = Screening.over([activity(on="2021-11-04")], edition=edition(pre_earned=PRE_EARNED), cycle=CYCLE)
    assert [row.counts for row in screening.rows] == [False]
