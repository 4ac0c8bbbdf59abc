"""A page that says one thing a thousand times takes no longer than its length: nothing on it is held against all else."""

from __future__ import annotations

from collections import Counter

import pytest

from recert.capture.certificates import days
from recert.capture.certificates.amounts import MOST_AMOUNTS, amounts_on
from recert.capture.certificates.days import Day
from recert.capture.certificates.paper import Paper, Span
from recert.capture.certificates.pdf import Pdf
from recert.capture.certificates.read import read_file
from tests.capture.certificates.papers import pdf

SMALL = '#set page(paper: "us-letter", margin: 1cm)\n#set text(size: 4pt)\n= Certificate\n'


def repeated(words: str) -> str:
    return SMALL + words * 1000


def test_a_page_is_searched_for_its_days_once_however_many_titles_it_may_have(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: Counter[str] = Counter()

    def counted(text: str) -> list[Day]:
        searched[text] += 1
        return list(found(text))

    found = days._found
    monkeypatch.setattr(days, "_found", counted)
    assert read_file(pdf(repeated("Luz Ortega has successfully completed the course ")), "paper.pdf").entries
    assert set(searched.values()) == {1}


def test_no_more_amounts_are_compared_than_a_certificate_can_have(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: Counter[str] = Counter()

    def counted(one: Span, other: Span) -> bool:
        compared["pairs"] += 1
        return overlap(one, other)

    overlap = Span.overlaps
    monkeypatch.setattr(Span, "overlaps", counted)
    page = Pdf(pdf(repeated("1.5 contact hours ")), "paper.pdf").page(1)
    assert 0 < len(amounts_on(Paper(page.words(), page.width, page.height))) <= MOST_AMOUNTS
    assert compared["pairs"] <= MOST_AMOUNTS**2
