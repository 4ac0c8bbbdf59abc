"""A suggestion names the outline line it rests on, and never rests on anything nobody confirmed."""

from __future__ import annotations

import pytest

from recert.topics.outline import OutlineWrong, outline, read_outline
from recert.topics.suggest import suggest

AAMA = outline("aama")


@pytest.mark.parametrize(
    ("title", "category"),
    [
        ("ICD-10-CM coding update", "administrative"),
        ("The Science of the Sequence: Understanding the Order of Draw", "clinical"),
        ("Communicating with diverse patients", "general"),
        ("BLS Provider renewal", "clinical"),
        ("Wound Care Essentials", "clinical"),
        ("Capillary Puncture", "clinical"),
        ("Adult immunization update", "clinical"),
        ("Prior Authorization Step by Step", "administrative"),
    ],
)
def test_a_title_is_placed_by_the_words_of_the_outline(title: str, category: str) -> None:
    (first, *_) = suggest(title, AAMA)
    assert first.category == category


def test_a_suggestion_carries_the_line_that_speaks_for_it_and_how_sure_that_is() -> None:
    (found,) = suggest("Scheduling without tears", AAMA)
    assert (found.lines[0].says, found.lines[0].confidence, found.words) == ("Scheduling", "reported", ("scheduling",))


def test_a_course_over_two_areas_suggests_both_so_that_it_can_be_split() -> None:
    assert [s.category for s in suggest("Phlebotomy, vital signs and billing", AAMA)] == ["clinical", "administrative"]


def test_a_topic_people_sort_differently_is_marked_disputed() -> None:
    assert suggest("OSHA refresher", AAMA)[0].disputed
    assert not suggest("Phlebotomy", AAMA)[0].disputed


def test_a_word_inside_another_word_is_no_match() -> None:
    assert suggest("The lawn and the appointment", AAMA) == ()


@pytest.mark.parametrize("topic", ["medical terminology", "anatomy and physiology", "customer service"])
def test_topics_nobody_confirmed_are_not_suggested(topic: str) -> None:
    assert suggest(topic, AAMA) == ()


def test_an_outline_line_of_unconfirmed_background_is_refused() -> None:
    line = "{category: general, says: Terms, words: [terms], confidence: background}"
    text = f"title: t\nhref: h\ndated: d\nlines:\n  - {line}"
    with pytest.raises(OutlineWrong, match="line 1 of the outline has confidence 'background'"):
        read_outline(text, "x.yaml")
