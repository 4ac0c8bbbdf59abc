"""What states ask, as their own kind of document."""

from __future__ import annotations

import pytest

from recert.rulebooks.nodes import RulebookWrong
from recert.rulebooks.states import DATA, all_states, read_state

BY_ID = {each.state: each for each in all_states()}


def test_eight_states_are_here_by_name() -> None:
    names = [each.name for each in all_states()]
    assert names == sorted(names)
    assert set(BY_ID) == {"WA", "CA", "SD", "CT", "NJ", "MA", "NE", "AZ"}


def test_washington_needs_a_credential_and_no_rule_on_continuing_education_was_found() -> None:
    washington = BY_ID["WA"]
    assert (washington.credential, washington.ce) == ("required", "unknown")
    assert washington.ce_cited.confidence == "unknown"


def test_what_the_other_states_ask() -> None:
    asked = {name: (each.credential, each.ce) for name, each in BY_ID.items()}
    assert asked == {
        "WA": ("required", "unknown"), "CA": ("not_required", "none"), "SD": ("required", "unknown"),
        "CT": ("unknown", "none"), "NJ": ("unknown", "through_certifier"), "MA": ("unknown", "unknown"),
        "NE": ("unknown", "unknown"), "AZ": ("unknown", "unknown"),
    }  # fmt: skip


def test_a_state_nobody_researched_says_so() -> None:
    assert "no conclusion" in BY_ID["AZ"].ce_cited.says


def test_a_state_that_says_something_unknown_is_refused_with_its_line() -> None:
    text = (DATA / "arizona.yaml").read_text(encoding="utf-8")
    with pytest.raises(RulebookWrong, match=r"ohio.yaml:3: found 'maybe' for 'credential'"):
        read_state(text.replace("credential: unknown", "credential: maybe"), "ohio.yaml")
