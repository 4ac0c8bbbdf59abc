"""A point that both readers left out of a picture is looked for in the picture itself, and asked about."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PIL import Image, ImageFilter

from recert.capture.certificates.pdf import Pdf
from recert.capture.certificates.points import has_point_before, with_points_asked
from recert.capture.certificates.reading import Entry, Field
from recert.capture.certificates.words import Word
from tests.capture.certificates.papers import pdf

PAGE = "Certificate of completion. Prairie Health Learning certifies that Dana Reyes has finished Wound Assessment."


def line(text: str) -> tuple[Image.Image, list[Word]]:
    """A page, a little out of focus, that ends with this line, and its words."""
    page = Pdf(pdf(f"#set text(size: 14pt)\n{PAGE}\n\n{text}"), "one.pdf").page(1)
    picture = page.drawn(2200)
    scale = picture.width / page.width
    words = [
        replace(
            word, left=word.left * scale, top=word.top * scale, right=word.right * scale, bottom=word.bottom * scale
        )
        for word in page.words()
    ]
    return picture.filter(ImageFilter.GaussianBlur(1)), words


def number_in(words: list[Word]) -> Word:
    """The word with the five as a reader gives it that lost the point."""
    word = next(word for word in words if "5" in word.text)
    pointed = word.text.startswith(".")
    return replace(word, text=word.text.lstrip("."), left=word.left + (0.28 * word.height if pointed else 0))


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        ("Contact hours .5", True),
        (".5 contact hours", True),
        ("Awarded: .5 CE", True),
        ("Contact hours 5", False),
        ("5 contact hours", False),
        ("Contact hours. 5 of them", False),
        ("Contact hours: 5", False),
        ("Contact hours ... 5", False),
        ("#underline[5] contact hours", False),
    ],
)
def test_a_point_stands_right_before_a_figure_and_ends_no_word(text: str, is_there: bool) -> None:
    picture, words = line(text)
    assert has_point_before(picture, number_in(words)) == is_there


@pytest.mark.parametrize(("value", "text", "is_asked"), [("5", ".5", True), ("5", "5", False), ("0.5", ".5", False)])
def test_an_amount_is_asked_where_its_number_may_have_lost_a_point(value: str, text: str, is_asked: bool) -> None:
    picture, words = line(f"Contact hours {text}")
    quantity = Field(value, 0.97, (0.0, 0.0, 1.0, 1.0))
    read = [number_in(words)] if value == "5" else words
    entry = with_points_asked(picture, read, Entry(kind="course", pages=(1,), fields={"quantity": quantity}))
    assert entry.fields["quantity"].sure != is_asked
    assert [question.code for question in entry.questions] == (["point"] if is_asked else [])


def test_a_number_that_was_read_with_its_point_is_not_asked() -> None:
    picture, words = line("Awarded 5.00 hours")
    quantity = Field("5", 0.97, (0.0, 0.0, 1.0, 1.0))
    entry = Entry(kind="course", pages=(1,), fields={"quantity": quantity})
    assert with_points_asked(picture, words, entry) == entry
