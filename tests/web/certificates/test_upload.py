"""Handing in: every file is stored once, said no to in a sentence, and only then read."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from recert.records.models import Activity, Certificate, Person
from recert.web.certificates import upload
from tests.papers import hand_in, pdf
from tests.web.transcripts import finish

pytestmark = pytest.mark.usefixtures("vault_folder")
JSON = {"Accept": "application/json"}


@pytest.fixture
def holder(client: Client, dana: Person) -> Client:
    client.force_login(dana)
    return client


def file(content: bytes | None = None, name: str = "paper.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, pdf() if content is None else content)


def test_one_paper_leads_to_its_own_page(holder: Client) -> None:
    page = holder.post("/certificates/add/", {"papers": file(), "request_key": "k"}, follow=True)
    assert page.redirect_chain[-1][0] == f"/certificates/{Certificate.objects.get().pk}/"
    assert "Your paper is kept safe." in page.content.decode()


def test_many_papers_lead_to_the_wallet(holder: Client) -> None:
    files = [file(pdf((str(n),)), f"{n}.pdf") for n in range(3)]
    page = holder.post("/certificates/add/", {"papers": files, "request_key": "k"}, follow=True)
    assert "3 papers are kept safe." in page.content.decode()
    assert Certificate.objects.count() == 3


def test_sending_the_form_again_stores_nothing_new(holder: Client) -> None:
    for _ in range(2):
        files = [file(pdf((str(n),)), f"{n}.pdf") for n in range(3)]
        holder.post("/certificates/add/", {"papers": files, "request_key": "k"})
    assert Certificate.objects.count() == 3


def test_another_file_sent_from_the_same_form_is_kept_too(holder: Client) -> None:
    for n in range(2):
        holder.post("/certificates/add/", {"papers": file(pdf((str(n),)), f"{n}.pdf"), "request_key": "k"})
    assert [paper.name for paper in Certificate.objects.order_by("pk")] == ["0.pdf", "1.pdf"]


def test_not_one_of_thirty_papers_is_left_out(holder: Client) -> None:
    page = holder.post("/certificates/add/", {"papers": [file(name=f"{n}.pdf") for n in range(30)]}, follow=True)
    assert "30 papers are kept safe." in page.content.decode()
    assert Certificate.objects.count() == 30


def test_a_program_is_answered_with_the_paper_and_the_same_key_finds_it(holder: Client) -> None:
    headers = {**JSON, "Idempotency-Key": "abc"}
    first, second = (holder.post("/certificates/add/", {"papers": file()}, headers=headers) for _ in range(2))
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json() == second.json() == {
        "id": Certificate.objects.get().pk, "name": "paper.pdf", "href": f"/certificates/{Certificate.objects.get().pk}/",
    }  # fmt: skip


@pytest.mark.parametrize(("content", "status"), [(b"", 422), (b"x" * (25 * 2**20 + 1), 413)])
def test_what_cannot_be_kept_is_a_sentence(holder: Client, content: bytes, status: int) -> None:
    response = holder.post("/certificates/add/", {"papers": file(content)}, headers=JSON)
    assert response.status_code == status
    assert response.json()["problem"].endswith(".")
    page = holder.post("/certificates/add/", {"papers": file(content)})
    assert page.status_code == status
    assert "file is" in page.content.decode()
    assert not Certificate.objects.exists()


def test_one_bad_file_among_several_stands_in_the_way_of_no_other_and_is_named(holder: Client) -> None:
    files = [file(name="card.pdf"), file(b"", "empty.pdf"), file(pdf(("form",)), "form.pdf")]
    page = holder.post("/certificates/add/", {"papers": files, "request_key": "k"}, follow=True)
    assert page.redirect_chain[-1][0] == "/certificates/"
    assert set(Certificate.objects.values_list("name", flat=True)) == {"card.pdf", "form.pdf"}
    said = page.content.decode()
    assert "2 papers are kept safe." in said
    assert "“empty.pdf” was not kept. This file is empty." in said


def test_where_none_can_be_kept_each_is_named_with_its_reason(holder: Client) -> None:
    page = holder.post("/certificates/add/", {"papers": [file(b"", "a.pdf"), file(b"", "b.pdf")]})
    assert page.status_code == 422
    assert all(f"“{name}” was not kept. This file is empty." in page.content.decode() for name in ("a.pdf", "b.pdf"))
    assert not Certificate.objects.exists()


def test_what_is_far_too_large_is_refused_before_it_arrives(holder: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upload, "MOST_AT_ONCE", 10)
    monkeypatch.setattr(upload, "ENVELOPE", 0)
    assert holder.post("/certificates/add/", {"papers": file()}, headers=JSON).status_code == 413


def test_nothing_of_a_file_is_held_in_memory(holder: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    kinds: list[str] = []
    keep = upload._keep
    monkeypatch.setattr(upload, "_keep", lambda *given: (kinds.append(type(given[1]).__name__), keep(*given))[1])
    holder.post("/certificates/add/", {"papers": file()})
    assert kinds == ["TemporaryUploadedFile"]


def test_no_file_at_all_is_said_at_its_field(holder: Client) -> None:
    page = holder.post("/certificates/add/", {})
    assert page.status_code == 422
    assert "Please choose a file first." in page.content.decode()


def test_a_form_without_its_token_is_refused(dana: Person) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(dana)
    assert strict.post("/certificates/add/", {"papers": file()}).status_code == 403


def test_a_paper_may_be_for_an_activity_that_is_there(holder: Client, dana: Person) -> None:
    row = finish(dana, "Wound care", "4")
    holder.post(f"/certificates/add/?for={row.pk}", {"papers": file()})
    assert Activity.objects.get().proofs.count() == 1


def test_a_paper_for_somebody_elses_activity_is_not_taken(holder: Client, evan: Person) -> None:
    row = finish(evan, "Wound care", "4")
    assert holder.post(f"/certificates/add/?for={row.pk}", {"papers": file()}).status_code == 404
    assert not Certificate.objects.exists()


def test_the_original_comes_back_byte_for_byte_and_runs_nowhere(holder: Client, dana: Person) -> None:
    evil = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
    paper = hand_in(dana, evil, name='badge".svg')
    response = holder.get(f"/certificates/{paper.pk}/original/")
    assert b"".join(response.streaming_content) == evil
    assert response.headers["Content-Disposition"].startswith("attachment")
    assert response.headers["Content-Type"] == "application/octet-stream"
    assert "sandbox" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("part", ["", "original/", "page/1/", "trash/"])
def test_somebody_elses_paper_is_not_found(client: Client, dana: Person, evan: Person, part: str) -> None:
    paper = hand_in(dana)
    client.force_login(evan)
    assert client.get(f"/certificates/{paper.pk}/{part}").status_code == 404
