"""Hold files and functions to a size one can take in at a glance."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[1]
HAND_WRITTEN = {".py", ".html", ".css", ".js", ".mjs", ".txt"}


def hand_written(folder: str) -> list[Path]:
    files = sorted((ROOT / folder).rglob("*"))
    return [file for file in files if file.suffix in HAND_WRITTEN and "migrations" not in file.parts]


def modules(folder: str) -> list[Path]:
    return [file for file in hand_written(folder) if file.suffix == ".py"]


def lines(file: Path) -> int:
    return len(file.read_text(encoding="utf-8").splitlines())


def functions(folder: str) -> Iterator[tuple[str, int]]:
    for file in modules(folder):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{file.relative_to(ROOT)}:{node.lineno} {node.name}", node.end_lineno - node.lineno + 1


@pytest.mark.parametrize("folder", ["recert", "tests"])
def test_no_file_is_longer_than_400_lines(folder: str) -> None:
    long = {str(file.relative_to(ROOT)): lines(file) for file in hand_written(folder) if lines(file) > 400}
    assert long == {}


@pytest.mark.parametrize("folder", ["recert", "tests"])
def test_no_function_is_longer_than_50_lines(folder: str) -> None:
    assert {name: length for name, length in functions(folder) if length > 50} == {}


def test_half_of_the_files_fit_in_70_lines() -> None:
    assert median(lines(file) for file in modules("recert")) <= 70


@pytest.mark.parametrize(("folder", "limit"), [("recert", 8), ("tests", 12)])
def test_half_of_the_functions_are_short(folder: str, limit: int) -> None:
    assert median(length for _, length in functions(folder)) <= limit


@pytest.mark.parametrize("folder", ["recert", "tests"])
def test_every_module_opens_with_a_sentence_of_purpose(folder: str) -> None:
    without = []
    for file in modules(folder):
        purpose = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
        if not purpose.partition("\n")[0].endswith((".", ":", "?", "!")):
            without.append(str(file.relative_to(ROOT)))
    assert without == []
