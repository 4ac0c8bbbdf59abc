"""A run hands files to the real reader in its child process, names no held-out paper, and keeps only whole runs."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from evaluation import command
from evaluation.measure import Watch, read
from evaluation.report import part_document
from evaluation.truth import Entry, Paper
from tests.papers import pdf

PAPER = Paper(
    "develop", "made", 1, (Entry("course", 1, {"title": "Prior Authorization Step by Step", "quantity": "3.0"}),)
)


@pytest.fixture
def evidence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(command, "EVIDENCE", tmp_path / "capture.json")
    return tmp_path / "capture.json"


def test_a_file_is_read_apart_and_its_cost_is_seen(tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(pdf(pages=2))
    done = read(PAPER, "clean", tmp_path / "paper.pdf")
    assert done.said[0]["fields"]["title"]["value"] == "Prior Authorization Step by Step"
    assert (done.pages, done.trouble) == (2, "")
    assert done.child_memory > 10_000_000


def test_a_file_that_cannot_be_read_is_counted_and_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(b"MZ")
    done = read(PAPER, "clean", tmp_path / "paper.pdf")
    assert done.said == ()
    assert part_document([done], name_them=True)["unreadable"] == 1


def test_what_is_surely_wrong_is_named_only_on_request(tmp_path: Path) -> None:
    (tmp_path / "paper.pdf").write_bytes(pdf())
    done = read(PAPER, "clean", tmp_path / "paper.pdf")
    assert part_document([done], name_them=False).keys() == part_document([done], name_them=True).keys() - {
        "confident_and_wrong"
    }
    assert part_document([done], name_them=False)["grave"]["quantity"] == 1


def test_a_sample_is_printed_and_not_kept_and_the_held_out_part_not_named(
    evidence: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held_out = replace(PAPER, part="heldout")
    monkeypatch.setattr(command, "papers", lambda part: [held_out, replace(held_out, number=2)])
    (tmp_path / "heldout-made-1-clean.pdf").write_bytes(pdf())
    monkeypatch.setattr(command, "drawn", lambda paper, look: tmp_path / "heldout-made-1-clean.pdf")
    command.main(["--only", "heldout", "--looks", "clean", "--sample", "2"])
    told = capsys.readouterr()
    assert re.match("heldout: 2 certificates in 2 files", told.out)
    assert "heldout-" not in told.out + told.err
    assert not evidence.exists()


def test_the_watch_sees_the_highest_moment() -> None:
    seen = iter([1, 7, 3])
    with Watch(lambda: next(seen, 2)) as watch:
        watch._over.wait(0.2)
    assert watch.most == 7
