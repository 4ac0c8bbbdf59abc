"""Letters of a text layer become words where somebody sees a space between them."""

from __future__ import annotations

from recert.capture.certificates.letters import Letter, words_of


def letters(text: str, *, between: float = 0.0, before_words: float, seen: bool = True) -> list[Letter]:
    """A line of letters half as wide as high; the gaps as parts of their height, a space where words begin."""
    line: list[Letter] = []
    place, gap = 0.0, False
    for sign in text:
        if sign == " ":
            gap = True
            continue
        place += 10 * (before_words if gap else between)
        line.append(Letter(sign, place, 0, place + 5, 10, after_gap=gap and seen))
        place, gap = place + 5, False
    return line


def texts(line: list[Letter]) -> list[str]:
    return [word.text for word in words_of(line)]


def test_a_space_that_was_drawn_close_to_the_next_letter_parts_words() -> None:
    assert texts(letters("The American Nurses", before_words=0.1)) == ["The", "American", "Nurses"]


def test_a_gap_as_narrow_that_nobody_takes_for_a_space_parts_none() -> None:
    assert texts(letters("Whit field", before_words=0.1, seen=False)) == ["Whitfield"]


def test_letters_set_apart_are_one_word_whatever_is_seen_between_them() -> None:
    assert texts(letters("C E R T", before_words=0.4)) == ["CERT"]
