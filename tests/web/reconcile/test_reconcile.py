"""An official transcript beside one's own: in both, only there, only here; one tap adds what is only there."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
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
from tests.web.transcripts import finish, hold_ccma

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


def only_here(client: Client, draft: ImportDraft) -> str:
    return text_of(client, f"/reconcile/{draft.pk}/").partition("Only here")[2].partition("In both")[0]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"unit": "year", "kind": "employment"}, "The certifier does not accept this kind of activity (Employment)."),
        ({"unit": "contact_hour", "minutes": 20}, "Lasted 20 minutes"),
        ({"unit": "ceu"}, "“CEU” alone can mean one hour or ten."),
    ],
)
def test_what_does_not_count_says_why_and_is_neither_outside_credit_nor_to_be_reported(
    holder: Client, dana: Person, draft: ImportDraft, fields: dict[str, Any], reason: str
) -> None:
    Activity.objects.all().delete()
    add_activity(dana, fields={"title": "Hand hygiene", "earned_on": "2025-06-01", "quantity": "1", **fields})
    page = only_here(holder, draft)
    assert "Hand hygiene" in page
    assert "As it stands it does not count" in page
    assert reason in page
    assert "Outside credit" not in page
    assert "Ask the provider" not in page


def test_what_is_still_to_come_is_not_asked_of_the_provider(holder: Client, dana: Person, draft: ImportDraft) -> None:
    add_activity(dana, fields={"title": "Next week", "earned_on": "2026-10-20", "quantity": "1", "unit": "aama_ceu"})
    with time_machine.travel(datetime(2026, 10, 13, 17, tzinfo=UTC), tick=False):
        page = only_here(holder, draft)
    assert "Next week Oct. 20, 2026 It is still to come." in page


def test_a_card_that_a_rule_calls_approved_is_neither_outside_credit_nor_to_be_reported(
    holder: Client, dana: Person, draft: ImportDraft
) -> None:
    Activity.objects.all().delete()
    card = {"title": "BLS Provider", "earned_on": "2025-06-01", "quantity": "1", "unit": "card", "kind": "cpr_card"}
    add_activity(dana, fields=card)
    page = only_here(holder, draft)
    assert "BLS Provider" in page
    assert "Outside credit" not in page
    assert "Ask the provider" not in page


def test_credit_of_ones_own_certifiers_is_told_from_what_none_of_them_approved(client: Client, luz: Person) -> None:
    hold_credential(luz, credential="rma-amt", certified_on=date(2024, 5, 1))
    hold_ccma(luz)
    Person.objects.filter(pk=luz.pk).update(language="en")
    for title, by in (("Phlebotomy refresher", "nha"), ("Pediatric vital signs", "amt"), ("Asthma", "ancc")):
        finish(luz, title, "3", "ce_credit", earned_on="2025-10-10", approved_by=by)
    client.force_login(Person.objects.get(pk=luz.pk))
    page = only_here(client, start_import(luz, name="official.pdf", content=elsewhere.official_pdf(ROWS)))
    assert re.search(r"Phlebotomy refresher Oct. 10, 2025 Approved by NHA\. If this is a transcript of theirs", page)
    assert re.search(r"Pediatric vital signs Oct. 10, 2025 Approved by AMT\.", page)
    assert re.search(r"Asthma Oct. 10, 2025 As far as we know, no certifier of yours approved it", page)
    assert "Outside credit" not in page


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
