"""What a holder does on a phone: by touch, by keyboard alone, without JavaScript and without network."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from recert.records.models import Activity, Holding, Person
from tests.browser.pages import Look
from tests.web.transcripts import dana_is_short, luz_has_two

pytestmark = pytest.mark.django_db(transaction=True)
PLAIN = Look(scripts=False)


def fill_in(page: Page, answers: dict[str, str]) -> None:
    for label, answer in answers.items():
        page.get_by_label(label, exact=True).fill(answer)


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent.trim()"))


def tab_to(page: Page, words: str) -> None:
    """Press Tab until the thing with these words has the focus."""
    for _ in range(60):
        if focused(page).startswith(words):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reached {words!r}")


def test_from_nothing_to_a_standing_without_javascript(visit, signed_in, evan: Person) -> None:
    page = visit("/", look=PLAIN, cookies=signed_in(evan))
    page.get_by_role("link", name="Add my credential").click()
    page.get_by_label("Name or letters").fill("cma aama")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name=re.compile(r"I hold this one +\(CMA \(AAMA\)\)")).click()
    page.get_by_label("Certified or last recertified on").fill("2022-03-14")
    page.get_by_role("button", name="Add it to my list").click()
    expect(page.get_by_text("Not ready yet")).to_be_visible()
    page.get_by_role("link", name="Add an activity").first.click()
    fill_in(page, {"Title": "Wound care", "Finished on": "2024-05-06", "How much": "4"})
    page.get_by_label("Of what").select_option("AAMA CEU")
    page.get_by_label("All of it clinical").check()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("CMA (AAMA): counts 4")).to_be_visible()
    page.goto("/")
    expect(page.get_by_text("30 of what you still earn must be AAMA-approved")).to_have_count(0)
    expect(page.get_by_text("26 of what you still earn must be AAMA-approved")).to_be_visible()


def test_splitting_opens_its_boxes_without_javascript(visit, signed_in, dana: Person) -> None:
    dana_is_short(dana)
    page = visit("/activities/add/", look=PLAIN, cookies=signed_in(dana))
    box = page.get_by_label("How much of it is clinical?")
    expect(box).to_be_hidden()
    page.get_by_label("Part of it in each").check()
    expect(box).to_be_visible()


def test_the_rule_behind_a_number_opens_without_javascript(visit, signed_in, dana: Person) -> None:
    dana_is_short(dana)
    page = visit("/", look=PLAIN, cookies=signed_in(dana))
    page.locator("summary", has_text="(Administrative)").click()
    rule = page.locator("details.citation[open]")
    expect(rule.get_by_role("link", name="Recertification Policies")).to_be_visible()
    expect(rule.get_by_text("Confirmed on the certifier's own page.")).to_be_visible()


def test_trash_and_undo_without_javascript(visit, signed_in, dana: Person) -> None:
    dana_is_short(dana)
    row = Activity.objects.get(title="Wound care")
    page = visit(f"/activities/{row.pk}/", look=PLAIN, cookies=signed_in(dana))
    page.get_by_role("link", name="Move to trash").click()
    page.get_by_role("button", name="Move to trash").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("is back on your list")).to_be_visible()


def test_the_keyboard_alone_reaches_the_content_the_rule_and_the_next_step(visit, signed_in, dana: Person) -> None:
    dana_is_short(dana)
    page = visit("/", cookies=signed_in(dana))
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the content"
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    tab_to(page, "The rule")
    page.keyboard.press("Enter")
    expect(page.locator("details.citation[open]")).to_have_count(1)
    page.keyboard.press("Space")
    expect(page.locator("details.citation[open]")).to_have_count(0)


def test_a_form_with_errors_puts_the_focus_on_what_is_wrong(visit, signed_in, dana: Person, browser_problems) -> None:
    dana_is_short(dana)
    page = visit("/activities/add/", cookies=signed_in(dana))
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(":focus")).to_contain_text("need another look")
    tab_to(page, "Title")
    page.keyboard.press("Enter")
    expect(page.locator("[name=title]")).to_be_focused()
    browser_problems[:] = [problem for problem in browser_problems if "422" not in problem]


def test_nothing_focused_hides_behind_the_bottom_bar(visit, signed_in, dana: Person) -> None:
    dana_is_short(dana)
    page = visit("/activities/add/", cookies=signed_in(dana))
    bar = page.locator(".nav").bounding_box()
    for _ in range(45):
        page.keyboard.press("Tab")
        box = page.evaluate("(({top, height}) => [top, height])(document.activeElement.getBoundingClientRect())")
        inside = page.evaluate("!!document.activeElement.closest('.nav, .skip')")
        assert inside or box[0] < bar["y"], focused(page)


def test_a_phone_switches_between_credentials_in_place(visit, signed_in, luz: Person) -> None:
    first, second = luz_has_two(luz)
    page = visit(f"/?on={first.pk}", look=Look(language="es"), cookies=signed_in(luz))
    expect(page.locator(f"#panel-{second.pk}")).to_be_hidden()
    page.locator(f'[data-panel="panel-{second.pk}"]').click()
    expect(page.locator(f"#panel-{second.pk}")).to_be_visible()
    expect(page.locator(f"#panel-{first.pk}")).to_be_hidden()


def test_a_desk_shows_the_credentials_side_by_side(visit, signed_in, luz: Person) -> None:
    luz_has_two(luz)
    page = visit("/", look=Look(width=1280, language="es"), cookies=signed_in(luz))
    boxes = [page.locator(f"#panel-{holding.pk}").bounding_box() for holding in Holding.objects.all()]
    assert boxes[0]["y"] == boxes[1]["y"]
    assert boxes[0]["x"] < boxes[1]["x"]


def test_choosing_spanish_keeps_spanish(visit, signed_in, dana: Person) -> None:
    page = visit("/", cookies=signed_in(dana))
    page.get_by_role("button", name="Español").click()
    page.goto("/activities/")
    assert page.locator("html").get_attribute("lang") == "es"
    dana.refresh_from_db()
    assert dana.language == "es"


@pytest.fixture
def offline_page(visit, signed_in, dana: Person, browser_problems: list[str]):
    """Home, looked at once while there was network; then the network goes."""
    dana_is_short(dana)
    page = visit("/", cookies=signed_in(dana))
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.reload()
    page.wait_for_function("caches.has('recert-private')")
    yield page
    browser_problems[:] = [problem for problem in browser_problems if "ERR_INTERNET" not in problem]


def test_the_standing_opens_offline_and_says_how_old_it_is(offline_page: Page) -> None:
    expect(offline_page.get_by_text("You are offline.")).to_be_hidden()
    offline_page.context.set_offline(True)
    offline_page.reload()
    expect(
        offline_page.get_by_text("You are offline. This is your standing as it was last shown here:")
    ).to_be_visible()
    expect(offline_page.locator("time[data-ago]")).to_contain_text("(")
    expect(offline_page.get_by_text("Not ready yet").first).to_be_visible()


def test_any_other_page_offline_says_so(offline_page: Page) -> None:
    offline_page.context.set_offline(True)
    offline_page.goto("/activities/")
    expect(offline_page.get_by_role("heading", name="You are offline")).to_be_visible()


def test_nothing_private_is_left_after_signing_out(offline_page: Page) -> None:
    offline_page.goto("/accounts/logout/")
    offline_page.get_by_role("main").get_by_role("button").first.click()
    offline_page.wait_for_function("caches.has('recert-private').then((has) => !has)")
    offline_page.context.set_offline(True)
    offline_page.goto("/")
    expect(offline_page.get_by_text("Not ready yet")).to_have_count(0)
