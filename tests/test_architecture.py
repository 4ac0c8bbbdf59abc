"""Keep ARCHITECTURE.md, README.md and the root of the project true."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOT_FILES = [
    ".ci/run",
    ".editorconfig",
    ".gitignore",
    ".importlinter",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "GLOSSARY.md",
    "LICENSE",
    "Makefile",
    "NOTICE",
    "README.md",
    "SECURITY.md",
    "docs/decisions/0001-dependencies.md",
    "pyproject.toml",
    "requirements/app.txt",
    "requirements/bootstrap.txt",
    "requirements/dev.txt",
]
ROOMS = sorted(file.parent for file in (ROOT / "recert").glob("*/__init__.py"))
# Written in two halves so that this file does not find itself.
REGISTRIES = ["pypi" + ".org", "python" + "hosted", "npm" + "js"]
MACHINE_PATHS = ["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/", "../sha" + "red"]


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))


def tracked() -> list[Path]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    names = [name for name in listing.split("\0") if name] or ["README.md", "pyproject.toml", *ROOT_FILES]
    return [ROOT / name for name in names if (ROOT / name).is_file()]


@pytest.mark.parametrize("name", ROOT_FILES)
def test_the_root_holds(name: str) -> None:
    assert (ROOT / name).is_file()


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_architecture_says_of_a_room_what_the_room_says_of_itself(room: Path) -> None:
    purpose = ast.get_docstring(ast.parse((room / "__init__.py").read_text(encoding="utf-8"))) or "no purpose given"
    assert f"| `{room.name}` | {purpose.splitlines()[0]} |" in text("ARCHITECTURE.md")


def test_architecture_names_no_room_that_does_not_exist() -> None:
    named = re.findall(r"^\|[^|]*\| `([a-z]+)` \|", text("ARCHITECTURE.md"), re.MULTILINE)
    assert sorted(named) == [room.name for room in ROOMS]


def test_readme_opens_with_the_two_commands() -> None:
    assert re.findall(r"^ {4}make ([a-z]+)", text("README.md"), re.MULTILINE)[:2] == ["run", "test"]


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md", ".ci/run"])
def test_every_make_target_a_document_names_exists(name: str) -> None:
    assert set(re.findall(r"\bmake ([a-z]+)\b(?=[`\s]|$)", text(name))) - {"sure"} <= targets()


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "SECURITY.md", "GLOSSARY.md"])
def test_every_file_a_document_links_to_exists(name: str) -> None:
    links = re.findall(r"\]\((?!https?://|#|mailto:)([^)#]+)", text(name))
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_dependency_is_there_for_a_reason() -> None:
    project = tomllib.loads(text("pyproject.toml"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = {re.split(r"[\[<>=; ]", one)[0] for one in wanted}
    explained = re.findall(r"`([\w-]+)", text("docs/decisions/0001-dependencies.md"))
    assert names - set(explained) == set()


def test_no_lock_names_where_to_download_from() -> None:
    assert [name for name in ROOT_FILES if name.startswith("requirements/") and "://" in text(name)] == []


def test_no_tracked_file_names_a_registry_or_a_machine() -> None:
    found = []
    for file in tracked():
        content = file.read_bytes().decode("utf-8", errors="ignore")
        found += [f"{file.relative_to(ROOT)}: {word}" for word in REGISTRIES + MACHINE_PATHS if word in content]
    assert found == []
