"""Only offers that can be taken in time and would count are candidates."""

from __future__ import annotations

from datetime import date

import pytest

from recert.planning.candidates import candidates, find
from recert.planning.catalog import Catalog
from recert.planning.holder import Holder, safe_day
from recert.planning.offer import Offer
from recert.planning.wishes import Wishes
from recert.rulebooks.library import rulebook
from recert.rules.dates import rules_for
from recert.rules.transcript import Activity
from recert.rules.verdict import Span
from tests.planning.dana import TODAY, almost_there, dana, held, offer


def ids(*offers: Offer, holder: Holder | None = None, wishes: Wishes | None = None) -> list[str]:
    return [one.offer.id for one in candidates(offers, holder or almost_there(), wishes or Wishes())]


def in_2026(credential: str, *activities: Activity) -> Holder:
    edition, cycle = rules_for(rulebook(credential), cycle=Span(date(2026, 1, 1), date(2026, 12, 31)))
    return Holder(activities, edition, cycle, TODAY)


@pytest.mark.parametrize(
    ("day", "kept"), [("2026-08-31", []), ("2026-09-01", ["a"]), ("2026-11-29", ["a"]), ("2026-11-30", [])]
)
def test_a_dated_offer_ends_from_today_to_the_day_before_the_latest_safe_one(day: str, kept: list[str]) -> None:
    assert ids(offer("a", ends_on=date.fromisoformat(day))) == kept


def test_an_offer_that_only_starts_is_done_on_that_day_at_the_earliest() -> None:
    assert ids(offer("a", starts_on=date(2026, 12, 1)), offer("b", starts_on=date(2020, 1, 1))) == ["b"]


def test_a_course_held_in_person_cannot_be_joined_once_it_has_begun() -> None:
    days = {"starts_on": date(2026, 8, 31), "ends_on": date(2026, 9, 2)}
    assert ids(offer("a", format="in_person", **days), offer("b", format="online", **days)) == ["b"]


def test_an_offer_that_would_not_count_is_none() -> None:
    assert ids(offer("a", unit="cme", minutes=30), offer("b", unit="year"), offer("c", kind="employment")) == []


def test_only_the_format_asked_for_is_kept() -> None:
    offers = offer("a", format="online"), offer("b", format="in_person"), offer("c")
    assert ids(*offers, wishes=Wishes(format="online")) == ["a"]


def test_an_offer_that_ends_after_the_last_day_for_a_review_is_late() -> None:
    days = [date(2026, 11, 8), date(2026, 11, 9)]
    found = candidates([offer(str(day), ends_on=day) for day in days], almost_there(), Wishes())
    assert [one.late for one in found] == [False, True]


def test_rows_of_one_undated_course_are_taken_on_days_of_their_own() -> None:
    course = {"title": "Triage", "provider": "AAMA"}
    taken = candidates([offer("a", **course), offer("b", **course)], almost_there(), Wishes())
    assert [(one.activity.earned_on.day, one.rivals) for one in taken] == [(1, ()), (2, ())]


def test_rows_of_one_course_on_one_day_are_rivals() -> None:
    course = {"title": "Triage", "provider": "AAMA", "ends_on": date(2026, 10, 1)}
    first, second = candidates([offer("a", **course), offer("b", **course)], almost_there(), Wishes())
    assert first.rivals == second.rivals != ()


def test_a_course_held_already_on_its_day_is_no_candidate() -> None:
    course = {"title": "Triage", "provider": "AAMA"}
    holder = dana(held(5, "clinical", **course))
    assert ids(offer("a", ends_on=date(2023, 1, 1), **course), holder=holder) == []


def test_where_courses_cannot_be_repeated_one_taken_before_is_no_candidate() -> None:
    course = {"title": "Triage", "provider": "NCCT"}
    holder = in_2026("ncma-ncct", held(5, "clinical", outside=True, **course))
    assert ids(offer("a", unit="clock_hour", **course), offer("b", unit="clock_hour"), holder=holder) == ["b"]


def test_trainings_of_one_topic_that_count_once_are_rivals() -> None:
    trainings = [offer(name, unit="clock_hour", kind="in_service", title=f"HIPAA {name}") for name in "ab"]
    first, second = candidates(trainings, in_2026("ncma-ncct"), Wishes())
    assert first.rivals == second.rivals == ("hipaa",)


@pytest.mark.parametrize(
    ("credential", "at_once", "reviewed"),
    [("cma-aama", "2026-11-30", "2026-11-09"), ("ccma-c-ccbma", "2026-11-28", "2026-11-28"), ("ncma-ncct", None, None)],
)
def test_the_latest_safe_day_is_the_one_each_certifier_publishes(
    credential: str, at_once: str | None, reviewed: str | None
) -> None:
    holder = dana() if credential == "cma-aama" else in_2026(credential)
    days = [safe_day(holder, approved=approved) for approved in (True, False)]
    assert [day and day.isoformat() for day in days] == [at_once, reviewed]


def test_the_year_that_a_cap_is_counted_by_is_the_calendars() -> None:
    edition, cycle = rules_for(rulebook("rma-amt"), cycle=Span(date(2017, 7, 1), date(2020, 6, 30)))
    holder = Holder((), edition, cycle, date(2019, 6, 1))
    days = [date(2019, 12, 31), date(2020, 1, 1), date(2020, 6, 29)]
    found = find(Catalog([offer(str(day), unit="point", category="", ends_on=day) for day in days]), holder, Wishes())
    assert found.year.tolist() == [day.year for day in days]
