"""Three plans side by side, and what a holder may change about them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client

from recert.actions.change_wishes import change_wishes
from recert.actions.hold_credential import hold_credential
from recert.actions.weigh_choice import weigh_choice
from recert.records.models import Holding, Person, Planning, PlanStep
from recert.web.plan.words import bound, to_choose
from tests.web.plan.conftest import found
from tests.web.plan.pages import words_of
from tests.web.transcripts import TODAY, dana_is_short, finish, hold_ccma, hold_cma


def change(client: Client, held: Holding, offer: object, choice: str) -> str:
    client.post(f"/plan/{held.pk}/change/", {"offer": str(offer), "choice": choice})
    return words_of(client, f"/plan/{held.pk}/")


def test_the_cheapest_plan_says_what_to_take_first_what_it_costs_and_what_for(client: Client, held: Holding) -> None:
    page = words_of(client, "/plan/")
    assert "Take this first: Billing basics, $30, 6 points, by" in page
    assert "Cheapest $54 10 points · $5.40 a point · 10 hours" in page
    assert "Needed for the total and administrative points. Counts as 6 administrative." in page
    assert "At least 10 points must be administrative." in page
    assert "confirm with the provider" in page


@pytest.mark.parametrize(
    ("approved_by", "told"),
    [
        ("aama", "applying online or by phone, all points on your official transcript, by March 31"),
        ("ama", "applying online, by March 10"),
    ],
)
def test_every_plan_says_by_which_way_to_apply_its_days_are_in_time(
    client: Client, courses: None, dana: Person, approved_by: str, told: str
) -> None:
    hold_cma(dana)
    finish(dana, "Wound care", "50", category="clinical|general", earned_on="2023-05-06")
    found(dana, "Billing", "10", 3000, unit="cme" if approved_by == "ama" else "aama_ceu", approved_by=approved_by)
    client.force_login(dana)
    page = words_of(client, "/plan/")
    assert f"Its days fit {told}, 2027. By mail you must apply by March 1, 2027." in page


def test_a_course_left_out_is_gone_and_the_choice_says_what_it_costs(
    client: Client, held: Holding, dana: Person
) -> None:
    billing = dana.own_courses.get(title="Billing basics")
    page = change(client, held, f"own-{billing.pk}", "forbid")
    assert "Cheapest $99 10 points" in page
    assert "Left out: Billing basics. This choice costs $45." in page
    assert "Cheapest $54" in change(client, held, f"own-{billing.pk}", "free")


def test_a_pinned_course_is_in_every_plan(client: Client, held: Holding, dana: Person) -> None:
    whole = dana.own_courses.get(title="All of the front desk")
    page = change(client, held, f"own-{whole.pk}", "pin")
    assert "Cheapest $99" in page
    assert "Kept: All of the front desk. This choice costs $45." in page


def test_an_unknown_price_is_never_free(client: Client, held: Holding, dana: Person) -> None:
    found(dana, "A mystery", "10", None)
    page = words_of(client, f"/plan/{held.pk}/")
    assert "Cheapest $54" in page
    client.post(f"/plan/{held.pk}/wishes/", {"prices": "all"})
    assert "Cheapest $54" in words_of(client, f"/plan/{held.pk}/")


def test_without_a_plan_it_says_what_is_missing_and_what_would_help(client: Client, held: Holding) -> None:
    client.post(f"/plan/{held.pk}/wishes/", {"prices": "cheapest_known", "budget": "40"})
    page = words_of(client, f"/plan/{held.pk}/")
    assert "Your budget is too small for any plan." in page
    assert "Raise the budget by $14" in page
    client.post(f"/plan/{held.pk}/relax/", {"about": "budget", "by": "1400"})
    assert Planning.objects.get(holding=held).wishes == {"budget": 5400}
    assert "Cheapest $54" in words_of(client, f"/plan/{held.pk}/")


def test_a_wish_that_cannot_be_kept_says_so_beside_its_field(client: Client, held: Holding) -> None:
    response = client.post(f"/plan/{held.pk}/wishes/", {"prices": "all", "near": "00000"})
    assert response.status_code == 422
    assert "is not a ZIP code we know" in response.content.decode()


def test_why_not_tells_what_a_course_would_change(client: Client, held: Holding, dana: Person) -> None:
    whole = dana.own_courses.get(title="All of the front desk")
    page = words_of(client, f"/plan/{held.pk}/why/?offer=own-{whole.pk}")
    assert "With it the plan costs $45 more." in page
    assert "It would do without: Billing basics ($30) and Scheduling ($24)." in page
    billing = dana.own_courses.get(title="Billing basics")
    assert "Without it the plan costs $45 more." in words_of(client, f"/plan/{held.pk}/why/?offer=own-{billing.pk}")


def test_where_a_price_is_not_known_nobody_is_told_what_a_course_saves(
    client: Client, any_price: Holding, dana: Person
) -> None:
    mystery = found(dana, "A mystery", "10", None, hours=None)
    page = words_of(client, f"/plan/{any_price.pk}/why/?offer=own-{mystery.pk}")
    assert "We cannot say which costs more. With it: one price not known. Without it: $54." in page
    assert "costs $54 less" not in page
    page = change(client, any_price, f"own-{mystery.pk}", "pin")
    assert "Cheapest one price not known 10 points · about 10 hours" in page
    assert "We cannot say what this choice costs. Without it: $54. With it: one price not known." in page
    page = words_of(client, f"/plan/{any_price.pk}/why/?offer=own-{mystery.pk}")
    assert "We cannot say which costs more. With it: one price not known. Without it: $54." in page


def test_what_both_plans_leave_unpriced_leaves_the_difference_known(
    client: Client, any_price: Holding, dana: Person
) -> None:
    part = found(dana, "A mystery", "4", None)
    change(client, any_price, f"own-{part.pk}", "pin")
    billing = dana.own_courses.get(title="Billing basics")
    page = words_of(client, f"/plan/{any_price.pk}/why/?offer=own-{billing.pk}")
    assert "Without it the plan costs $69 more. It takes 4 hours more." in page


def test_the_exam_stands_beside_it_with_fee_days_and_risk(client: Client, held: Holding) -> None:
    page = words_of(client, f"/plan/{held.pk}/")
    assert "Pass by Jan. 31, 2027, so apply well before." in page
    assert "Fee for everybody else: $250" in page
    assert "You may try the exam three times." in page


def test_an_unchanged_page_plans_nothing_anew_and_asks_a_handful_of_questions(
    client: Client, held: Holding, django_assert_max_num_queries: object
) -> None:
    client.get(f"/plan/{held.pk}/")
    at = Planning.objects.get(holding=held).computed_at
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        client.get(f"/plan/{held.pk}/")
    assert Planning.objects.get(holding=held).computed_at == at


def test_nobody_elses_plan_can_be_seen_or_changed(client: Client, held: Holding, evan: Person) -> None:
    client.force_login(evan)
    for page in ("", "wishes/", "why/", "plan.ics"):
        assert client.get(f"/plan/{held.pk}/{page}").status_code == 404
    for page in ("change/", "choose/", "heal/", "drop/", "share/", "share/stop/", "relax/"):
        assert client.post(f"/plan/{held.pk}/{page}", {"offer": "a", "choice": "pin"}).status_code == 404


def test_a_review_exam_is_an_offer_where_the_rules_say_what_it_earns_and_costs(client: Client, held: Holding) -> None:
    page = words_of(client, f"/plan/{held.pk}/why/?offer=rules-review-exam")
    assert "Review exam AAMA by" in page
    assert "$45 · 3 points" in page
    client.post(f"/plan/{held.pk}/wishes/", {"prices": "all", "is_member": "on"})
    assert "$30 · 3 points" in words_of(client, f"/plan/{held.pk}/why/?offer=rules-review-exam")


def test_where_no_plan_is_possible_either_way_the_course_is_not_blamed(
    client: Client, held: Holding, dana: Person
) -> None:
    client.post(f"/plan/{held.pk}/wishes/", {"prices": "cheapest_known", "budget": "10"})
    whole = dana.own_courses.get(title="All of the front desk")
    page = words_of(client, f"/plan/{held.pk}/why/?offer=own-{whole.pk}")
    assert "There is no such plan, with it or without it." in page
    assert "it would not count" not in page


@pytest.mark.parametrize(("unit", "quantity", "guessed"), [("iacet_ceu", "1", "10"), ("college_credit", "1", "15")])
def test_a_length_nobody_states_is_guessed_by_what_the_unit_means(
    client: Client, held: Holding, dana: Person, unit: str, quantity: str, guessed: str
) -> None:
    stated = {"unit": unit, "approved_by": "", "hours": None, "relevant": "yes"}
    course = found(dana, "A long one", quantity, 100, **stated)
    page = change(client, held, f"own-{course.pk}", "pin")
    assert f"about {guessed} hours" in page


def test_a_course_somebody_found_is_called_noted_and_not_checked(client: Client, held: Holding) -> None:
    page = words_of(client, f"/plan/{held.pk}/")
    assert "Noted by you on Nov. 22, 2026; confirm with the provider." in page


def test_the_online_part_of_a_cpr_course_is_left_out_and_said(client: Client, held: Holding) -> None:
    page = words_of(client, f"/plan/{held.pk}/")
    assert "6 listings are only the online part of a CPR course" in page


def test_units_nobody_converts_are_left_out_and_said(client: Client, luz: Person, courses: None) -> None:
    holding = hold_ccma(luz)
    luz.language = "en"
    luz.save()
    client.force_login(luz)
    page = words_of(client, f"/plan/{holding.pk}/")
    assert "66 courses state their credit in units whose worth for this credential nobody publishes." in page


def test_nobody_is_sent_across_the_country_for_a_cheaper_card(client: Client, held: Holding) -> None:
    client.post(f"/plan/{held.pk}/wishes/", {"prices": "all", "near": "08601"})
    page = words_of(client, f"/plan/{held.pk}/why/?offer=C0165")
    assert "not among those we plan with under your wishes" in page
    assert "in person, 4.6 miles away" in words_of(client, f"/plan/{held.pk}/why/?offer=C0217")


def test_too_few_hours_a_month_say_how_many_more_would_do(client: Client, held: Holding) -> None:
    client.post(f"/plan/{held.pk}/wishes/", {"prices": "cheapest_known", "monthly": "1"})
    page = words_of(client, f"/plan/{held.pk}/")
    assert "There is not enough time for any plan at your hours a month." in page
    label = re.search(r"Allow ([\d.]+) hours? more a month", page)
    assert label is not None
    by = str(int(Decimal(label[1]) * 100))
    client.post(f"/plan/{held.pk}/relax/", {"about": "hours_a_month", "by": by})
    assert "Cheapest $" in words_of(client, f"/plan/{held.pk}/")


def test_where_only_an_unknown_price_would_do_one_tap_allows_it(client: Client, courses: None, dana: Person) -> None:
    held = dana_is_short(dana)
    client.force_login(dana)
    page = words_of(client, f"/plan/{held.pk}/")
    assert "Still missing, even with every course this plan may use: 10 administrative points." in page
    assert "Plan with courses of unknown price" in page
    client.post(f"/plan/{held.pk}/relax/", {"about": "prices"})
    page = words_of(client, f"/plan/{held.pk}/")
    assert "Cheapest one price not known" in page
    assert "You need 10 of its 60." in page
    assert page.count("A collection is planned as one piece: a part of it, with other courses, may do better.") == 2
    assert "Tried: all that you need from a collection, a half, a quarter and an eighth." in page


def test_the_same_course_twice_over_is_not_taken_again_once_it_is_done(
    client: Client, held: Holding, dana: Person
) -> None:
    client.post(f"/plan/{held.pk}/choose/", {"goal": "cost"})
    first = PlanStep.objects.get(document__contains="Billing basics")
    done = {"earned_on": "2026-11-20", "quantity": "1", "unit": "aama_ceu", "category": "administrative"}
    client.post(f"/plan/step/{first.pk}/", done)
    assert not PlanStep.objects.filter(activity=None, offer=first.offer).exists()


def test_what_was_left_out_and_is_needed_comes_back_by_one_tap(client: Client, courses: None, dana: Person) -> None:
    held = dana_is_short(dana)
    own = found(dana, "The only one", "10", 3000)
    client.force_login(dana)
    page = change(client, held, f"own-{own.pk}", "forbid")
    assert "Allow again what I left out" in page
    client.post(f"/plan/{held.pk}/relax/", {"about": "forbidden"})
    assert "Cheapest $30" in words_of(client, f"/plan/{held.pk}/")


def test_a_search_that_ran_out_of_time_says_what_could_be_spared_at_most() -> None:
    plan = {"steps": [], "proved": False, "remaining": {"about": "cost", "by": 1250}}
    assert bound(plan) == "The search ran out of time: a better plan could spare $12.50 at most."
    assert bound({"steps": [], "proved": True, "remaining": None}) == ""


def test_a_plan_with_the_same_courses_is_told_once(client: Client, held: Holding) -> None:
    page = words_of(client, f"/plan/{held.pk}/")
    assert "Least travel $54 10 points · $5.40 a point · 10 hours The same courses as in the plan “Cheapest”." in page


def test_where_there_is_no_way_the_first_help_leads_and_gives_up_the_budget_in_words(
    client: Client, courses: None, dana: Person
) -> None:
    held = dana_is_short(dana)
    client.force_login(dana)
    client.post(f"/plan/{held.pk}/wishes/", {"prices": "cheapest_known", "budget": "5"})
    page = client.get(f"/plan/{held.pk}/").content.decode()
    assert "No way to finish yet" in page
    assert "Three ways" not in page
    assert re.search(r'class="button wide"[^>]*>\s*Plan without a budget, with courses of unknown price', page)


def test_a_course_that_is_kept_makes_a_collection_smaller_by_its_points(
    client: Client, courses: None, dana: Person
) -> None:
    held = hold_cma(dana)
    finish(dana, "Wound care", "4", category="clinical", earned_on="2023-05-06")
    kept = found(dana, "Scheduling", "9", 0)
    client.force_login(dana)
    client.post(f"/plan/{held.pk}/wishes/", {"prices": "all"})
    assert "You need 56 of its 60." in words_of(client, f"/plan/{held.pk}/")
    page = change(client, held, f"own-{kept.pk}", "pin")
    assert "You need 47 of its 60." in page
    plan = Planning.objects.get(holding=held).answer["plans"]["cost"]  # type: ignore[index]
    assert (plan["feasible"], plan["proved"], plan["points"]) == (True, True, "5600")


def test_a_course_that_would_be_kept_is_weighed_with_the_smaller_collection(
    client: Client, courses: None, dana: Person
) -> None:
    held = hold_cma(dana)
    finish(dana, "Wound care", "4", category="clinical", earned_on="2023-05-06")
    kept = found(dana, "Scheduling", "9", 1000)
    change_wishes(dana, holding_id=held.pk, stated={"prices": "all"})
    weighed = weigh_choice(dana, holding_id=held.pk, offer=f"own-{kept.pk}", goal="cost", today=TODAY)
    plans = (weighed.now, weighed.other)
    assert [step["quantity"] for plan in plans for step in plan["steps"] if step["of"]] == ["56", "47"]


def test_kept_points_that_a_cap_leaves_out_make_no_collection_smaller(
    client: Client, courses: None, dana: Person
) -> None:
    held = hold_cma(dana)
    finish(dana, "Elsewhere", "25", "cme", category="clinical", earned_on="2023-05-06")
    kept = found(dana, "Elsewhere again", "9", 0, unit="cme", approved_by="ama")
    client.force_login(dana)
    client.post(f"/plan/{held.pk}/wishes/", {"prices": "all"})
    assert "You need 35 of its 60." in words_of(client, f"/plan/{held.pk}/")
    assert "You need 30 of its 60." in change(client, held, f"own-{kept.pk}", "pin")


def test_a_collection_says_what_must_be_of_which_area_and_that_the_rest_may_be_of_any(
    client: Client, courses: None, dana: Person
) -> None:
    held = hold_cma(dana)
    finish(dana, "Wound care", "1", category="clinical", earned_on="2023-05-06")
    finish(dana, "Medical law", "2", category="general", earned_on="2023-05-06")
    finish(dana, "Scheduling", "1", category="administrative", earned_on="2023-05-06")
    client.force_login(dana)
    client.post(f"/plan/{held.pk}/wishes/", {"prices": "all"})
    page = words_of(client, f"/plan/{held.pk}/")
    areas = "9 administrative points, 9 clinical points and 8 general points"
    assert f"A collection: choose from it at least {areas}; the other 30 of any kind." in page
    assert "Counts as 39 administrative" not in page


@pytest.mark.parametrize(
    ("lacks", "told"),
    [
        ({"total": "5"}, "5 points of any kind"),
        ({"total": "5", "clinical": "5", "approved": "5"}, "5 clinical points"),
    ],
)
def test_a_collection_that_no_area_needs_may_be_of_any_kind(lacks: dict[str, str], told: str) -> None:
    step = {"area": "chosen", "category": "administrative|clinical", "counted": "5", "lacks": lacks}
    assert to_choose(step) == told
    assert to_choose({**step, "area": "open"}) == ""


@pytest.mark.parametrize(
    ("certified", "told"),
    [
        (date(2021, 10, 14), "Your cycle has ended. You can still recertify with points until Jan. 29, 2027."),
        (date(2021, 3, 14), "Recertifying with points closed on June 29, 2026. Ask your certifier about the exam."),
    ],
)
def test_a_cycle_that_is_over_says_so_and_shows_the_ways_back(
    client: Client, courses: None, dana: Person, certified: date, told: str
) -> None:
    held = hold_credential(dana, credential="cma-aama", certified_on=certified)
    client.force_login(dana)
    page = words_of(client, f"/plan/{held.pk}/")
    assert f"Your cycle is over We plan no courses past its end. {told} See the ways back" in page
    assert "Too late for this cycle: its last safe day was" in page
    assert "Your cycle ended on" in page
    assert "Still missing" not in page
    assert "apply well before" not in page
