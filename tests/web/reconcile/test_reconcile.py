"""An official transcript beside one's own: in both, only there, only here; one tap adds what is only there."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from recert.actions.add_activity import add_activity
from recert.actions.hold_credential import hold_credential
from recert.actions.start_import import start_import
from recert.records.models import Activity, ImportDraft
from recert.records.people import Person
from tests.capture import elsewhere
from tests.capture.test_elsewhere import ROWS

WOUNDS = {"title": "Wound Care Essentials", "provider": "Willow Creek", "earned_on": "2025-03-14", "quantity": "1.25"}
OUTSIDE = {"title": "Thyroid Disease", "earned_on": "2025-05-01", "quantity": "2"}
UNREPORTED = {"title": "Order of Draw", "earned_on": "2025-06-01", "quantity": "1"}
OLD = {"title": "Long Ago", "earned_on": "2023-01-01", "quantity": "1"}


@pytest.fixture
def holder(client: Client, dana: Person) -> Client:
    hold_credential(dana, credential="cma-aama", certified_on=date(2021, 11, 5))
    for fields, unit in ((WOUNDS, "aama_ceu"), (OUTSIDE, "cme"), (UNREPORTED, "aama_ceu"), (OLD, "cme")):
        add_activity(dana, fields={**fields, "unit": unit, "kind": "course"})
    client.force_login(dana)
    return client


@pytest.fixture
def draft(dana: Person) -> ImportDraft:
    return start_import(dana, name="official.pdf", content=elsewhere.official_pdf(ROWS))


def text_of(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_an_upload_leads_to_the_comparison_and_changes_nothing(holder: Client) -> None:
    file = SimpleUploadedFile("official.pdf", elsewhere.official_pdf(ROWS))
    page = holder.post("/reconcile/", {"file": file}, follow=True).content.decode()
    assert "Compared with your official transcript" in page
    assert Activity.objects.count() == 4


def test_the_page_says_what_is_where_and_why(holder: Client, draft: ImportDraft) -> None:
    page = text_of(holder, f"/reconcile/{draft.pk}/")
    assert "in both 1 only there 1 only here 2" in page
    assert "Assisting with Minor Surgery" in page
    assert "Amount: here 1.25, there 1.5" in page
    assert re.search(r"Thyroid Disease May 1, 2025 Outside credit", page)
    assert re.search(r"Order of Draw June 1, 2025 Your certifier approved it", page)
    assert "1 activity is older than anything in the file Long Ago, Jan. 1, 2023" in page


def test_one_tap_adds_what_is_only_there_and_a_second_adds_nothing(holder: Client, draft: ImportDraft) -> None:
    page = holder.get(f"/reconcile/{draft.pk}/").content.decode()
    row = re.search(r'name="row" value="(\d+)"', page)
    assert row
    for _ in range(2):
        holder.post(f"/reconcile/{draft.pk}/add/", {"row": row[1]})
    added = Activity.objects.get(source="imported")
    assert (added.title, added.approval_number, added.category) == (ROWS[1][1], "135580", "administrative")
    assert "in both 2 only there 0" in text_of(holder, f"/reconcile/{draft.pk}/")


def test_everything_can_be_added_at_once(holder: Client, dana: Person) -> None:
    draft = start_import(dana, name="tracker.csv", content=elsewhere.TRACKER.encode())
    holder.post(f"/reconcile/{draft.pk}/add/")
    assert Activity.objects.filter(source="imported").count() == 2


def test_the_file_can_be_let_go(holder: Client, draft: ImportDraft) -> None:
    assert holder.post(f"/reconcile/{draft.pk}/done/").status_code == 302
    assert not ImportDraft.objects.exists()


def test_a_picture_is_answered_with_a_sentence(holder: Client, dana: Person) -> None:
    draft = start_import(dana, name="photo.jpg", content=b"\xff\xd8\xff\xe0")
    assert "This file cannot be compared" in text_of(holder, f"/reconcile/{draft.pk}/")


def test_somebody_elses_file_is_not_found(client: Client, evan: Person, draft: ImportDraft) -> None:
    client.force_login(evan)
    assert client.get(f"/reconcile/{draft.pk}/").status_code == 404
    assert client.post(f"/reconcile/{draft.pk}/add/").status_code == 404
    assert client.post(f"/reconcile/{draft.pk}/done/").status_code == 404


def test_a_longer_transcript_needs_no_more_queries(holder: Client, dana: Person, draft: ImportDraft) -> None:
    longer = start_import(dana, name="official.pdf", content=elsewhere.official_pdf(ROWS * 20))
    counted = []
    for one in (draft, draft, longer):
        with CaptureQueriesContext(connection) as queries:
            holder.get(f"/reconcile/{one.pk}/")
        counted.append(len(queries))
    assert counted[1] == counted[2]
