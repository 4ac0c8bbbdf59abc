"""Two records of the same activities: every activity comes out once, and the same things find each other."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from recert.capture.transcripts.reconcile import Difference, reconcile
from recert.rules.transcript import Activity

TITLES = [
    "Wound Care Essentials",
    "Coding Updates",
    "Pediatric Vital Signs",
    "Ethics",
    "Order of Draw",
    "Order of Drugs",
]
DAYS = st.integers(0, 400).map(lambda n: date(2024, 1, 1) + timedelta(days=n))


def done(title: str = "Wound Care Essentials", day: str = "2025-03-14", quantity: str = "1.5", **more: str) -> Activity:
    return Activity(
        id=more.pop("id", f"{title} {day}"), earned_on=date.fromisoformat(day), title=title,
        quantity=Decimal(quantity), unit="aama_ceu", **more,  # type: ignore[arg-type]
    )  # fmt: skip


@st.composite
def records(draw: st.DrawFn) -> list[Activity]:
    rows = draw(st.lists(st.tuples(st.sampled_from(TITLES), DAYS, st.sampled_from(["1", "1.5", "2"])), max_size=8))
    return [done(title, day.isoformat(), quantity, id=str(n)) for n, (title, day, quantity) in enumerate(rows)]


def test_the_same_activity_matches_and_does_not_differ() -> None:
    (match,) = reconcile([done()], [done("WOUND CARE ESSENTIALS")]).matched
    assert match.differences == ()


def test_a_reported_day_and_amount_may_differ() -> None:
    (match,) = reconcile([done()], [done(day="2025-03-28", quantity="1.25")]).matched
    assert match.differences == (
        Difference("earned_on", "2025-03-14", "2025-03-28"),
        Difference("quantity", "1.5", "1.25"),
    )


def test_a_shortened_title_on_the_same_day_is_the_same_course() -> None:
    assert reconcile([done("Wound Care Essentials for MAs")], [done("Wound Care Essentials")]).matched


def test_other_courses_and_the_same_course_a_year_later_do_not_match() -> None:
    found = reconcile([done(), done("Ethics")], [done("Coding Updates"), done(day="2026-03-14")])
    assert (len(found.matched), len(found.only_here), len(found.only_there)) == (0, 2, 2)


def test_of_two_courses_each_finds_the_nearer_one() -> None:
    here = [done(day="2025-03-14"), done(day="2025-04-10")]
    there = [done(day="2025-04-10"), done(day="2025-03-15")]
    days = [
        (match.here.earned_on.isoformat(), match.there.earned_on.isoformat())
        for match in reconcile(here, there).matched
    ]
    assert days == [("2025-03-14", "2025-03-15"), ("2025-04-10", "2025-04-10")]


def test_a_category_that_one_side_does_not_know_is_no_difference() -> None:
    (match,) = reconcile([done()], [replace(done(), approval_number="7")]).matched
    assert match.differences == ()


@settings(deadline=None)
@given(here=records(), there=records())
def test_every_activity_comes_out_exactly_once(here: list[Activity], there: list[Activity]) -> None:
    found = reconcile(here, there)
    assert Counter([*(match.here.id for match in found.matched), *(one.id for one in found.only_here)]) == Counter(
        one.id for one in here
    )
    assert Counter([*(match.there.id for match in found.matched), *(one.id for one in found.only_there)]) == Counter(
        one.id for one in there
    )


@settings(deadline=None)
@given(here=records())
def test_a_record_agrees_with_itself(here: list[Activity]) -> None:
    found = reconcile(here, here)
    assert (found.only_here, found.only_there) == ((), ())
    assert all(match.differences == () for match in found.matched)


@settings(deadline=None)
@given(here=records(), there=records())
def test_it_does_not_matter_which_record_is_ones_own(here: list[Activity], there: list[Activity]) -> None:
    found, turned = reconcile(here, there), reconcile(there, here)
    assert len(found.matched) == len(turned.matched)


@settings(deadline=None)
@given(here=records(), there=records())
def test_nothing_more_could_be_matched(here: list[Activity], there: list[Activity]) -> None:
    found = reconcile(here, there)
    assert reconcile(found.only_here, found.only_there).matched == ()
