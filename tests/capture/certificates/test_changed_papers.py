"""However a paper is changed that is read well, no amount and no day of it is surely read wrong.

The same changes each time: a line more that has another amount or day, a label less, figures as a bad scan leaves them.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

import pytest

from evaluation.score import is_right
from evaluation.truth import Paper as Truth
from evaluation.truth import papers
from evaluation.typeset import typeset
from recert.capture.certificates.entry import read_page
from recert.capture.certificates.paper import Paper
from recert.capture.certificates.pdf import Pdf
from recert.capture.certificates.words import Word

LAYOUTS = [
    "diploma",
    "form_rows",
    "letter",
    "sidebar",
    "wrapped_title",
    "ama_category_one",
    "clock_hour_table",
    "horas_contacto",
    "film_reading",
]
FIELDS = ("quantity", "earned_on")
MORE = [
    "Offered 7.25", "7.25 contact hours", "7.25", "Course value: 7.25 contact hours", "Hours 7", "Earned 7.25 of 9.5",
    "Instructor 7 contact hours", "You have 7.25 contact hours this year", "Maximum 7.25 contact hours", "7.25 horas",
    "June 17, 2019", "Rev. 06/17/2019", "Session: 06/17/2019", "Effective June 17, 2019", "Dated June 17, 2019",
    "Must be completed by June 17, 2019", "Original completion June 17, 2019", "Issued June 17, 2019", "June 2019",
]  # fmt: skip
NAMES = {
    "hours",
    "hour",
    "contact",
    "credit",
    "credits",
    "date",
    "completed",
    "on",
    "awarded",
    "earned",
    "horas",
    "fecha",
}
BADLY = {"0": "O", "1": "l", "5": "S", "8": "B"}
Words = Sequence[Word]


def with_a_line_more(words: Words, chance: random.Random) -> Words:
    """Another line under one that is chosen by lot; what is below makes room."""
    above, line = chance.choice(words), chance.choice(MORE)
    high = above.height
    moved = [
        replace(w, top=w.top + 1.6 * high, bottom=w.bottom + 1.6 * high) if w.middle > above.bottom else w
        for w in words
    ]
    left, new = above.left, []
    for text in line.split():
        right = left + 0.5 * high * len(text)
        new.append(Word(text, left, above.bottom + 0.3 * high, right, above.bottom + 1.3 * high))
        left = right + 0.3 * high
    return [*moved, *new]


def without_a_name(words: Words, chance: random.Random) -> Words:
    """One word less of those that say what a number is."""
    names = [word for word in words if word.text.strip(":.,").lower() in NAMES]
    lost = chance.choice(names)
    return [word for word in words if word is not lost]


def seen_badly(words: Words, chance: random.Random) -> Words:
    """One word with figures has a letter in the place of a figure, or falls into two."""
    word = chance.choice([word for word in words if any(sign.isdigit() for sign in word.text)])
    bad = next((sign for sign in word.text if sign in BADLY), "")
    others = [other for other in words if other is not word]
    if bad and chance.random() < 0.6:
        return [*others, replace(word, text=word.text.replace(bad, BADLY[bad], 1))]
    half = len(word.text) // 2
    middle = (word.left + word.right) / 2
    parts = [
        replace(word, text=word.text[:half], right=middle),
        replace(word, text=word.text[half:], left=middle + 0.2 * word.height),
    ]
    return [*others, *(part for part in parts if part.text)]


@cache
def pages(layout: str) -> tuple[Truth, list[tuple[Words, int, int]]]:
    truth = next(one for one in papers("develop") if one.layout == layout)
    pdf = Pdf(typeset(truth), "paper.pdf")
    every = [pdf.page(number) for number in range(1, pdf.page_count + 1)]
    return truth, [(page.words(), page.width, page.height) for page in every]


def surely_wrong(truth: Truth, words: Words, width: int, height: int) -> Iterator[tuple[str, str]]:
    for entry in read_page(Paper(words, width, height)):
        for name in FIELDS if entry.kind != "not_a_certificate" else ():
            field = entry.fields.get(name)
            answers = [answer for one in truth.entries for answer in one.answers(name)]
            if field and field.sure and not is_right(name, field.value, answers):
                yield name, field.value


@pytest.mark.parametrize("change", [with_a_line_more, without_a_name, seen_badly])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_changed_paper_is_never_surely_wrong(layout: str, change: Callable[[Words, random.Random], Words]) -> None:
    truth, every = pages(layout)
    for seed in range(6):
        for words, width, height in every:
            changed = change(words, random.Random(f"{layout} {seed}"))
            assert list(surely_wrong(truth, changed, width, height)) == [], seed
