"""docs/cli.md is true: every example answers as printed, and the table of columns is complete."""

from __future__ import annotations

import re
import shlex
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from recert.capture.transcripts import FIELDS
from recert.capture.transcripts.columns import SYNONYMS
from recert.capture.transcripts.words import folded
from recert.config.commands import run
from recert.rules.transcript import KINDS, UNITS

DOCUMENT = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(csv|console) ?(\S*)\n(.*?)^```", DOCUMENT, re.MULTILINE | re.DOTALL)
COLUMNS = dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \|", DOCUMENT, re.MULTILINE))


def as_pattern(printed: str) -> str:
    """What was printed, with `...` standing for anything."""
    escaped = re.sub(r"([\[\]*?])", r"[\1]", printed.strip())
    return escaped.replace("...", "*")


def test_every_example_answers_as_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    for kind, file, text in BLOCKS:
        if kind == "csv":
            Path(file or "my-courses.csv").write_text(text, encoding="utf-8")
            continue
        for example in text.split("$ recert ")[1:]:
            command, _, printed = example.partition("\n")
            run(shlex.split(command))
            told = capsys.readouterr()
            assert fnmatchcase((told.out + told.err).strip(), as_pattern(printed)), command


def test_the_table_names_every_column_and_calls_it_by_names_that_are_read() -> None:
    assert list(COLUMNS) == list(FIELDS)
    unread = [
        name
        for field, names in COLUMNS.items()
        for name in names.split(",")
        if folded(name) not in SYNONYMS[field] and name.strip() != "AAMA approved?"
    ]
    assert unread == []


@pytest.mark.parametrize("word", [*KINDS, *UNITS])
def test_the_table_names_every_kind_and_unit(word: str) -> None:
    assert f"`{word}`" in DOCUMENT
