"""A spreadsheet is shown row by row first, kept when confirmed, and can be taken back."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from recert.actions.start_import import MOST_BYTES, start_import
from recert.records.models import Activity, ImportDraft
from recert.records.people import Person
from tests.web.transcripts import hold_cma

FILE = b"""Date Completed,Course,Sponsor,Contact Hours,Mood
3/14/2024,Order of draw,Relias,1.5,happy
13/40/2024,Broken,Relias,1,sad
"""


@pytest.fixture
def holder(client: Client, dana: Person) -> Client:
    client.force_login(dana)
    return client


@pytest.fixture
def draft(dana: Person) -> ImportDraft:
    return start_import(dana, name="log.csv", content=FILE)


def text_of(client: Client, path: str, **asked: str) -> str:
    response = client.get(path, asked)
    assert response.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_an_upload_leads_to_a_preview_and_keeps_nothing(holder: Client) -> None:
    response = holder.post("/import/", {"file": SimpleUploadedFile("log.csv", FILE)}, follow=True)
    page = response.content.decode()
    assert "Nothing is saved yet." in page
    assert "Add 1 activity" in page
    assert not Activity.objects.exists()


def test_every_row_says_what_becomes_of_it_and_a_refused_one_names_its_cell(holder: Client, draft: ImportDraft) -> None:
    page = text_of(holder, f"/import/{draft.pk}/")
    assert "Row 2 ready Order of draw" in page
    assert re.search(r"Row 3 something is missing Cell A3, “Date Completed”: found “13/40/2024”", page)


def test_the_guessed_columns_can_be_changed_and_nothing_is_kept_by_looking(holder: Client, draft: ImportDraft) -> None:
    columns = {"column-0": "earned_on", "column-1": "provider", "column-2": "title", "column-3": "quantity"}
    assert "Relias March 14, 2024, Order of draw" in text_of(holder, f"/import/{draft.pk}/", **columns)
    assert not Activity.objects.exists()


def test_two_columns_for_one_field_are_refused_in_a_sentence(holder: Client, draft: ImportDraft) -> None:
    columns = {"column-0": "earned_on", "column-1": "title", "column-2": "title"}
    assert "are all to be read as title" in text_of(holder, f"/import/{draft.pk}/", **columns)


def test_confirming_keeps_the_columns_that_were_shown_and_undo_takes_it_back(
    holder: Client, draft: ImportDraft
) -> None:
    columns = {"column-0": "earned_on", "column-1": "provider", "column-2": "title", "column-3": "quantity"}
    done = holder.post(f"/import/{draft.pk}/confirm/", columns, follow=True)
    assert "1 activity is on your transcript now." in done.content.decode()
    assert Activity.objects.get().title == "Relias"
    holder.post(f"/import/{draft.pk}/undo/")
    assert Activity.objects.get().trashed_at is not None


def test_a_file_can_be_let_go(holder: Client, draft: ImportDraft) -> None:
    holder.post(f"/import/{draft.pk}/drop/")
    assert not ImportDraft.objects.exists()


def test_a_file_that_is_no_table_is_answered_with_a_sentence(holder: Client, dana: Person) -> None:
    draft = start_import(dana, name="photo.csv", content=b"\x89PNG\r\n\x1a\n\x00\x00")
    assert "This file cannot be read" in text_of(holder, f"/import/{draft.pk}/")


def test_an_empty_file_is_refused_at_its_field(holder: Client) -> None:
    page = holder.post("/import/", {"file": SimpleUploadedFile("log.csv", b"")}).content.decode()
    assert "This file is empty" in page


def test_a_file_without_a_header_says_so_and_loses_no_row(holder: Client, dana: Person) -> None:
    lines = b"Wounds,2026-01-01,2 CME\nCoding,2026-01-02,1 CME\n"
    draft = start_import(dana, name="log.csv", content=lines)
    page = text_of(holder, f"/import/{draft.pk}/")
    assert "The first row holds no names of columns, so it is read as an activity like the others." in page
    assert "Column A (optional) For example “Wounds”, “Coding”" in page
    chosen = {"column-0": "title", "column-1": "earned_on", "column-2": "quantity"}
    assert "Add 2 activities" in text_of(holder, f"/import/{draft.pk}/", **chosen)


def test_a_file_with_nothing_under_its_header_says_so(holder: Client, dana: Person) -> None:
    draft = start_import(dana, name="log.csv", content=b"Date,Course,Hours\n")
    page = text_of(holder, f"/import/{draft.pk}/")
    assert "The file has no rows below the names of its columns, so there is nothing to add." in page


def test_a_kind_or_a_unit_that_is_none_is_answered_in_the_words_of_the_page(client: Client, luz: Person) -> None:
    client.force_login(luz)
    rows = b"Date,Kind,Amount,Unit\n2026-01-02,party,1,CME\n2026-01-02,course,1,apples\n"
    page = text_of(client, f"/import/{start_import(luz, name='log.csv', content=rows).pk}/")
    assert "“party”; se necesita uno de “Curso”, “Conferencia”" in page
    assert "“Tarjeta de RCP”, “Repaso para el examen”" in page
    assert "cpr_card," not in page
    assert "aama_ceu," not in page


@pytest.mark.parametrize(("size", "said"), [(MOST_BYTES + 1, "5121 kB"), (6 * 1024 * 1024, "6144 kB")])
def test_a_file_that_is_too_large_is_told_its_own_size(holder: Client, size: int, said: str) -> None:
    page = holder.post("/import/", {"file": SimpleUploadedFile("log.csv", b"x" * size)}).content.decode()
    assert f"This file has {said}; at most 5120 kB can be read." in page


def test_somebody_elses_file_is_not_found(client: Client, evan: Person, draft: ImportDraft) -> None:
    client.force_login(evan)
    assert client.get(f"/import/{draft.pk}/").status_code == 404
    for verb in ("confirm", "drop", "undo"):
        assert client.post(f"/import/{draft.pk}/{verb}/").status_code == 404
    assert ImportDraft.objects.exists()


def test_rows_that_stay_out_are_named_beside_the_button(holder: Client, draft: ImportDraft) -> None:
    page = text_of(holder, f"/import/{draft.pk}/")
    assert "1 row will be left out: 3." in page
    assert "Fill in below what is missing, or leave it empty." in page
    assert "with a question" not in page


def test_where_no_row_can_be_read_the_columns_are_open_to_be_changed(holder: Client, dana: Person) -> None:
    broken = start_import(dana, name="log.csv", content=FILE.replace(b"Date Completed", b"Mood of the day"))
    page = holder.get(f"/import/{broken.pk}/").content.decode()
    assert "No row can be read like this." in page
    assert '<details class="more" open>' in page


def test_after_an_import_one_is_told_what_still_lacks_a_category(
    holder: Client, dana: Person, draft: ImportDraft
) -> None:
    hold_cma(dana)
    columns = {"column-0": "earned_on", "column-1": "title", "column-2": "provider", "column-3": "quantity"}
    page = holder.post(f"/import/{draft.pk}/confirm/", columns, follow=True).content.decode()
    assert "1 of them names no category." in page
    assert f'<a href="/activities/{Activity.objects.get().pk}/">Order of draw</a>' in page
