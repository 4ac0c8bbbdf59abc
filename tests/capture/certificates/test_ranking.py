"""What speaks for and against the texts of a page is added up the same each time."""

from __future__ import annotations

import pytest

from recert.capture.certificates.paper import Span
from recert.capture.certificates.ranking import Found, ranked

TENTHS = {"a": 0.1, "b": 0.2, "c": 0.3, "d": 0.6, "e": -0.7}


def found(text: str, evidence: str) -> Found:
    return Found(text, Span(0, 1), (), frozenset(evidence))


@pytest.mark.parametrize("order", [("abc", "d"), ("d", "abc")])
def test_of_texts_for_which_as_much_speaks_the_first_stays_first(order: tuple[str, str]) -> None:
    texts = [found(evidence, evidence) for evidence in order]
    (first, likely), (_, as_likely) = ranked(texts, TENTHS)
    assert (first.text, likely) == (order[0], as_likely)


def test_a_text_that_is_there_twice_is_what_most_speaks_for() -> None:
    ((one, _),) = ranked([found("Asthma", "e"), found("ASTHMA", "d")], TENTHS)
    assert one.text == "ASTHMA"
