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


def test_words_of_a_line_whose_letters_are_set_a_little_apart_stay_apart() -> None:
    assert texts(letters("DANA WHITFIELD", between=0.045, before_words=0.28)) == ["DANA", "WHITFIELD"]


def test_words_of_a_line_whose_letters_were_drawn_together_stay_apart() -> None:
    assert texts(letters("of Foot Care", between=-0.02, before_words=0.14, seen=False)) == ["of", "Foot", "Care"]
    assert texts(letters("of Foot Care", between=-0.08, before_words=-0.05)) == ["of", "Foot", "Care"]


def test_what_seems_to_stand_before_every_second_letter_is_no_space() -> None:
    assert texts(letters("C ER TI FI ED", before_words=0.1)) == ["CERTIFIED"]
