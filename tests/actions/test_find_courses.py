"""Courses are found by words, slips and Spanish included, and the same ones on either database."""

from __future__ import annotations

import csv
import gzip
import re
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import recert
from recert.actions.choose_cycle import CycleRefused
from recert.actions.find_courses import FoundCourse, FoundCourses, Wishes, find_courses, open_found
from recert.actions.find_place import find_zip
from recert.actions.judge_courses import judge_course, usual_fees
from recert.actions.load_courses import load_courses
from recert.actions.open_course import open_provider
from recert.actions.take_courses import take_courses
from recert.actions.weigh_course import scale_for, scale_of, weigh
from recert.places.point import miles
from recert.quality.judge import QUESTIONS
from recert.records.institutions import MILLIONTHS
from recert.records.models import Course, FeedLoad, Holding, Provider
from tests.web.transcripts import dana_is_short

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("courses")]

TODAY = date(2026, 11, 22)
FILE = Path(recert.__file__).parent / "feeds" / "curated" / "data" / "courses.csv.gz"
with gzip.open(FILE, "rt", encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


def find(words: str = "", **wishes: object) -> FoundCourses:
    return find_courses(None, wishes=Wishes(words=words, most=1000, **wishes))


def opened(found: FoundCourses) -> tuple[FoundCourse, ...]:
    return open_found(found, found.numbers)


def ids(found: FoundCourses) -> set[str]:
    return {each.course.pk for each in opened(found)}


def by_hand(beginning: str) -> set[str]:
    """The rows in which a word begins so, found by nothing of ours."""
    columns = ("title", "provider", "topic_tag", "audience_stated", "credit_type", "city")
    wanted = re.compile(rf"(?<![a-z0-9]){beginning}", re.IGNORECASE)
    return {row["id"] for row in ROWS if wanted.search(" ".join(row[name] for name in columns))}


def test_everything_that_was_gathered_is_there() -> None:
    assert (Course.objects.count(), Provider.objects.count()) == (243, 144)
    assert ids(find()) == {row["id"] for row in ROWS}


@pytest.mark.parametrize("word", ["phlebotomy", "vaccine", "opioid", "billing", "relias", "nurses"])
def test_a_word_finds_the_rows_that_have_it(word: str) -> None:
    assert ids(find(word)) == by_hand(word.removesuffix("s"))


def test_several_words_must_all_be_there() -> None:
    assert ids(find("certified phlebotomy technicians")) == by_hand("certified") & by_hand("phlebotomy") & by_hand(
        "technician"
    )


@pytest.mark.parametrize("slip", ["phlebotmy", "flebotomy", "phelbotomy"])
def test_a_slip_of_the_finger_finds_what_was_meant(slip: str) -> None:
    found = find(slip)
    assert by_hand("phlebotomy") <= ids(found)
    assert "phlebotomy" in found.instead[slip]


@pytest.mark.parametrize(("spanish", "english"), [("flebotomía", "phlebotomy"), ("facturación", "billing")])
def test_spanish_words_find_english_courses(spanish: str, english: str) -> None:
    assert by_hand(english) <= ids(find(f"cursos de {spanish}"))


@pytest.mark.parametrize("nothing", ["xylophone", "zzzzqq", "qq"])
def test_a_word_nobody_has_finds_nothing(nothing: str) -> None:
    assert find(nothing) == FoundCourses(numbers=(), instead={})


@pytest.mark.parametrize("odd", ['"', "a' OR 1=1 --", "NEAR(", "*", "(:|&!", "words:", "%", "\x00"])
def test_signs_that_mean_something_to_a_database_mean_nothing(odd: str) -> None:
    assert find(f"phlebotomy {odd}").numbers is not None


def test_free_means_that_the_source_says_so() -> None:
    assert ids(find(is_free=True)) == {row["id"] for row in ROWS if row["free_stated"] == "yes"}


def test_a_place_leaves_only_what_is_taught_within_its_miles() -> None:
    found = opened(find(near=find_zip("94704").point, within=5))
    assert {each.course.city for each in found} == {"Berkeley"}
    assert len(found) == sum(row["zip"] == "94704" for row in ROWS)


def test_an_area_is_what_is_stated_or_what_the_title_speaks_of() -> None:
    found = opened(find(category="administrative"))
    assert any("billing" in each.course.title.lower() for each in found)
    assert "C0001" not in ids(find(category="administrative"))
    assert "C0001" in ids(find(category="clinical"))


def test_what_has_ended_stands_last_and_what_my_certifier_approved_first() -> None:
    found = [each.course for each in opened(find("vaccine", approved_first="accme"))]
    assert [course.has_ended for course in found] == sorted(course.has_ended for course in found)
    first = [course.approved_by for course in found if not course.has_ended]
    assert first == sorted(first, key=lambda names: "accme" not in names)


def test_a_search_asks_the_tables_three_times() -> None:
    with CaptureQueriesContext(connection) as asked:
        find("phlebotmy certified", near=find_zip("07018").point, within=50)
    assert len(asked) == 3


def test_loading_again_changes_nothing_and_a_new_edition_keeps_the_index_whole() -> None:
    assert load_courses() == []
    FeedLoad.objects.filter(name="curated").update(edition="older")
    assert load_courses() == ["curated"]
    assert ids(find("phlebotomy")) == by_hand("phlebotomy")


def test_an_approved_course_is_worth_its_points_in_its_area() -> None:
    relias = Course.objects.get(pk="C0001")
    worth = weigh(relias, scale_for("cma-aama", today=TODAY))
    assert (worth["counts"], worth["points"], worth["as"]) == ("yes", "1", {"clinical": "1"})


def test_a_course_without_stated_credit_is_worth_nothing_that_can_be_said() -> None:
    training = Course.objects.filter(record_type="workforce_course", quantity=None).first()
    worth = weigh(training, scale_for("cma-aama", today=TODAY))
    assert worth["points"] is None
    assert worth["reasons"][0]["code"] == "credit_not_stated"


def test_the_online_part_of_a_cpr_course_is_no_card_and_fills_nothing(dana: object) -> None:
    first_part = Course.objects.get(title="HeartCode BLS Part 1 (Cognitive)")
    holding = dana_is_short(dana)
    worth = weigh(first_part, scale_of(dana, holding_id=holding.pk, today=TODAY))
    assert (worth["points"], worth["fills"], worth["reasons"][0]["code"]) == (None, [], "online_part")


def test_first_aid_without_cpr_is_no_card_because_no_rule_was_found_for_it() -> None:
    first_aid = Course.objects.get(title="First Aid (AHA Heartsaver)")
    assert (first_aid.kind, first_aid.quantity) == ("course", None)
    assert weigh(first_aid, scale_for("cma-aama", today=TODAY))["points"] is None


def test_for_a_holder_it_says_what_it_fills(dana: object) -> None:
    holding: Holding = dana_is_short(dana)
    scale = scale_of(dana, holding_id=holding.pk, today=TODAY)
    office = Course(pk="X", title="Billing", quantity=3, unit="aama_ceu", category="administrative", approved_by="aama")
    worth = weigh(office, scale)
    assert {"about": "administrative", "filled": "3", "short": "10"} in worth["fills"]


def test_points_of_the_wrong_kind_fill_nothing(dana: object) -> None:
    scale = scale_of(dana, holding_id=dana_is_short(dana).pk, today=TODAY)
    clinical = Course(pk="X", title="Wounds", quantity=3, unit="aama_ceu", category="clinical", approved_by="aama")
    assert weigh(clinical, scale)["fills"] == []


def test_where_nobody_states_the_area_it_is_supposed_aloud_from_the_title(dana: object) -> None:
    scale = scale_of(dana, holding_id=dana_is_short(dana).pk, today=TODAY)
    office = Course(pk="X", title="Billing", quantity=3, unit="aama_ceu", suggested="administrative")
    worth = weigh(office, scale)
    assert (worth["as"], worth["if_area"]) == ({}, "administrative")
    assert {"about": "administrative", "filled": "3", "short": "10"} in worth["fills"]
    assert weigh(Course(pk="Y", title="?", quantity=3, unit="aama_ceu"), scale)["fills"] == []


def test_nobody_weighs_on_another_persons_scale(dana: object, evan: object) -> None:
    holding = dana_is_short(dana)
    with pytest.raises(Holding.DoesNotExist):
        scale_of(evan, holding_id=holding.pk, today=TODAY)


def test_a_credential_nobody_knows_is_refused_in_words() -> None:
    with pytest.raises(CycleRefused, match="cma-nasa"):
        scale_for("cma-nasa", today=TODAY)


def test_most_of_the_six_questions_are_honestly_not_stated() -> None:
    usual = usual_fees()
    judged = [judge_course(course, usual) for course in Course.objects.all()]
    assert all(set(one.answers) == set(QUESTIONS) for one in judged)
    assert all(one.answers["refunds"] == one.answers["outcomes"] == "not_stated" for one in judged)
    assert all(one.evidence[name].quoted for one in judged for name in one.evidence)
    assert all(0 <= one.least <= one.most <= 6 for one in judged)


def test_a_free_course_has_a_reasonable_fee_and_a_very_dear_one_has_not() -> None:
    usual = usual_fees()
    free = Course.objects.filter(price=0).first()
    assert judge_course(free, usual).answers["fees"] == "yes"
    dear = Course.objects.filter(unit="", price__gt=0, hours__isnull=False).first()
    dear.price = 99_000_000
    assert judge_course(dear, usual).answers["fees"] == "no"


def test_a_providers_page_lists_its_courses() -> None:
    provider = Provider.objects.get(name="NursingCE.com")
    _, offered = open_provider(None, provider=provider.pk)
    assert len(offered) == sum(row["provider"] == "NursingCE.com" for row in ROWS)


def made(number: int, **facts: object) -> Course:
    return Course(
        id=f"M{number}", title=f"Wound care {number}", provider_name="Clinic school", record_type="ce_activity",
        quantity=1, unit="cme", checked_on=TODAY, **facts,
    )  # fmt: skip


def test_the_cheapest_stand_first_and_those_without_a_price_last() -> None:
    take_courses(made(n, price=price) for n, price in enumerate((2500, None, 0, 900)))
    found = [each.course.price for each in opened(find("wound care clinic", order="price"))]
    assert found == [0, 900, 2500, None]


def test_many_are_put_in_order_step_by_step_as_few_are_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    take_courses(made(n, price=n * 37 % 4000, starts_on=date(2026, 12, 1 + n % 28)) for n in range(60))
    at_once = {order: ids_in_order(order) for order in ("price", "soonest")}
    monkeypatch.setattr("recert.actions.find_courses.SORTED_AT_ONCE", 10)
    assert {order: ids_in_order(order) for order in ("price", "soonest")} == at_once


def ids_in_order(order: str) -> list[str]:
    return [each.course.pk for each in opened(find("wound clinic school", order=order, today=TODAY))]


def test_more_than_are_shown_are_the_best_of_them_and_said_not_to_be_all() -> None:
    take_courses(made(n, approved_by="aama" if n % 7 == 0 else "", has_ended=n % 5 == 0) for n in range(60))
    few = find_courses(None, wishes=Wishes(words="wound", approved_first="aama", most=20))
    every = find_courses(None, wishes=Wishes(words="wound", approved_first="aama", most=1000))
    assert (few.is_all, every.is_all) == (False, True)
    assert few.numbers == every.numbers[:20]


def test_ranges_of_price_length_and_days_leave_out_what_lies_outside() -> None:
    rows = [{"price": 500, "hours": 2}, {"price": 5000, "hours": 2}, {"price": 500, "hours": 9}]
    take_courses(made(n, starts_on=date(2027, 1, 1 + n), **row) for n, row in enumerate(rows))
    narrow = {"most_price": 1000, "most_hours": 3, "from_day": date(2027, 1, 1), "to_day": date(2027, 1, 2)}
    assert ids(find("wound clinic school", **narrow)) == {"M0"}


def test_the_nearest_stand_first_as_miles_are_measured_on_the_globe() -> None:
    zips = ("94704", "94612", "94103", "95814")
    points = [find_zip(each).point for each in zips]
    take_courses(
        made(n, lat=round(point.lat * MILLIONTHS), lon=round(point.lon * MILLIONTHS)) for n, point in enumerate(points)
    )
    found = opened(find("wound clinic school", near=points[0], within=30))
    assert [each.course.pk for each in found] == ["M0", "M1", "M2"]
    assert [each.miles for each in found] == sorted(miles(points[0], point) for point in points[:3])
