"""What a stranger does without an account, and a holder with a file: without JavaScript, and by keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from recert.records.models import Activity, Person
from tests.browser.pages import LOOKS, Look
from tests.web.transcripts import dana_is_short

pytestmark = pytest.mark.django_db(transaction=True)
PLAIN = Look(scripts=False)
COURSE_PAGE = "Order of Draw\nApproved for 1.5 ANCC contact hours.\nLength: 90 minutes"
LOG = b"Date Completed,Course,Sponsor,Contact Hours\n5/2/2024,ICD-10 update,AAPC,2\n13/40/2024,Broken,Relias,1\n"


def test_a_stranger_pastes_a_page_and_learns_that_it_counts_without_javascript(visit) -> None:
    page = visit("/", look=PLAIN)
    page.get_by_role("link", name="Does a course count?").click()
    page.get_by_label("Text of the course page").fill(COURSE_PAGE)
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_text("We read this from the page. Please check it.")).to_be_visible()
    page.get_by_role("button", name="Does it count?").click()
    expect(page.get_by_role("heading", name="Yes, it counts")).to_be_visible()
    page.locator(".answer summary").last.click()
    expect(page.locator("details.citation[open]").get_by_text("We read it on")).to_be_visible()


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.width} {look.scheme}")
def test_the_answer_is_accessible_however_it_is_looked_at(visit, faults, look: Look) -> None:
    page = visit("/check/", look=look)
    answer(page, unit="ceu")
    expect(page.get_by_role("heading", name="It depends")).to_be_visible()
    assert faults(page) == []


def answer(page: Page, *, unit: str) -> None:
    page.get_by_label("How much").fill("2")
    page.get_by_label("Of what").select_option(unit)
    page.get_by_role("button", name="Does it count?").click()


def test_a_number_in_the_guide_leads_to_its_rule_by_keyboard_alone(visit) -> None:
    page = visit("/guide/must-all-be-aama/")
    page.locator(".note-mark").first.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#note-1")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/credentials/cma-aama/#rule-approved")
    expect(page.locator("#rule-approved")).to_be_in_viewport()


def test_a_rule_in_a_closed_chapter_opens_when_its_number_is_followed(visit) -> None:
    page = visit("/guide/college-classes/")
    page.locator(".sources a[href*='#rule-unit-college-credit']").click()
    expect(page.locator("#rule-unit-college-credit")).to_be_visible()


def test_a_file_is_seen_first_then_kept_then_taken_back_without_javascript(visit, signed_in, dana: Person) -> None:
    dana_is_short(dana)
    before = Activity.objects.filter(trashed_at=None).count()
    page = visit("/import/", look=PLAIN, cookies=signed_in(dana))
    page.get_by_label("Your file").set_input_files({"name": "log.csv", "mimeType": "text/csv", "buffer": LOG})
    page.get_by_role("button", name="Look at the file").click()
    expect(page.get_by_text("Cell A3, “Date Completed”:")).to_be_visible()
    assert Activity.objects.filter(trashed_at=None).count() == before
    page.get_by_role("button", name="Add 1 activity").click()
    expect(page.get_by_text("1 activity is on your transcript now.")).to_be_visible()
    page.get_by_role("button", name="Undo this import").click()
    assert Activity.objects.filter(trashed_at=None).count() == before


def test_what_if_changes_nothing_that_is_kept_without_javascript(visit, signed_in, dana: Person) -> None:
    held = dana_is_short(dana)
    kept = Activity.objects.count()
    page = visit(f"/what-if/{held.pk}/", look=PLAIN, cookies=signed_in(dana))
    page.get_by_label("How much").fill("6")
    page.get_by_label("Of what").select_option("aama_ceu")
    page.get_by_role("button", name="See what would change").click()
    expect(page.get_by_role("heading", name="What would change")).to_be_visible()
    assert Activity.objects.count() == kept
