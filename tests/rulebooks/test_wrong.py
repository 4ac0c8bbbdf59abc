"""Every refused rulebook in `wrong/` promises its message in its first line: `# LINE: what was found; wanted …; do`."""

from __future__ import annotations

from pathlib import Path

import pytest

from recert.rulebooks.reader import RulebookWrong, read_rulebook

WRONG = sorted((Path(__file__).parent / "wrong").glob("*.yaml"))


@pytest.mark.parametrize("file", WRONG, ids=lambda file: file.stem)
def test_a_wrong_rulebook_is_refused_with_its_promised_message(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    promised = text.partition("\n")[0].removeprefix("# ")
    with pytest.raises(RulebookWrong) as refused:
        read_rulebook(text, "a.yaml")
    assert str(refused.value) == f"a.yaml:{promised}"


def test_no_two_wrong_rulebooks_are_the_same() -> None:
    bodies = [file.read_text(encoding="utf-8").partition("\n")[2] for file in WRONG]
    assert len(set(bodies)) == len(bodies) > 50


def test_every_message_says_what_was_found_what_was_wanted_and_what_to_do() -> None:
    promises = [file.read_text(encoding="utf-8").partition("\n")[0] for file in WRONG]
    assert [line for line in promises if line.count("; ") < 2 or "; wanted " not in line] == []
