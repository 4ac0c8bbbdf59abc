"""Correcting an activity: nothing is overwritten unseen, and what is thrown away can be taken back."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from recert.actions.attach_certificate import attach_certificate
from recert.records.models import Activity, Person
from tests.papers import hand_in
from tests.web.transcripts import dana_is_short, finish, hold_cma

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(dana: Person, client: Client) -> Activity:
    hold_cma(dana)
    client.force_login(dana)
    return finish(dana, "Wound care", "4", category="clinical", approved_by="aama;tsbn", relevant=True)


def shown(client: Client, row: Activity) -> dict[str, Any]:
    """What the edit page would send back, unchanged."""
    form = client.get(f"/activities/{row.pk}/").context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in values.items() if value not in (None, "", False)}


@pytest.mark.usefixtures("vault_folder")
def test_an_attached_document_is_shown_as_what_it_is_and_survives_saving(client: Client, row: Activity) -> None:
    paper = hand_in(row.person, name="wound-care.pdf")
    attach_certificate(row.person, certificate_id=paper.pk, activity_id=row.pk)
    page = client.get(f"/activities/{row.pk}/").content.decode()
    assert "document attached" in page
    assert "wound-care.pdf" in page
    assert "Where the certificate is" not in page
    client.post(f"/activities/{row.pk}/", shown(client, row))
    assert Activity.objects.get().certificate


def test_saving_unchanged_changes_nothing(client: Client, row: Activity) -> None:
    client.post(f"/activities/{row.pk}/", shown(client, row))
    after = Activity.objects.get()
    kept = ("title", "category", "approved_by", "relevant", "quantity", "unit", "earned_on")
    assert [getattr(after, name) for name in kept] == [getattr(row, name) for name in kept]
    assert after.version == 2


@pytest.mark.parametrize(
    "category",
    [
        "",
        "clinical",
        "clinical|general",
        "administrative=1;clinical=3",
        "clinical|general=3;administrative=1",
        "phlebotomy",
    ],
)
def test_every_form_of_category_survives_the_page(client: Client, dana: Person, category: str) -> None:
    hold_cma(dana)
    client.force_login(dana)
    row = finish(dana, "Wound care", "4", category=category)
    client.post(f"/activities/{row.pk}/", {**shown(client, row), "title": "Wound care II"})
    after = Activity.objects.get()
    assert (after.title, after.category) == ("Wound care II", category)


def test_a_save_that_comes_too_late_shows_both_versions(client: Client, row: Activity) -> None:
    mine = {**shown(client, row), "title": "Mine"}
    client.post(f"/activities/{row.pk}/", {**shown(client, row), "title": "Theirs"})
    response = client.post(f"/activities/{row.pk}/", mine)
    page = response.content.decode()
    assert response.status_code == 409
    assert "Theirs" in page
    assert "Mine" in page
    assert Activity.objects.get().title == "Theirs"


def test_the_late_version_can_be_saved_after_all(client: Client, row: Activity) -> None:
    mine = {**shown(client, row), "title": "Mine"}
    client.post(f"/activities/{row.pk}/", {**shown(client, row), "title": "Theirs"})
    page = client.post(f"/activities/{row.pk}/", mine).content.decode()
    again = re.findall(r'<input type="hidden"\s+name="(\w+)"\s+value="([^"]*)"', page)
    sent: dict[str, list[str]] = {}
    for name, value in again:
        sent.setdefault(name, []).append(value)
    client.post(f"/activities/{row.pk}/", sent)
    after = Activity.objects.get()
    assert (after.title, after.approved_by) == ("Mine", "aama;tsbn")


def test_the_trash_asks_once_more_and_gives_back(client: Client, row: Activity) -> None:
    assert "Take" not in client.get(f"/activities/{row.pk}/trash/").content.decode()
    page = client.post(f"/activities/{row.pk}/trash/", follow=True).content.decode()
    assert "is in the trash for 30 days" in page
    assert Activity.objects.get().trashed_at is not None
    client.post(f"/activities/{row.pk}/restore/")
    assert Activity.objects.get().trashed_at is None


def test_the_trash_lists_what_is_in_it_and_until_when(client: Client, row: Activity) -> None:
    assert "The trash is empty" in client.get("/activities/trash/").content.decode()
    client.post(f"/activities/{row.pk}/trash/")
    page = client.get("/activities/trash/").content.decode()
    assert "Wound care" in page
    assert "Removed for good on" in page


def test_what_is_in_the_trash_cannot_be_edited(client: Client, row: Activity) -> None:
    client.post(f"/activities/{row.pk}/trash/")
    assert client.get(f"/activities/{row.pk}/").status_code == 404


@pytest.mark.parametrize("page", ["", "trash/"])
def test_somebody_elses_activity_is_not_found(client: Client, row: Activity, evan: Person, page: str) -> None:
    client.force_login(evan)
    assert client.get(f"/activities/{row.pk}/{page}").status_code == 404
    assert client.post(f"/activities/{row.pk}/{page or 'restore/'}").status_code == 404
    assert Activity.objects.get().trashed_at is None


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {"Wound care", "Medical law", "Telehealth basics", "Five-minute hygiene"}),
        ("q=wound", {"Wound care"}),
        ("show=asked", {"Telehealth basics"}),
        ("show=counts", {"Wound care", "Medical law"}),
        ("show=not", {"Telehealth basics", "Five-minute hygiene"}),
        ("show=too_short", {"Five-minute hygiene"}),
        ("q=nothing+like+it", set()),
    ],
)
def test_the_list_can_be_narrowed(client: Client, dana: Person, query: str, expected: set[str]) -> None:
    dana_is_short(dana)
    client.force_login(dana)
    rows = client.get(f"/activities/?{query}").context["rows"]
    assert {row.activity.title for row in rows} == expected


def test_without_a_credential_the_list_is_still_there(client: Client, evan: Person) -> None:
    finish(evan, "Wound care", "4")
    client.force_login(evan)
    assert "Wound care" in client.get("/activities/").content.decode()
