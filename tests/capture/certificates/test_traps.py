"""Papers with another number or day that looks like the one: it is read right or asked, and never surely wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from recert.capture.certificates.read import read_file
from tests.capture.certificates.papers import pdf

TRAPS = Path(__file__).with_name("traps.yaml")
FIELDS = ("quantity", "earned_on", "expires_on")


def traps() -> Iterator[tuple[str, dict[str, str]]]:
    """Each paper's lines, and what is right of it."""
    for group in yaml.load(TRAPS.read_text(encoding="utf-8"), yaml.BaseLoader):
        for paper in group["papers"]:
            lines = [group.get("begins", ""), paper["says"], group.get("ends", "")]
            yield "|".join(line for line in lines if line), paper


def printed(text: str) -> str:
    """The paper as Typst: each line a paragraph of its own, letter for letter."""
    lines = [line.replace("\\", "\\\\").replace('"', '\\"') for line in ("Certificate of Completion", *text.split("|"))]
    return '#set page(paper: "us-letter")\n' + "\n\n".join(f'#"{line}"' for line in lines)


def surely_wrong(text: str, right: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (name, entry.fields[name].value)
        for entry in read_file(pdf(printed(text)), "paper.pdf").entries
        for name in FIELDS
        if entry.kind != "not_a_certificate" and name in entry.fields and entry.fields[name].sure
        if entry.fields[name].value not in right.get(name, "").split()
    ]


@pytest.mark.parametrize(("text", "right"), [pytest.param(*one, id=one[1]["says"]) for one in traps()])
def test_what_looks_like_an_amount_or_a_day_is_never_surely_wrong(text: str, right: dict[str, str]) -> None:
    assert surely_wrong(text, right) == []


def test_there_are_traps_enough() -> None:
    assert len(list(traps())) >= 80
