"""Dana plans on a phone: leaves a course out, keeps another, chooses, ticks off, puts it in her calendar and prints."""

from __future__ import annotations

import icalendar
import pytest
from playwright.sync_api import Page, expect

from recert.records.models import Activity, Holding, Person
from tests.browser.pages import Look
from tests.web.plan.conftest import found
from tests.web.transcripts import dana_is_short

pytestmark = pytest.mark.django_db(transaction=True)
PHONE = Look(scripts=False, width=320)


@pytest.fixture
def short(courses: None, dana: Person) -> Holding:
    holding = dana_is_short(dana)
    found(dana, "Billing basics", "6", 3000)
    found(dana, "Scheduling", "4", 2400)
    found(dana, "All of the front desk", "10", 9900)
    found(dana, "Insurance claims", "4", 2600)
    return holding


def of_the_step(page: Page, title: str, button: str) -> None:
    """Open the step in the cheapest plan, and press one of its buttons."""
    card = page.get_by_role("region", name="Cheapest")
    card.locator("summary", has_text=f"({title})").click()
    card.get_by_role("button", name=f"{button} ({title})").click()


def test_dana_plans_on_a_phone_without_javascript(visit, signed_in, dana: Person, short: Holding) -> None:
    page = visit("/", look=PHONE, cookies=signed_in(dana))
    page.get_by_role("link", name="Plan", exact=True).click()
    expect(page.get_by_text("Take this first: Billing basics, $30, 6 points")).to_be_visible()
    of_the_step(page, "Scheduling", "Plan without it")
    expect(page.get_by_text("Left out: Scheduling. This choice costs $2.")).to_be_visible()
    of_the_step(page, "Billing basics", "Keep this course")
    expect(page.get_by_text("Kept: Billing basics. This choice costs nothing.")).to_be_visible()
    page.get_by_role("button", name="Choose this plan (Cheapest)").click()
    expect(page.get_by_text("Still to pay: $56")).to_be_visible()
    page.get_by_role("link", name="I have finished it").first.click()
    page.get_by_label("What you paid, in dollars").fill("28.50")
    page.get_by_role("button", name="Put it on my list").click()
    expect(page.get_by_text("Still to pay: $26")).to_be_visible()
    assert Activity.objects.get(title="Billing basics").person == dana
    page.wait_for_load_state()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_plan_goes_into_the_calendar_and_onto_paper(visit, signed_in, dana: Person, short: Holding) -> None:
    page = visit(f"/plan/{short.pk}/", look=PHONE, cookies=signed_in(dana))
    page.get_by_role("button", name="Choose this plan (Cheapest)").click()
    page.get_by_text("Calendar, share, print, let go").click()
    with page.expect_download() as started:
        page.get_by_role("link", name="Put these days in my calendar (file)").click()
    events = icalendar.Calendar.from_ical(started.value.path().read_bytes()).walk("VEVENT")
    assert len(events) == 2
    expect(page.get_by_role("link", name="Subscribe to my calendar")).to_have_attribute("href", "/reminders/")
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Let this plan go")).to_be_hidden()
    expect(page.get_by_text("Still to pay: $54")).to_be_visible()
    expect(page.locator("nav.nav")).to_be_hidden()
