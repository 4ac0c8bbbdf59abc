"""How often a page is looked at: once where that will do, closer at a doubtful line, patiently only where that may help."""

from __future__ import annotations

import io
from functools import cache
from threading import Event

import pytest
from PIL import Image, ImageFilter

from recert.capture.certificates import look, rapid, read, sight, tesseract
from recert.capture.certificates.compare import agreed, was_seen
from recert.capture.certificates.entry import read_paper
from recert.capture.certificates.look import Seen, quick_look
from recert.capture.certificates.paper import Paper
from recert.capture.certificates.pdf import Pdf
from recert.capture.certificates.read import read_file
from recert.capture.certificates.reading import SURE, Entry, Field
from recert.capture.certificates.words import Word
from tests.capture.certificates.papers import DIPLOMA, pdf, sure, values

WHOLE = (0.0, 0.0, 1.0, 1.0)


@cache
def scan() -> Image.Image:
    return Pdf(pdf(DIPLOMA), "wound.pdf").page(1).drawn(2000)


def seen(picture: Image.Image) -> Entry:
    out = io.BytesIO()
    picture.save(out, "PNG")
    (entry,) = read_file(out.getvalue(), "paper").entries
    return entry


def smudged(picture: Image.Image, name: str, radius: float = 3.5) -> Image.Image:
    """With the line on which a field stands out of focus."""
    left, top, right, bottom = seen(picture).fields[name].box
    wide, high = picture.size
    place = (int(left * wide) - 20, int(top * high) - 10, int(right * wide) + 20, int(bottom * high) + 10)
    page = picture.copy()
    page.paste(page.crop(place).filter(ImageFilter.GaussianBlur(radius)), place[:2])
    return page


def never(*_: object) -> None:
    raise AssertionError("no such look was needed")


def look_only_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for other in ("closer_look", "patient_look"):
        monkeypatch.setattr(sight, other, never)


def test_a_clear_page_is_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    look_only_once(monkeypatch)
    assert sure(seen(scan()))["holder"] == "Dana M. Reyes"


@pytest.mark.parametrize(("soon", "is_loaded"), [(0, True), (1000, False)])
def test_the_patient_reader_is_loaded_meanwhile_only_where_the_quick_one_takes_long(
    soon: float, is_loaded: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = Event()
    monkeypatch.setattr(rapid, "load", loaded.set)
    monkeypatch.setattr(look, "SOON", soon)
    look_only_once(monkeypatch)
    assert sure(seen(scan()))["holder"] == "Dana M. Reyes"
    assert loaded.is_set() == is_loaded


def test_a_smudged_line_is_looked_at_closer_and_the_rest_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    page = smudged(scan(), "holder")
    assert "VM." in {word.text for word in quick_look(page).words if word.confidence < SURE}
    monkeypatch.setattr(sight, "patient_look", never)
    assert sure(seen(page))["holder"] == "Dana M. Reyes"


def test_what_the_quick_look_had_not_made_out_at_all_is_not_taken_from_a_closer_one() -> None:
    page = smudged(scan(), "holder", 4.5)
    assert "holder" not in read_paper(Paper(quick_look(page).words, *page.size)).fields
    assert sure(seen(page))["holder"] == "Dana M. Reyes"


def test_when_patience_is_over_everything_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "PATIENCE", -1)
    look_only_once(monkeypatch)
    entry = seen(smudged(scan(), "holder"))
    assert values(entry)["earned_on"] == "2017-03-14"
    assert sure(entry) == {}
    assert set(entry.fields) <= {question.field for question in entry.questions}


def test_a_page_that_keeps_the_quick_reader_too_long_is_read_by_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "SECONDS", 0.01)
    assert sure(seen(scan()))["earned_on"] == "2017-03-14"


def test_a_page_that_could_not_be_seen_in_time_is_not_called_no_certificate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "PATIENCE", -1)
    entry = seen(scan().filter(ImageFilter.GaussianBlur(30)))
    assert entry.kind == "course"
    assert {question.field for question in entry.questions} >= {"title", "earned_on", "provider", "quantity"}


def test_a_page_with_more_writing_than_a_certificate_is_not_read_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    rapid.load()
    monkeypatch.setattr(look, "MOST_WRITING", 5)
    monkeypatch.setattr(rapid, "words_on", never)
    assert sure(seen(scan().filter(ImageFilter.GaussianBlur(2)))) == {}


def test_a_line_that_rises_is_cut_out_whole() -> None:
    words = [Word("a", left, 500 - left / 25, left + 180, 530 - left / 25) for left in range(100, 1100, 200)]
    (left, top), _, (right, bottom), _ = rapid.around(words)
    assert (left, right) == pytest.approx((94, 1086))
    assert top - bottom == pytest.approx((right - left) / 25 - 42, abs=1)


def test_a_page_on_its_side_is_turned_before_it_is_read() -> None:
    turned = Seen((), scan().transpose(Image.Transpose.ROTATE_270))
    patient = look.patient_look(turned)
    assert patient is not None
    assert patient.turns == 1
    assert "Wound" in {word.text for word in patient.words}


def test_a_large_amount_is_seen_twice_only_where_it_counts() -> None:
    fields = {
        name: Field(value, 0.95, WHOLE)
        for name, value in {"title": "Asthma", "holder": "Dana", "earned_on": "2024-05-01", "quantity": "25"}.items()
    }
    course, receipt = (Entry(kind=kind, pages=(1,), fields=fields) for kind in ("course", "not_a_certificate"))
    assert not was_seen([course])
    assert was_seen([course], amounts_twice=True)
    assert was_seen([receipt])


def test_what_two_readers_leave_doubtful_is_asked_in_the_order_of_the_fields() -> None:
    names = ["title", "holder", "provider", "earned_on", "quantity", "approval_number"]
    unsure = Entry(kind="course", pages=(1,), fields={name: Field("2", 0.6, WHOLE) for name in names})
    [both] = agreed([unsure], [unsure])
    assert [question.field for question in both.questions] == names
