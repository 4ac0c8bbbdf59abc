"""Looking for a school or a course works by keyboard and touch alone, without scripts."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import Look

NO_SCRIPTS = Look(scripts=False)


@pytest.mark.django_db(transaction=True)
def test_from_a_zip_code_to_two_schools_side_by_side(visit: Callable[..., Page], programs: None) -> None:
    page = visit("/programs/", look=NO_SCRIPTS)
    page.get_by_label("ZIP code or city").fill("60612")
    page.get_by_role("button", name="Find schools").click()
    page.get_by_label("Choose City Colleges of Chicago-Malcolm X College").check()
    page.get_by_label("Choose Stellar Career College").check()
    page.get_by_role("button", name="Compare those I ticked").click()
    assert page.get_by_role("heading", level=2).all_inner_texts() == [
        "City Colleges of Chicago-Malcolm X College",
        "Stellar Career College",
    ]
    page.get_by_role("link", name="Stellar Career College", exact=True).click()
    expect(page).to_have_title(re.compile("Stellar Career College"))


@pytest.mark.django_db(transaction=True)
def test_from_a_mistyped_word_to_a_course_and_who_gives_it(visit: Callable[..., Page], courses: None) -> None:
    page = visit("/courses/", look=NO_SCRIPTS)
    page.get_by_label("What about").fill("farmacología")
    page.get_by_label("For which credential").select_option("cma-aama")
    page.get_by_role("button", name="Search").click()
    assert "Worth for the CMA (AAMA)" in page.locator("main").inner_text()
    page.get_by_role("link", name="Pharmacology for Medical Assistants", exact=True).click()
    page.get_by_role("link", name="Relias LLC (ContinuingEducation.com)").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Relias LLC (ContinuingEducation.com)"


@pytest.mark.django_db(transaction=True)
def test_a_telephone_says_where_it_is_only_when_asked_and_allowed(visit: Callable[..., Page], programs: None) -> None:
    page = visit("/programs/")
    page.get_by_role("button", name="Near me").click()
    page.get_by_text("Your device did not say where you are. Write your ZIP code.").wait_for()
    page.context.grant_permissions(["geolocation"])
    page.context.set_geolocation({"latitude": 41.8781, "longitude": -87.6298})
    page.get_by_role("button", name="Near me").click()
    page.get_by_role("heading", name="By distance").wait_for()
    assert page.get_by_label("ZIP code or city").input_value() == "41.88, -87.63"
