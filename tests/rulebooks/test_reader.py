"""The reader beyond single messages: whatever is done to a file, it is read or refused with its line."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from recert.rulebooks.library import DATA
from recert.rulebooks.reader import RulebookWrong, read_rulebook
from recert.rules.edition import Rulebook

TEXTS = [file.read_text(encoding="utf-8") for file in sorted(DATA.glob("*.yaml"))]
SLIPS = [
    "", "{", "}", "[", ": ", "- ", "&a ", "*cycle", '"', "null", "59.5", "<<: *cycle", "on: ", "!x ", "\n", "\t", "|",
    "only: [rma-amt]", "\x00", "é", "---\n",
]  # fmt: skip


@given(text=st.sampled_from(TEXTS), at=st.floats(0, 1), slip=st.sampled_from(SLIPS), lost=st.integers(0, 12))
def test_a_slip_of_the_pen_is_read_or_refused_with_its_line(text: str, at: float, slip: str, lost: int) -> None:
    place = int(at * len(text))
    refusal = refused(text[:place] + slip + text[place + lost :])
    assert refusal is None or re.match(r"a\.yaml:[1-9][0-9]*: .+; wanted .+; .+", refusal, re.DOTALL)


def refused(text: str) -> str | None:
    try:
        read_rulebook(text, "a.yaml")
    except RulebookWrong as wrong:
        return str(wrong)
    return None


def family(text: str) -> dict[str, Rulebook]:
    return {each.credential: each for each in read_rulebook(text, "amt.yaml")}


def test_an_item_kept_to_some_of_a_family_is_in_their_editions_alone() -> None:
    read = family((DATA / "amt.yaml").read_text(encoding="utf-8"))
    fees = {
        name: fact.value for name, each in read.items() for fact in each.editions[0].facts if fact.about == "annual_fee"
    }
    assert (fees["rma-amt"], fees["mt-amt"], fees["ahi-amt"], "mdt-amt" in fees) == (5000, 9000, 3000, False)


def test_a_block_used_twice_is_one_value() -> None:
    older, newer = family((DATA / "amt.yaml").read_text(encoding="utf-8"))["rma-amt"].editions
    assert older.cycle is newer.cycle


def test_a_merged_block_yields_to_what_the_block_says_itself() -> None:
    text = (DATA / "cmac-amca.yaml").read_text(encoding="utf-8")
    merged = text.replace("cycle: {months: 24, ends: same_day", "cycle: &old {months: 24, ends: same_day", 1).replace(
        "cycle: {months: 24, ends: same_day, cited", "cycle: {<<: *old, months: 36, cited"
    )
    (rulebook,) = read_rulebook(merged, "cmac-amca.yaml")
    assert [(each.cycle.months, each.cycle.ends) for each in rulebook.editions] == [(24, "same_day"), (36, "same_day")]
