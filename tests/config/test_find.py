"""`recert find` fills an empty folder, answers as the contract says, and refuses in one line."""

from __future__ import annotations

import csv
import gzip
import json
import os
import subprocess
import sys
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

import pytest

import recert

RECERT = [sys.executable, "-c", "from recert.config.command import main; main()"]
SURROUNDINGS = {
    name: value for name, value in os.environ.items() if not name.startswith(("DJANGO", "RECERT", "DATABASE", "EMAIL"))
}
PACKAGE = Path(recert.__file__).parent


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("finder") / "data"


def find(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    command = [*RECERT, "find", *line.split(), "--data", str(folder)]
    return subprocess.run(command, env=SURROUNDINGS, capture_output=True, text=True, check=False, timeout=300)


def rows_of(name: str) -> list[dict[str, str]]:
    with gzip.open(PACKAGE / name, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def by_hand(zip_code: str, within: float) -> list[tuple[float, int, list[tuple[str, int]]]]:
    """Miles, unitid and rows, nearest first, from nothing but the two published files."""
    (center,) = [row for row in rows_of("places/data/zips.csv.gz") if row["zip"] == zip_code]
    found: dict[int, tuple[float, int, list[tuple[str, int]]]] = {}
    for row in rows_of("feeds/ipeds/data/programs.csv.gz"):
        apart = haversine(center, row)
        if row["cip"] == "51.0801" and apart <= within:
            entry = found.setdefault(int(row["unitid"]), (round(apart, 1), int(row["unitid"]), []))
            entry[2].append((row["award_level"], int(row["completions"])))
    return sorted((apart, unitid, sorted(rows)) for apart, unitid, rows in found.values())


def haversine(a: dict[str, str], b: dict[str, str]) -> float:
    lat_a, lat_b = radians(float(a["lat"])), radians(float(b["lat"]))
    across = radians(float(b["lon"]) - float(a["lon"]))
    return 7917.5 * asin(sqrt(sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin(across / 2) ** 2))


@pytest.mark.parametrize(
    ("zip_code", "within", "least"), [("60612", 20, 10), ("97201", 25, 7), ("59301", 200, 1), ("59301", 10, 0)]
)
def test_a_city_and_a_rural_place_answer_as_the_published_files_do(
    folder: Path, zip_code: str, within: int, least: int
) -> None:
    done = find(folder, f"programs --near {zip_code} --within {within} --json")
    answer = json.loads(done.stdout)
    told = [
        (entry["miles"], entry["unitid"], sorted((one["award_level"], one["completions"]) for one in entry["programs"]))
        for entry in answer
    ]
    assert done.returncode == 0
    assert sorted(told) == by_hand(zip_code, within)
    assert [entry["miles"] for entry in answer] == sorted(entry["miles"] for entry in answer)
    assert len(answer) >= least


def test_a_telephone_number_is_written_as_people_read_it(folder: Path) -> None:
    assert "503-281-4181 · https://www.concorde.edu" in find(folder, "programs --near 97201 --within 3").stdout


def test_lines_that_match_no_school_appear_only_when_new_jersey_is_asked_for(folder: Path) -> None:
    usual = json.loads(find(folder, "programs --near 07018 --within 3 --json").stdout)
    listed = json.loads(find(folder, "programs --near 07018 --within 3 --source nj --json").stdout)
    assert all(entry["unitid"] for entry in usual)
    assert {"National Career Institute", "New Grace Academy of Medical Professionals"} <= {e["name"] for e in listed}
    (joined,) = [entry for entry in usual if entry["name"] == "National Career Institute"]
    assert joined["state_listings"][0]["price"] == "4000.00"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("--near 00000 --within 25", "'00000' is not a ZIP code we know"),
        ("--near 09002 --within 25", "no place on the map"),
        ("--near 97201 --within -1", "-1 is no distance"),
        ("--near 97201 --within far", "found 'far', wanted miles"),
        ("--near 97201 --within nan", "nan is no distance"),
        ("--near 97201 --within 5 --cip 5108", "wanted a field of study such as 51.0801"),
    ],
)
def test_bad_input_is_refused_in_one_line(folder: Path, line: str, told: str) -> None:
    done = find(folder, f"programs {line} --json")
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


COURSE = {
    "id", "title", "provider", "quantity", "unit", "category", "approved_by", "price", "url", "checked_on", "six_questions"
}  # fmt: skip


def test_courses_come_with_what_the_contract_names_and_what_they_are_worth(folder: Path) -> None:
    done = find(folder, "courses pharmacology for medical assistants --approved-by aama --credential cma-aama --json")
    (relias,) = json.loads(done.stdout)
    assert relias.keys() >= COURSE
    assert (relias["id"], relias["quantity"], relias["unit"], relias["price"]) == ("C0001", "1", "aama_ceu", "10.00")
    assert (relias["worth"]["points"], relias["worth"]["as"]) == ("1", {"clinical": "1"})
    assert relias["six_questions"].keys() == {"rationale", "outcomes", "instructors", "methods", "fees", "refunds"}


def test_every_free_course_is_free_and_every_course_can_be_listed(folder: Path) -> None:
    rows = rows_of("feeds/curated/data/courses.csv.gz")
    free = json.loads(find(folder, "courses --free --json").stdout)
    everything = json.loads(find(folder, "courses --json").stdout)
    assert {course["id"] for course in free} == {row["id"] for row in rows if row["free_stated"] == "yes"}
    assert {course["price"] for course in free} == {"0.00"}
    assert {course["id"] for course in everything} == {row["id"] for row in rows}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("--credential ccma", "means several credentials"),
        ("--credential cma-nasa", "cma-nasa"),
        ("--near 00000", "is not a ZIP code we know"),
        ("--near 94704 --within -5", "is no distance"),
        ("--within 5", "miles from where?"),
    ],
)
def test_bad_input_for_courses_is_refused_in_one_line(folder: Path, line: str, told: str) -> None:
    done = find(folder, f"courses {line} --json")
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


DOCUMENT = Path(__file__).parents[2] / "docs" / "finder.md"
EXAMPLES = [line.strip() for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if line.startswith("    recert")]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_of_the_document_finds_something(folder: Path, example: str) -> None:
    done = find(folder, example.removeprefix("recert find "))
    assert done.returncode == 0
    assert done.stdout.strip() not in {"", "[]"}
    assert not done.stdout.startswith("No ")
