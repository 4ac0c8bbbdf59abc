"""A folder with Dana's files in it, and a way to ask `recert` there."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from recert.capture.transcripts import activities_document, read_transcript
from recert.config.commands import run
from tests.capture.files import MARCH_14, xlsx

HEADER = "id,earned_on,title,provider,kind,quantity,unit,minutes,category,approved_by,certificate,relevant"
DANA = [
    HEADER,
    "a,2022-03-14,Wound care,AAMA,,20,aama_ceu,,clinical,aama,,",
    "b,2023-05-01,Billing basics,AAMA,,8,aama_ceu,,administrative,aama,,",
    "c,2023-09-12,Communication,State College,college,1,college_credit,,general,,c.pdf,yes",
    "d,2024-02-20,Quick webinar,Clinic,,0.5,cme,,general,,d.pdf,yes",
    "e,2024-06-30,BLS,Red Cross,cpr_card,1,card,,,,e.pdf,",
]


@dataclass(frozen=True)
class Answer:
    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        return json.loads(self.out)


Ask = Callable[..., Answer]


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Ask `recert` in a folder that holds Dana's transcript as CSV, XLSX and our JSON."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    dana = "\n".join(DANA).encode()
    Path("dana.csv").write_bytes(dana)
    Path("dana.xlsx").write_bytes(xlsx(CE=[line.split(",") for line in DANA]))
    Path("dana.json").write_text(json.dumps(activities_document(read_transcript("dana.csv", dana).activities)))
    Path("log.xlsx").write_bytes(
        xlsx(Log=[["Date", "Course", "Contact Hours", "Mood"], [MARCH_14, "Wounds", 1.5, "fine"]])
    )
    Path("empty.csv").write_text(HEADER)

    def asked(line: str) -> Answer:
        status = run(line.split())
        told = capsys.readouterr()
        return Answer(status, told.out, told.err)

    return asked
