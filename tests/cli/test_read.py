"""`recert read`: what certificates say, what is asked, and which file could not be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.capture.certificates.papers import CARD, DIPLOMA, pdf
from tests.cli.conftest import Ask


@pytest.fixture
def papers(ask: Ask) -> Ask:
    Path("wound.pdf").write_bytes(pdf(DIPLOMA))
    Path("card.pdf").write_bytes(pdf(CARD))
    Path("notes.txt").write_text("Milk, eggs, bread")
    return ask


def test_the_json_is_the_list_of_the_contract(papers: Ask) -> None:
    (entry,) = papers("read wound.pdf --json").document
    assert (entry["file"], entry["page"], entry["kind"]) == ("wound.pdf", 1, "course")
    assert entry["fields"]["quantity"]["value"] == "1.25"
    assert set(entry["fields"]["earned_on"]) >= {"value", "confidence", "box"}


def test_a_doubtful_field_is_a_question_too(papers: Ask) -> None:
    (entry,) = papers("read wound.pdf --json").document
    doubtful = {name for name, field in entry["fields"].items() if field["confidence"] < 0.8}
    assert doubtful == {question["field"] for question in entry["questions"]} == {"approval_number"}


def test_the_text_names_every_value_and_says_which_is_not_sure(papers: Ask) -> None:
    out = papers("read wound.pdf card.pdf").out
    assert "wound.pdf, page 1: Certificate of a course" in out
    assert "Approval number  13485 (not sure)" in out
    assert "card.pdf, page 1: CPR card" in out


def test_what_can_be_read_is_printed_and_the_other_file_is_named(papers: Ask) -> None:
    answer = papers("read wound.pdf notes.txt --json")
    assert answer.status == 2
    assert [entry["file"] for entry in answer.document] == ["wound.pdf"]
    assert answer.err.startswith("recert read: notes.txt is not a PDF, photo or scan that we can read.")
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "said"), [("nowhere.pdf", "there is no such file"), (".", "this is a folder"), ("empty.pdf", "is empty")]
)
def test_a_file_that_cannot_be_opened_is_one_sentence(papers: Ask, name: str, said: str) -> None:
    Path("empty.pdf").touch()
    answer = papers(f"read {name} --json")
    assert (answer.status, answer.out) == (2, "")
    assert said in answer.err
