"""A paper that waits is read once, by whoever comes first, and never for ever."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest
from django.utils import timezone
from PIL import Image

from recert.actions import read_certificate as reading
from recert.actions.add_activity import add_activity
from recert.actions.attach_certificate import attach_certificate
from recert.actions.open_vault import vault
from recert.actions.read_again import read_again, type_in
from recert.actions.read_certificate import read_certificate
from recert.actions.show_page import show_page
from recert.actions.sweep_papers import sweep_papers
from recert.records.models import Certificate, Draft, Person
from tests.papers import hand_in, pdf

pytestmark = pytest.mark.usefixtures("vault_folder")


def test_a_paper_is_read_into_drafts(dana: Person) -> None:
    paper = hand_in(dana)
    assert read_certificate(paper.pk)
    paper.refresh_from_db()
    draft = Draft.objects.get()
    assert (paper.state, paper.pages, draft.outcome) == ("read", 1, "")
    assert draft.fields["title"]["value"] == "Prior Authorization Step by Step"
    assert draft.fields["earned_on"]["value"] == "2025-06-11"


def test_a_photo_taken_sideways_is_shown_upright_with_its_frames(dana: Person) -> None:
    page = pypdfium2.PdfDocument(pdf())[0].render(scale=2.5).to_pil().convert("RGB")
    photo = io.BytesIO()
    page.rotate(90, expand=True).save(photo, "JPEG")
    paper = hand_in(dana, photo.getvalue(), name="sideways.jpg")
    read_certificate(paper.pk)
    assert Draft.objects.get().fields["quantity"]["turns"] in (1, 3)
    width, height = Image.open(io.BytesIO(show_page(dana, certificate_id=paper.pk, page=1))).size
    assert width > height


def test_a_paper_that_was_attached_before_it_was_read_asks_nothing_more(dana: Person) -> None:
    typed = add_activity(dana, fields={"earned_on": "2025-06-11", "quantity": "2", "unit": "cme"})
    paper = hand_in(dana)
    attach_certificate(dana, certificate_id=paper.pk, activity_id=typed.pk)
    read_certificate(paper.pk)
    draft = Draft.objects.get()
    assert (draft.outcome, draft.activity, draft.fields["quantity"]["value"]) == ("confirmed", typed, "2")


def test_reading_again_what_was_read_does_nothing(dana: Person) -> None:
    paper = hand_in(dana)
    assert [read_certificate(paper.pk) for _ in range(2)] == [True, False]
    assert Draft.objects.count() == 1


def test_what_cannot_be_read_says_why_and_can_be_typed_in(dana: Person) -> None:
    paper = hand_in(dana, b"MZ this is no certificate", name="virus.exe")
    read_certificate(paper.pk)
    paper.refresh_from_db()
    assert paper.state == "unreadable"
    assert paper.trouble["wording"]
    assert Draft.objects.get().fields == {}


def test_a_person_can_have_it_read_again(dana: Person) -> None:
    paper = hand_in(dana, b"MZ this is no certificate")
    read_certificate(paper.pk)
    assert read_again(dana, certificate_id=paper.pk).state == "waiting"
    assert sweep_papers(now=timezone.now() + timedelta(minutes=1)) == 1
    assert (Certificate.objects.get().state, Draft.objects.count()) == ("unreadable", 1)


def test_a_reader_that_died_is_followed_by_another_but_not_for_ever(dana: Person) -> None:
    paper = hand_in(dana)
    for attempts in (1, 2, 3):
        long_ago = timezone.now() - timedelta(minutes=10)
        Certificate.objects.filter(pk=paper.pk).update(state="reading", attempts=attempts, tried_at=long_ago)
        found = Certificate.objects.get()
        assert (found.attempts, found.state) == (attempts, "reading")
        read = sweep_papers(now=timezone.now() + timedelta(minutes=1))
        assert read == (1 if attempts < 3 else 0)
    paper.refresh_from_db()
    assert (paper.state, paper.trouble["wording"][:35]) == ("unreadable", "This paper was tried three times an")


def test_one_that_is_being_read_is_left_alone(dana: Person) -> None:
    paper = hand_in(dana)
    Certificate.objects.filter(pk=paper.pk).update(state="reading", tried_at=timezone.now())
    assert not read_certificate(paper.pk)


def test_who_types_it_in_is_not_overwritten_by_a_late_reader(dana: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    paper = hand_in(dana)
    read = reading.read_apart

    def slowly(path: Path, name: str) -> object:
        type_in(dana, certificate_id=paper.pk)
        return read(path, name)

    monkeypatch.setattr(reading, "read_apart", slowly)
    assert not read_certificate(paper.pk)
    assert Draft.objects.get().fields == {}


def test_an_original_that_is_gone_is_said_so(dana: Person) -> None:
    paper = hand_in(dana)
    vault().forget(paper.file.digest)
    read_certificate(paper.pk)
    assert "cannot be found" in Certificate.objects.get().trouble["wording"]


def test_what_was_never_enqueued_is_found_by_the_clock(dana: Person) -> None:
    hand_in(dana)
    assert sweep_papers(now=timezone.now()) == 0
    assert sweep_papers(now=timezone.now() + timedelta(minutes=1)) == 1
