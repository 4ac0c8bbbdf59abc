"""A file read in a process of its own says the same, and can neither reach out nor use the machine up."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from recert.capture.transcripts import TranscriptUnreadable, apart, preview_transcript
from recert.capture.transcripts.apart import preview_apart
from recert.capture.transcripts.parcel import packed, unpacked

FILE = b"""Date Completed,Course,Sponsor,Contact Hours,Category,Minutes,AAMA approved?,Mood
5/2/2024,ICD-10 update,AAPC,2,administrative,120,no,fine
7/9/2024,Two days,Society,12,general=4;clinical=8,,yes,
13/40/2024,Broken,Relias,1,clinical,,,sad
"""
POWERLESS = (
    "from recert.capture.powers import give_up_powers; give_up_powers(memory=1 << 30, seconds=20, open_files=64); "
)


def test_it_says_the_same_as_reading_here() -> None:
    assert preview_apart("log.csv", FILE) == preview_transcript("log.csv", FILE)


def test_nothing_is_lost_on_the_way_between_the_processes() -> None:
    mapping = {"Date Completed": "earned_on", "Course": "provider", "Contact Hours": "quantity"}
    preview = preview_transcript("log.csv", FILE, mapping)
    assert unpacked(packed(preview)) == preview
    assert preview_apart("log.csv", FILE, mapping) == preview


def test_an_unreadable_file_is_answered_in_the_same_sentence() -> None:
    with pytest.raises(TranscriptUnreadable) as here:
        preview_transcript("photo.csv", b"\x89PNG\r\n\x1a\n\x00\x00")
    with pytest.raises(TranscriptUnreadable) as there:
        preview_apart("photo.csv", b"\x89PNG\r\n\x1a\n\x00\x00")
    assert str(there.value) == str(here.value)


def test_a_file_that_needs_too_much_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 0.001)
    with pytest.raises(TranscriptUnreadable, match="more time or memory to read than a transcript should"):
        preview_apart("log.csv", FILE)


@pytest.mark.parametrize(
    "deed",
    [
        "import socket; socket.socket()",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "open('written', 'w')",
        "bytearray(2_000_000_000)",
    ],
)
def test_the_process_can_neither_reach_out_nor_write_nor_grow(deed: str, tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", POWERLESS + deed], capture_output=True, cwd=tmp_path, check=False)
    assert done.returncode == 1
    assert b"PermissionError" in done.stderr or b"MemoryError" in done.stderr
    assert not list(tmp_path.iterdir())


def test_the_process_leaves_nothing_behind_where_its_modules_are(tmp_path: Path) -> None:
    (tmp_path / "loaded_late.py").write_text("said = 1")
    subprocess.run([sys.executable, "-c", POWERLESS + "import loaded_late"], cwd=tmp_path, env={}, check=True)
    assert [file.name for file in tmp_path.rglob("*")] == ["loaded_late.py"]
