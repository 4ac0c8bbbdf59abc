"""`recert feed` takes a publisher's file into the data folder, tells what came of it, and refuses in one line."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.config.test_find import RECERT, SURROUNDINGS, find

HEADER = "id,title,provider,quantity,unit,approved_by,price\n"
PENS = "pens,Insulin pens in the office,Lakeside,2,aama_ceu,aama,12.00\n"
NAMELESS = "nameless,,Lakeside,1,contact_hour,,\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("publisher") / "data"


def feed(folder: Path, rows: str, line: str) -> subprocess.CompletedProcess[str]:
    file = folder.parent / "courses.csv"
    file.write_text(HEADER + rows, encoding="utf-8")
    command = [*RECERT, "feed", str(file), *line.split(), "--data", str(folder)]
    return subprocess.run(command, env=SURROUNDINGS, capture_output=True, text=True, check=False, timeout=300)


def test_a_file_is_taken_in_once_and_then_only_its_changes(folder: Path) -> None:
    first = feed(folder, PENS + NAMELESS, "--name lakeside")
    assert first.stdout.splitlines() == [
        "1 new, 0 changed, 0 as before, 0 gone, 1 refused.",
        "  line 3: It has no title.",
    ]
    again = feed(folder, PENS.replace("12.00", "14.00"), "--name lakeside")
    assert again.stdout.splitlines() == ["0 new, 1 changed, 0 as before, 0 gone, 0 refused."]
    (course,) = json.loads(find(folder, "courses insulin pens --json").stdout)
    assert (course["title"], course["price"]) == ("Insulin pens in the office", "14.00")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("--name Lakeside!", "found 'Lakeside!', wanted up to 30 small letters, digits and dashes."),
        ("--name curated", "“curated” is the list that comes with Recert; choose another."),
        ("--name lakeside-news --format news", "This is not XML that can be read"),
        ("", "Missing option '--name'."),
    ],
)
def test_what_cannot_be_taken_in_is_refused_in_one_line(folder: Path, line: str, told: str) -> None:
    answer = feed(folder, PENS, line)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert told in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_name_whose_first_file_was_refused_is_still_free(folder: Path) -> None:
    assert feed(folder, PENS, "--name second-try --format calendar").returncode == 2
    assert "1 new" in feed(folder, PENS, "--name second-try").stdout
