"""Exports that lack a day, an amount or a unit are completed in the preview, row by row, and nothing typed is lost."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from recert.actions.repair_import import repair_import
from recert.actions.start_import import start_import
from recert.records.models import Activity, ImportDraft
from recert.records.people import Person
from tests.capture import elsewhere

DONE = {"earned_on-2": "2025-05-18", "quantity-2": "13.5", "unit-2": "contact_hour"}
NOTHING = {"earned_on-2": "", "quantity-2": "", "unit-2": ""}


@pytest.fixture
def holder(client: Client, dana: Person) -> Client:
    client.force_login(dana)
    return client


@pytest.fixture
def draft(dana: Person) -> ImportDraft:
    return start_import(dana, name="Certifications.csv", content=elsewhere.CERTIFICATIONS.encode())


def text_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def post(client: Client, draft: ImportDraft, said: dict[str, str]) -> str:
    return client.post(f"/import/{draft.pk}/", said, follow=True).content.decode()


def test_a_month_is_a_hint_and_every_box_names_its_row(holder: Client, draft: ImportDraft) -> None:
    page = text_of(holder.get(f"/import/{draft.pk}/").content.decode())
    assert "1 row lacks something that is needed. Fill it in below." in page
    assert "Row 2: finished on The file says “May 2025”." in page
    assert "Row 2: how much" in page
    assert "Row 2: of what" in page


def test_a_completed_row_is_ready_and_is_added_once(holder: Client, draft: ImportDraft) -> None:
    page = post(holder, draft, DONE)
    assert "Add 1 activity" in page
    assert not Activity.objects.exists()
    columns = dict(re.findall(r'name="(column-\d+)" value="(\w*)"', page))
    answers = [holder.post(f"/import/{draft.pk}/confirm/", columns).status_code for _again in range(2)]
    assert answers == [302, 404]
    one = Activity.objects.get()
    assert (one.title, one.earned_on, one.quantity, one.unit) == (
        "Sterile Processing", date(2025, 5, 18), Decimal("13.5"), "contact_hour",
    )  # fmt: skip
    assert one.source == "imported"


def test_what_was_typed_and_not_sent_is_kept_first_when_somebody_presses_add(
    holder: Client, draft: ImportDraft
) -> None:
    answer = holder.post(f"/import/{draft.pk}/confirm/", DONE, follow=True)
    assert "Kept. Look at the rows, then add them to your transcript." in answer.content.decode()
    assert not Activity.objects.exists()
    boxes = {box.html_name: str(box.value()) for box in answer.context["repair"]}
    columns = dict(re.findall(r'name="(column-\d+)" value="(\w*)"', answer.content.decode()))
    holder.post(f"/import/{draft.pk}/confirm/", boxes | columns)
    assert Activity.objects.get().title == "Sterile Processing"


def test_what_was_typed_wrongly_stands_beside_its_box_when_somebody_presses_add(
    holder: Client, draft: ImportDraft
) -> None:
    answer = holder.post(f"/import/{draft.pk}/confirm/", DONE | {"unit-2": ""})
    assert answer.status_code == 422
    assert 'value="13.5"' in answer.content.decode()
    assert not Activity.objects.exists()


def test_what_was_read_is_filled_in(holder: Client, dana: Person) -> None:
    badges = start_import(dana, name="badges.csv", content=elsewhere.BADGES.encode())
    page = holder.get(f"/import/{badges.pk}/").content.decode()
    assert re.search(r'<input type="date" name="earned_on-2" value="2025-06-03"', page)
    assert "The file has no column for what is missing. Fill it in here." in page
    assert "earned_on-3" not in page
    assert "not finished" in page


def test_what_a_row_leaves_open_is_answered_before_it_is_added(holder: Client, dana: Person) -> None:
    content = b"Title,Sponsor,Date,Credit,Unit\nWound care,Riverside Clinic,2025-03-04,2,CEU\n"
    draft = start_import(dana, name="log.csv", content=content)
    page = holder.get(f"/import/{draft.pk}/").content.decode()
    assert "with a question" in page
    assert "Answer for row 2" in page
    assert "Add 1 activity" in page
    answered = post(holder, draft, {"earned_on-2": "2025-03-04", "quantity-2": "2", "unit-2": "aama_ceu"})
    assert "with a question" not in answered
    assert "Change what you filled in for row 2" in answered
    holder.post(f"/import/{draft.pk}/confirm/", dict(re.findall(r'name="(column-\d+)" value="(\w*)"', answered)))
    assert (Activity.objects.get().quantity, Activity.objects.get().unit) == (Decimal(2), "aama_ceu")


def test_a_row_that_repeats_another_in_the_file_has_nothing_to_fill_in(holder: Client, dana: Person) -> None:
    row = b"Wound care,Riverside Clinic,2025-03-04,2,contact hours\n"
    draft = start_import(dana, name="log.csv", content=b"Title,Sponsor,Date,Credit,Unit\n" + row + row)
    page = holder.get(f"/import/{draft.pk}/").content.decode()
    assert "with a question" in page
    assert "Answer for row" not in page


def test_a_box_left_empty_is_asked_for_and_nothing_typed_is_lost(holder: Client, draft: ImportDraft) -> None:
    response = holder.post(f"/import/{draft.pk}/", DONE | {"unit-2": ""})
    page = response.content.decode()
    assert response.status_code == 422
    assert '<a href="#id_unit-2">Row 2: of what</a>' in page
    assert 'value="13.5"' in page
    assert 'value="2025-05-18"' in page
    assert ImportDraft.objects.get().repairs == {}


def test_a_day_nobody_alive_could_mean_is_refused_beside_its_box(holder: Client, draft: ImportDraft) -> None:
    response = holder.post(f"/import/{draft.pk}/", DONE | {"earned_on-2": "0205-05-18"})
    page = text_of(response.content.decode())
    assert response.status_code == 422
    assert "Row 2: finished on : The year must be from 1950 to 2100; found 205." in page
    assert 'value="13.5"' in response.content.decode()


def test_rows_left_empty_stay_out_and_are_still_listed(holder: Client, draft: ImportDraft) -> None:
    page = post(holder, draft, NOTHING)
    assert "You filled in nothing, so nothing was changed." in page
    assert "something is missing" in page
    holder.post(f"/import/{draft.pk}/confirm/")
    assert not Activity.objects.exists()


def test_what_was_said_can_be_changed_and_taken_back(holder: Client, draft: ImportDraft) -> None:
    post(holder, draft, DONE)
    assert "Change what you filled in for row 2" in post(holder, draft, DONE | {"quantity-2": "3"})
    assert ImportDraft.objects.get().repairs["2"]["quantity"] == "3"
    assert "something is missing" in post(holder, draft, NOTHING)
    assert ImportDraft.objects.get().repairs == {}


def test_the_chosen_columns_stay_chosen(holder: Client, dana: Person) -> None:
    log = start_import(dana, name="log.csv", content=b"When,What,Much\nsoon,Wounds,2\n")
    path = f"/import/{log.pk}/?column-0=earned_on&column-1=title&column-2=quantity"
    said = {"earned_on-2": "2025-01-02", "quantity-2": "2", "unit-2": "cme"}
    response = holder.post(path, said)
    assert response["Location"] == path
    assert "Add 1 activity" in holder.get(path).content.decode()


def test_a_box_for_a_row_that_asks_nothing_is_not_heard(holder: Client, dana: Person) -> None:
    log = start_import(dana, name="log.csv", content=b"Date,Hours\n2025-01-02,2\n")
    holder.post(f"/import/{log.pk}/", DONE)
    assert ImportDraft.objects.get(pk=log.pk).repairs == {}


def test_somebody_elses_rows_cannot_be_filled_in(client: Client, evan: Person, draft: ImportDraft) -> None:
    client.force_login(evan)
    assert client.post(f"/import/{draft.pk}/", DONE).status_code == 404
    with pytest.raises(ImportDraft.DoesNotExist):
        repair_import(evan, draft_id=draft.pk, rows={})


def test_the_page_is_the_same_in_spanish(client: Client, luz: Person) -> None:
    client.force_login(luz)
    hers = start_import(luz, name="Certifications.csv", content=elsewhere.CERTIFICATIONS.encode())
    page = text_of(client.get(f"/import/{hers.pk}/").content.decode())
    assert "Fila 2: terminado el" in page
    assert "El archivo dice “May 2025”." in page


def test_at_most_fifty_rows_are_asked_about_at_once_and_the_unfinished_come_last(holder: Client, dana: Person) -> None:
    head, done, watched, _end = elsewhere.LEARNING.split("\n")
    history = start_import(dana, name="Learning.csv", content="\n".join([head, watched, *[done] * 60]).encode())
    first = holder.get(f"/import/{history.pk}/").content.decode()
    assert first.count('type="date"') == 50
    assert "not completed, so it is left out" not in first
    second = holder.get(f"/import/{history.pk}/?page=2").content.decode()
    assert second.count('type="date"') == 10
    assert "not completed, so it is left out" in second


def test_turning_the_page_keeps_what_was_typed_on_this_one(holder: Client, dana: Person) -> None:
    head, row, _end = elsewhere.CERTIFICATIONS.split("\n")
    longer = start_import(dana, name="Certifications.csv", content="\n".join([head, *[row] * 60]).encode())
    first = holder.get(f"/import/{longer.pk}/").content.decode()
    assert 'name="turn" value="2">Next page</button>' in first
    turned = holder.post(f"/import/{longer.pk}/", {**DONE, "turn": "2"}, follow=True)
    assert "Page 2 of 2" in text_of(turned.content.decode())
    assert "Kept." in text_of(turned.content.decode())
    assert set(ImportDraft.objects.get(pk=longer.pk).repairs) == {"2"}
    back = holder.post(f"/import/{longer.pk}/?page=2", {"turn": "1"}, follow=True)
    assert "Page 1 of 2" in text_of(back.content.decode())
    assert "nothing was changed" not in text_of(back.content.decode())


def test_a_box_that_cannot_be_kept_stays_where_it_is_when_the_page_is_turned(holder: Client, dana: Person) -> None:
    head, row, _end = elsewhere.CERTIFICATIONS.split("\n")
    longer = start_import(dana, name="Certifications.csv", content="\n".join([head, *[row] * 60]).encode())
    refused = holder.post(f"/import/{longer.pk}/", {**DONE, "quantity-2": "many", "turn": "2"})
    assert refused.status_code == 422
    page = refused.content.decode()
    assert 'value="many"' in page
    assert "Page 1 of 2" in text_of(page)


def test_more_rows_need_no_more_queries(holder: Client, dana: Person, draft: ImportDraft) -> None:
    head, row, _end = elsewhere.CERTIFICATIONS.split("\n")
    longer = start_import(dana, name="Certifications.csv", content="\n".join([head, *[row] * 40]).encode())
    counted = []
    for one in (draft, draft, longer):
        with CaptureQueriesContext(connection) as queries:
            holder.post(
                f"/import/{one.pk}/", {f"{name[:-1]}{n}": said for name, said in DONE.items() for n in range(2, 42)}
            )
        counted.append(len(queries))
    assert counted[1] == counted[2]
