"""`recert plan` finds the best set of offers, says by when to take each, and why there is none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import HEADER, Answer, Ask

# Dana lacks 13 points: at least 2 administrative. 15 outside points are there, 15 more may count.
DANA = "plan dana.csv --credential cma-aama --certified 2021-11-05 --as-of 2026-09-01 --offers offers.csv"
COLUMNS = (
    "id,title,provider,quantity,unit,minutes,category,approved_by,price,hours,format,starts_on,ends_on,zip,url,kind"
)
CODING = "coding,Coding,AAMA,5,aama_ceu,,administrative,aama,25.00,5,online,,,,https://example.org/coding,"
WOUNDS = "wounds,Wounds,AAMA,10,aama_ceu,,clinical,aama,60.00,6,online,,,,,"
SUMMIT = "summit,Summit,Society,10,cme,,general,,20.00,8,in_person,2026-10-10,2026-10-10,97201,,conference"
BUNDLE = "bundle,Bundle,AAMA,15,aama_ceu,,clinical|administrative,aama,90.00,4,online,,,,,"


def asked(ask: Ask, *offers: str, more: str = "") -> Answer:
    Path("offers.csv").write_text("\n".join([COLUMNS, *offers]))
    return ask(f"{DANA} {more}")


def planned(ask: Ask, *offers: str, more: str = "") -> Any:
    return asked(ask, *offers, more=f"{more} --json").document


def test_the_cheapest_set_that_meets_everything_is_chosen(ask: Ask) -> None:
    document = planned(ask, CODING, WOUNDS, SUMMIT, BUNDLE)
    assert (document["feasible"], document["proved_optimal"]) == (True, True)
    assert document["chosen"] == ["coding", "summit"]
    assert (document["cost"], document["hours"], document["travel_miles"]) == ("45.00", "13", "0")
    assert document["after"]["met"] is True
    assert document["why_not"] == []


def test_what_is_kept_least_decides(ask: Ask) -> None:
    assert planned(ask, CODING, SUMMIT, BUNDLE, more="--least hours")["chosen"] == ["bundle"]
    travel = planned(ask, CODING, WOUNDS, SUMMIT, more="--least travel --near 98101")
    assert (travel["chosen"], travel["travel_miles"]) == (["coding", "wounds"], "0")


def test_miles_are_counted_from_the_holder_s_zip_to_offers_held_in_person(ask: Ask) -> None:
    assert planned(ask, CODING, SUMMIT, more="--near 98101")["travel_miles"] == "146.22"
    online = SUMMIT.replace("in_person", "online")
    assert planned(ask, CODING, online, more="--near 98101")["travel_miles"] == "0"


def test_every_chosen_offer_has_a_day_to_be_done_by(ask: Ask) -> None:
    document = planned(ask, CODING, SUMMIT)
    assert [(step["id"], step["do_by"]) for step in document["calendar"]] == [
        ("summit", "2026-10-10"),
        ("coding", "2026-11-08"),
    ]


def test_the_exam_stands_beside_the_plan(ask: Ask) -> None:
    exam = planned(ask, CODING, SUMMIT)["compare"]["exam"]
    assert (exam["cost"], exam["hours"], exam["latest"]) == ("250.00", None, "2026-10-31")
    assert (exam["cost_for_members"], exam["pass_by"]) == ("125.00", "2026-09-30")


def test_where_nothing_is_known_of_an_exam_nothing_is_said(ask: Ask) -> None:
    answer = ask("plan empty.csv --credential ccma-nha --cycle 2024-11-06..2026-11-06 --offers empty-offers.csv --json")
    assert answer.status == 2
    Path("offers.csv").write_text(f"{COLUMNS}\na,,,10,ce_credit,,,nha,5.00,1,online,,,,,")
    document = ask(
        "plan empty.csv --credential ccma-nha --cycle 2024-11-06..2026-11-06 --offers offers.csv --as-of 2026-01-01 --json"
    ).document
    assert document["chosen"] == ["a"]
    exam = document["compare"]["exam"]
    assert (exam["cost"], exam["hours"], exam["latest"]) == (None, None, None)


def test_what_is_met_already_asks_for_nothing(ask: Ask) -> None:
    rows = [f"{c},2022-01-0{i},{c},AAMA,,20,aama_ceu,,{c},aama,," for i, c in enumerate(CATEGORIES, 1)]
    Path("dana.csv").write_text("\n".join([HEADER, *rows]))
    answer = asked(ask, CODING, more="--json --budget 0")
    assert answer.status == 0
    assert (answer.document["feasible"], answer.document["chosen"], answer.document["cost"]) == (True, [], "0.00")


CATEGORIES = ["administrative", "clinical", "general"]


def test_a_requirement_that_no_offer_serves_is_named(ask: Ask) -> None:
    answer = asked(ask, WOUNDS, SUMMIT, more="--json")
    assert (answer.status, answer.document["feasible"], answer.document["chosen"]) == (1, False, [])
    [reason] = answer.document["why_not"]
    assert (reason["about"], reason["missing"]) == ("administrative", "2")
    assert reason["text"] == "All offers together leave 2 points of administrative credit missing."


def test_a_budget_that_is_too_small_says_by_how_much(ask: Ask) -> None:
    document = planned(ask, CODING, SUMMIT, more="--budget 31")
    assert (document["feasible"], document["why_not"][0]["about"]) == (False, "budget")
    assert document["would_help"][0]["text"] == "Raise the budget by $14.00."
    assert planned(ask, CODING, SUMMIT, more="--budget 45.00")["feasible"]


def test_a_format_that_does_not_suffice_says_that_others_would(ask: Ask) -> None:
    document = planned(ask, CODING, SUMMIT, more="--format online")
    assert document["why_not"][0]["about"] == "total"
    assert [change["about"] for change in document["would_help"]] == ["format", "exam"]


@pytest.mark.parametrize(
    ("offer", "day", "chosen"),
    [
        (SUMMIT, "2026-11-08", True),  # outside credit is reviewed for 21 days: done before 2026-11-09
        (SUMMIT, "2026-11-09", False),
        (
            WOUNDS.replace("online,,", "online,2026-10-10,2026-10-10"),
            "2026-11-29",
            False,
        ),  # 15 outside points are needed
    ],
)
def test_an_offer_ends_before_the_latest_safe_day_of_the_route_it_needs(
    ask: Ask, offer: str, day: str, chosen: bool
) -> None:
    assert planned(ask, CODING, offer.replace("2026-10-10", day))["feasible"] is chosen


def test_with_approved_points_alone_an_offer_may_end_up_to_the_day_before_expiry(ask: Ask) -> None:
    Path("dana.csv").write_text(f"{HEADER}\na,2022-03-14,Wound care,AAMA,,50,aama_ceu,,clinical|general,aama,,")
    late = CODING.replace("5,aama_ceu", "10,aama_ceu").replace("online,,", "online,,2026-11-29")
    assert planned(ask, late)["feasible"]
    assert not planned(ask, late.replace("2026-11-29", "2026-11-30"))["feasible"]


def test_the_page_says_what_to_take_in_order_and_what_each_is_needed_for(ask: Ask) -> None:
    answer = asked(ask, CODING, SUMMIT)
    assert (answer.status, answer.err) == (0, "")
    assert "2 offers close the gap.\nTogether $45.00 for 15 points ($3.00 a point), 13 hours." in answer.out
    assert "  by 2026-10-10  #summit Summit (Society): $20.00\n" in answer.out
    assert "10 points, general, $2.00 a point, 8 hours\n" in answer.out
    assert "Needed for the total, administrative and the points approved by AAMA." not in answer.out
    assert "Needed for the total and administrative.\n                 https://example.org/coding\n" in answer.out
    assert "Costs $250.00, $125.00 for members. [1, reported]" in answer.out


def test_the_page_says_by_which_way_to_apply_its_days_are_in_time(ask: Ask) -> None:
    told = " ".join(asked(ask, CODING, SUMMIT).out.split())
    assert "The days fit applying online, with other credit, by 2026-11-09." in told
    assert "To apply by mail you must apply by 2026-10-31." in told
    late = " ".join(asked(ask, CODING, WOUNDS, more="--as-of 2026-11-02").out.split())
    assert "by 2026-11-09." in late
    assert "by mail" not in late
    gone = " ".join(asked(ask, CODING, WOUNDS, more="--as-of 2026-11-20").out.split())
    assert "The last safe day to apply online, with other credit, 2026-11-09, has passed" in gone


def test_the_document_has_the_way_to_apply_with_its_rule(ask: Ask) -> None:
    way = planned(ask, CODING, SUMMIT)["applying"]
    assert (way["apply_by"], way["route"]["route"], way["slower"]["route"]) == ("2026-11-09", "online", "mail")
    assert way["route"]["source"]["href"].startswith("https://")
    assert planned(ask, WOUNDS)["applying"] is None


def test_the_page_says_why_there_is_no_plan(ask: Ask) -> None:
    answer = asked(ask, WOUNDS)
    assert answer.status == 1
    assert "These offers cannot close the gap." in answer.out
    assert "Recertify by exam: pass by 2026-09-30, so apply well before." in answer.out


def test_an_offer_may_bear_the_id_of_an_activity(ask: Ask) -> None:
    document = planned(ask, CODING.replace("coding,Coding", "a,Coding"), SUMMIT)
    assert document["chosen"] == ["a", "summit"]
    ids = [activity["id"] for activity in document["after"]["activities"]]
    assert ids == ["a", "b", "c", "d", "e", "plan:a", "summit"]


@pytest.mark.parametrize(
    ("offer", "more", "sentence"),
    [
        (CODING.replace("25.00", "cheap"), "", "row 2, column I (“price”): found “cheap”, wanted dollars and cents"),
        (SUMMIT.replace("97201", "00001"), "--near 98101", "offers.csv, row 2, zip: '00001' is not a ZIP code we know"),
        (CODING, "--near 00001", "--near': '00001' is not a ZIP code we know"),
        (CODING, "--budget lots", "--budget': found “lots”, wanted dollars and cents"),
        (CODING, "--format mail", "--format': 'mail' is not one of"),
        (CODING, "--hours-a-month nan", "--hours-a-month': found “nan”, wanted a number"),
        (CODING, "--near 98101 --within nan", "--within': found “nan”, wanted a number"),
        (CODING, "--within 5", "--within: miles from where? Give your ZIP code with --near."),
        (CODING, "--least worry", "--least': 'worry' is not one of"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(ask: Ask, offer: str, more: str, sentence: str) -> None:
    answer = asked(ask, offer, more=more)
    assert (answer.status, answer.out) == (2, "")
    assert sentence in answer.err
    assert answer.err.count("\n") == 1


def test_a_category_the_credential_does_not_have_is_pointed_at_once_with_its_rows(ask: Ask) -> None:
    cooking = "cooking,Knives,AAMA,5,aama_ceu,,cooking,aama,1.00,5,online,,,,,"
    [remark] = planned(ask, CODING, SUMMIT, cooking, cooking.replace("cooking,", "again,", 1))["offers"]["remarks"]
    told = "Rows 4 and 5 name the category “cooking”, which CMA (AAMA) does not have."
    assert remark == f"{told} It has administrative, clinical and general."
    page = " ".join(asked(ask, CODING, SUMMIT, cooking.replace(",cooking,aama", ",clincal,aama")).out.split())
    assert "Row 4 names the category “clincal”, which CMA (AAMA) does not have. Did you mean clinical?" in page


def test_a_plan_needs_offers(ask: Ask) -> None:
    answer = ask("plan dana.csv --credential cma-aama --certified 2021-11-05")
    assert answer.status == 2
    assert "Missing option '--offers'" in answer.err


MORE = COLUMNS + ",bundle,opens,per_month,member_of,member_price,language"


def with_purchases(ask: Ask, *offers: str, more: str = "") -> Any:
    Path("offers.csv").write_text("\n".join([MORE, *offers]))
    return ask(f"{DANA} --json {more}").document


def test_a_bundle_is_bought_where_it_is_cheaper_than_its_courses(ask: Ask) -> None:
    pack = "pack,All courses,AAMA,,,,,,30.00,,,,,,,,,pack,,,,"
    document = with_purchases(ask, f"{CODING},pack,,,,,", f"{WOUNDS},pack,,,,,", pack)
    assert (document["chosen"], document["cost"]) == (["coding", "pack", "wounds"], "30.00")
    assert [(one["id"], one["months"], one["cost"]) for one in document["purchases"]] == [("pack", 1, "30.00")]
    assert {step["price"] for step in document["calendar"]} == {"0.00"}


def test_a_course_without_a_price_comes_only_within_its_bundle(ask: Ask) -> None:
    only = CODING.replace("25.00", "") + ",pack,,,,,"
    assert not with_purchases(ask, only, f"{WOUNDS},,,,,,")["feasible"]


def test_a_subscription_is_paid_for_as_many_months_as_its_hours_take(ask: Ask) -> None:
    monthly = "sub,Monthly,AAMA,,,,,,9.00,,,,,,,,,sub,yes,,,"
    document = with_purchases(ask, f"{CODING},sub,,,,,", f"{WOUNDS},sub,,,,,", monthly, more="--hours-a-month 6")
    assert [(one["months"], one["cost"]) for one in document["purchases"]] == [(2, "18.00")]


def test_members_pay_what_members_pay(ask: Ask) -> None:
    member = f"{CODING},,,,AAMA,15.00,"
    assert with_purchases(ask, member, f"{SUMMIT},,,,,,")["cost"] == "45.00"
    assert with_purchases(ask, member, f"{SUMMIT},,,,,,", more="--member-of aama")["cost"] == "35.00"


def test_a_plan_may_ask_for_a_language_and_for_what_is_near(ask: Ask) -> None:
    rows = [f"{CODING},,,,,,English", f"{SUMMIT},,,,,,Spanish"]
    assert not with_purchases(ask, *rows, more="--language es")["feasible"]
    assert with_purchases(ask, *rows, more="--language es --language en")["feasible"]
    far = with_purchases(ask, *rows, more="--near 98101 --within 100")
    assert far["would_help"][0]["text"] == "Travel up to 46.22 miles farther."


def test_too_few_hours_a_month_say_how_many_more_would_do(ask: Ask) -> None:
    document = planned(ask, CODING, SUMMIT, more="--hours-a-month 3")
    assert document["would_help"][0]["text"] == "Allow 5 more hours a month."


def test_one_plan_may_serve_two_credentials(ask: Ask) -> None:
    both = "both,Wounds,Society,10,cme,,clinical|administrative,,40.00,6,online,,,,,"
    document = planned(ask, CODING, SUMMIT, both, more="--also ccma-c-ccbma:2025-01-01..2026-12-31")
    assert [one["credential"] for one in document["credentials"]] == ["cma-aama", "ccma-c-ccbma"]
    assert not document["feasible"]
    assert {reason["about"] for reason in document["why_not"]} >= {"total", "basic"}
    assert {reason["credential"] for reason in document["why_not"]} == {"ccma-c-ccbma"}
    assert document["why_not"][0]["text"].startswith("CCMA-C (California): All offers together leave")


def test_what_each_offer_does_for_each_credential_is_said(ask: Ask) -> None:
    more = "--also ccma-c-ccbma:2022-01-01..2026-12-31"
    large = "large,Wounds,Society,60,cme,,basic|clinical,,40.00,6,online,,,,,"
    document = planned(ask, CODING, SUMMIT, large, more=more)
    assert (document["chosen"], document["cost"]) == (["coding", "large"], "65.00")
    steps = {step["id"]: step["for"] for step in document["calendar"]}
    assert [one["credential"] for one in steps["large"]] == ["cma-aama", "ccma-c-ccbma"]
    assert "basic" in steps["large"][1]["serves"]
    page = asked(ask, CODING, SUMMIT, large, more=more).out
    assert "Together $65.00, 11 hours." in page
    assert "CMA (AAMA): 5 points, needed for" in page
    assert "CCMA-C (California): 60 points, needed for total, basic and" in page
    assert "CMA (AAMA): The days fit applying online, with other credit, by 2026-11-09." in " ".join(page.split())


def test_a_category_that_one_of_two_credentials_has_is_not_strange(ask: Ask) -> None:
    more = "--also ccma-c-ccbma:2022-01-01..2026-12-31"
    large = "large,Wounds,Society,60,cme,,basic|cooking,,40.00,6,online,,,,,"
    told = " ".join(asked(ask, CODING, SUMMIT, large, more=more).out.split())
    assert "Row 4 names the category “cooking”, which CMA (AAMA) and CCMA-C (California) do not have." in told
    assert "“basic”" not in told


def test_another_credential_needs_its_days(ask: Ask) -> None:
    answer = asked(ask, CODING, more="--also rma-amt")
    assert (answer.status, answer.out) == (2, "")
    assert "found 'rma-amt', wanted ID:CERTIFIED or ID:START..END" in answer.err


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2026-12-15", "With points you can still recertify until 2027-02-28: ask your certifier which count."),
        ("2027-05-01", "recertifying with points closed on 2027-02-28. Ask your certifier about the exam."),
    ],
)
def test_once_the_cycle_is_over_that_stands_in_the_way_and_which_way_back_is_open_is_said(
    ask: Ask, day: str, told: str
) -> None:
    document = planned(ask, CODING, SUMMIT, more=f"--as-of {day}")
    assert [each["about"] for each in document["why_not"]] == ["cycle_over"]
    assert document["would_help"] == []
    page = " ".join(asked(ask, CODING, SUMMIT, more=f"--as-of {day}").out.split())
    assert f"- The cycle ended on 2026-11-30{',' if day > '2027' else '.'}" in page
    assert told in page
    assert "Pass by 2026-09-30, so apply well before (this day has passed)." in page
