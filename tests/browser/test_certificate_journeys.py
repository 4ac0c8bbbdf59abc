"""From the camera to counted points on a phone, with and without JavaScript; a broken connection stores once."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from recert.actions.read_certificate import read_certificate
from recert.records.models import Activity, Certificate, Person
from tests.browser.pages import Look
from tests.papers import pdf
from tests.web.transcripts import dana_is_short

pytestmark = pytest.mark.django_db(transaction=True)
PHONE = Look(width=320)
LINES = (
    "CERTIFICATE OF COMPLETION",
    "This certifies that",
    "Dana Whitfield",
    "has completed",
    "Medical Billing and Coding Update",
    "Completion date: June 11, 2025",
    "2.0 contact hours",
)
HEAR = """() => {
  const place = document.querySelector('[data-told]');
  const keep = () => sessionStorage.setItem('told', `${sessionStorage.getItem('told') || ''}${place.textContent}|`);
  new MutationObserver(keep).observe(place, {childList: true, characterData: true, subtree: true});
}"""
"""What a screen reader would be told while files are on their way."""


@pytest.fixture
def photo(vault_folder: Path, tmp_path: Path) -> Path:
    path = tmp_path / "scan.pdf"
    path.write_bytes(pdf(LINES))
    return path


def the_worker_reads_it() -> None:
    for paper in Certificate.objects.filter(state="waiting"):
        read_certificate(paper.pk)


def answer_what_is_asked(page: Page) -> None:
    provider = page.get_by_label("Who gave it")
    if provider.is_visible():
        provider.fill("Riverside Learning")


def test_from_the_camera_to_counted_points(visit, signed_in, dana: Person, photo: Path) -> None:
    dana_is_short(dana)
    page = visit("/activities/", look=PHONE, cookies=signed_in(dana))
    page.get_by_role("link", name="Add a certificate").first.click()
    with page.expect_file_chooser() as chooser:
        page.get_by_label("Your certificates").click()
    chooser.value.set_files(photo)
    expect(page.get_by_text("Your paper is kept safe.")).to_be_visible()
    the_worker_reads_it()
    expect(page.get_by_role("heading", name="Is this right?")).to_be_visible(timeout=10_000)
    answer_what_is_asked(page)
    page.get_by_label("All of it administrative").check()
    page.get_by_role("button", name="Yes, add it").click()
    expect(page.get_by_text("with its document attached")).to_be_visible()
    expect(page.get_by_text("counts 2")).to_be_visible()
    activity = Activity.objects.get(source="paper")
    assert (activity.title, str(activity.quantity), activity.proofs.count()) == (
        "Medical Billing and Coding Update",
        "2",
        1,
    )


def test_the_same_without_javascript(visit, signed_in, dana: Person, photo: Path) -> None:
    dana_is_short(dana)
    page = visit("/certificates/add/", look=Look(scripts=False), cookies=signed_in(dana))
    page.get_by_label("Your certificates").set_input_files(photo)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_text("Your paper is kept safe.")).to_be_visible()
    the_worker_reads_it()
    page.reload()
    answer_what_is_asked(page)
    page.get_by_role("button", name="Yes, add it").click()
    expect(page.get_by_text("with its document attached")).to_be_visible()
    assert Activity.objects.filter(source="paper").count() == 1


def test_a_broken_connection_is_tried_again_and_stores_once(
    visit, signed_in, dana: Person, photo: Path, browser_problems: list[str]
) -> None:
    page = visit("/certificates/add/", look=PHONE, cookies=signed_in(dana))
    sent: list[str] = []

    def the_answer_gets_lost(route: Route) -> None:
        if route.request.method != "POST":
            route.continue_()
            return
        sent.append(route.request.headers["idempotency-key"])
        if len(sent) == 1:
            route.fetch()
            route.abort("connectionreset")
        else:
            route.continue_()

    page.route("**/certificates/add/**", the_answer_gets_lost)
    page.get_by_label("Your certificates").set_input_files(photo)
    expect(page.get_by_text("Your paper is kept safe.")).to_be_visible(timeout=10_000)
    assert len(sent) == 2
    assert len(set(sent)) == 1
    assert Certificate.objects.count() == 1
    assert [problem for problem in browser_problems if "ERR_CONNECTION_RESET" not in problem] == []
    browser_problems.clear()


def test_several_files_are_dropped_at_once_and_progress_is_told(visit, signed_in, dana: Person, photo: Path) -> None:
    other = photo.with_name("other.pdf")
    other.write_bytes(pdf(("Another",)))
    page = visit("/certificates/add/", look=Look(width=1280), cookies=signed_in(dana))
    page.evaluate(HEAR)
    page.get_by_label("Your certificates").set_input_files([photo, other])
    expect(page.get_by_role("heading", name="We are reading them")).to_be_visible()
    assert Certificate.objects.count() == 2
    heard = str(page.evaluate("sessionStorage.getItem('told')"))
    assert "Sending: other.pdf" in heard
    assert "scan.pdf: half sent" in heard
    assert "scan.pdf: Kept safe." in heard


def test_a_file_that_is_too_large_does_not_hold_up_the_others_and_can_be_taken_away(
    visit, signed_in, dana: Person, photo: Path
) -> None:
    huge = photo.with_name("huge.pdf")
    huge.write_bytes(b"%PDF" + b"x" * (26 * 2**20))
    page = visit("/certificates/add/", look=PHONE, cookies=signed_in(dana))
    page.get_by_label("Your certificates").set_input_files([photo, huge])
    expect(page.get_by_text("Kept safe.", exact=True)).to_be_visible()
    paper = Certificate.objects.get()
    expect(page.get_by_role("link", name="Go on with what is kept")).to_have_attribute(
        "href", f"/certificates/{paper.pk}/"
    )
    page.get_by_role("button", name="Take it off this list (huge.pdf)").click()
    expect(page.get_by_text("Your paper is kept safe.")).to_be_visible()
