"""A file's name or a title without a single space breaks where it must: on a phone no page of the holder's scrolls."""

from __future__ import annotations

import pytest

from recert.records.models import Activity, Certificate, Draft
from tests.browser.pages import Look
from tests.browser.test_every_page import SIDEWAYS
from tests.browser.world import World, world

__all__ = ["world"]

PHONE = Look(width=320)
NAME = "Certificate_of_Completion_Dana_M_Reyes_20260502_1.pdf"
TITLE = "Introduction_to_Medical_Assisting_Continuing_Education_Module_12_of_24_final"
PAGES = (
    "/",
    "/standing/{cma}/",
    "/activities/",
    "/activities/?show=asked",
    "/activities/?trashed={trashed}",
    "/activities/{activity}/",
    "/activities/{activity}/trash/",
    "/activities/trash/",
    "/activities/categories/",
    "/certificates/",
    "/certificates/?for={activity}",
    "/certificates/trash/",
    "/certificates/add/?for={activity}",
    "/certificates/{unread_paper}/",
    "/certificates/{unreadable_paper}/",
    "/certificates/{read_paper}/",
    "/certificates/{read_paper}/trash/",
    "/certificates/read/{settled}/",
    "/certificates/read/{settled}/done/",
    "/reconcile/{draft}/",
)


@pytest.fixture
def named(world: World) -> World:
    """The same world, where every name is one long word."""
    Certificate.objects.update(name=NAME)
    Activity.objects.update(title=TITLE, provider=TITLE)
    for draft in Draft.objects.all():
        if read := draft.fields.get("title"):
            Draft.objects.filter(pk=draft.pk).update(fields={**draft.fields, "title": {**read, "value": TITLE}})
    return world


def test_no_long_word_makes_a_page_scroll_sideways(named: World, visit, signed_in) -> None:
    page = visit("/offline/", look=PHONE, cookies=signed_in(named["dana"]))
    home, wide = page.url.removesuffix("/offline/"), []
    for path in PAGES:
        answered = page.goto(home + path.format(**named))
        assert answered.status == 200, path
        if page.evaluate(SIDEWAYS):
            wide.append(path)
    assert "\n".join(wide) == ""
