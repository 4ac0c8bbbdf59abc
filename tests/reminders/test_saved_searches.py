"""A kept search tells what is new, once, through the same ledger as everything else."""

from __future__ import annotations

import pytest
from django.test import Client

from recert.actions.index_courses import index_courses
from recert.actions.save_search import MOST, SearchRefused, save_search
from recert.records.models import Course, Holding, Person, Reminder, SavedSearch
from tests.reminders.conftest import NOON, Mailbox, Sweep, days


def a_new_course(title: str = "Front desk triage", **other: object) -> Course:
    """As a feed would bring it, and put into the index."""
    model = Course.objects.filter(approved_by__contains="aama", quantity__isnull=False).order_by("pk").first()
    assert model is not None
    model.pk, model.title, model.category, model.has_ended = "NEW1", title, "administrative", False
    model.save(force_insert=True)
    index_courses([model])
    return model


@pytest.fixture
def kept(courses: None, cma: Holding) -> SavedSearch:
    return save_search(cma.person, name="what fills my gap", asked="fills=on", now=NOON)


def test_what_was_there_already_is_not_news(kept: SavedSearch, mailbox: Mailbox, sweep_at: Sweep) -> None:
    sweep_at(NOON + days(1))
    assert not Reminder.objects.filter(kind="search").exists()


def test_a_new_course_that_fills_the_gap_is_told_once(kept: SavedSearch, mailbox: Mailbox, sweep_at: Sweep) -> None:
    sweep_at(NOON)
    a_new_course()
    for later in (1, 2, 3):
        sweep_at(NOON + days(later))
    told = [message.get_body(("plain",)).get_content() for message in mailbox.messages]
    assert [("New for “what fills my gap”: 1 course." in text, "Front desk triage" in text) for text in told] == [
        (False, False), (True, True),
    ]  # fmt: skip


def test_a_search_that_was_let_go_tells_nothing(
    kept: SavedSearch, client: Client, mailbox: Mailbox, sweep_at: Sweep
) -> None:
    client.force_login(kept.person)
    client.post(f"/saved/{kept.pk}/drop/")
    a_new_course()
    sweep_at(NOON + days(1))
    assert not Reminder.objects.filter(kind="search").exists()


def test_a_search_is_kept_from_the_page_and_shown(client: Client, courses: None, cma: Holding) -> None:
    client.force_login(cma.person)
    assert "Keep this search" in client.get("/courses/?q=vaccines").content.decode()
    for _ in range(2):
        client.post("/saved/", {"asked": "q=vaccines&fills=on&page=2"})
    assert [(search.name, search.asked) for search in SavedSearch.objects.all()] == [
        ("vaccines, what fills my gap", "fills=on&q=vaccines")
    ]
    assert "vaccines, what fills my gap" in client.get("/saved/").content.decode()


def test_somebody_elses_search_cannot_be_dropped(kept: SavedSearch, client: Client, evan: Person) -> None:
    client.force_login(evan)
    assert client.post(f"/saved/{kept.pk}/drop/").status_code == 404


def test_nobody_keeps_more_searches_than_a_day_has_use_for(dana: Person, courses: None) -> None:
    for number in range(MOST):
        save_search(dana, name=f"search {number}", asked=f"q={number}", now=NOON)
    with pytest.raises(SearchRefused, match="twenty"):
        save_search(dana, name="one more", asked="q=more", now=NOON)


@pytest.mark.parametrize("asked", ["near=99999", "credential=held-999", "within=-5&near=97201", "from_day=soon"])
def test_a_search_that_can_no_longer_be_run_finds_nothing_and_stops_nobody(
    dana: Person, courses: None, asked: str
) -> None:
    assert save_search(dana, name="odd", asked=asked, now=NOON).pk
