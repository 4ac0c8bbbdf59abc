"""Whole processes: importing the rules, and `recert standing` on a file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

IMPORT = "from time import perf_counter as t; a = t(); import recert.rules.evaluate; print(t() - a)"
ROWS = "id,earned_on,title,provider,kind,quantity,unit,category,approved_by,certificate,relevant\n" + "\n".join(
    f"{i},2024-{i % 12 + 1:02d}-11,Course {i},AAMA,course,1.5,cme,clinical,accme,{i}.pdf,yes" for i in range(25)
)


def importing(times: int = 15) -> dict[str, float]:
    """Milliseconds to import `recert.rules.evaluate` in a fresh interpreter, its own start-up apart."""
    found = [float(_output([sys.executable, "-c", IMPORT])) * 1e3 for _ in range(times)]
    return {"best": round(min(found), 1), "median": round(median(found), 1)}


def standing(times: int = 11) -> dict[str, float]:
    """Seconds for `recert standing` on a file of 25 rows, from start to exit."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "transcript.csv")
        file.write_text(ROWS, encoding="utf-8")
        program = Path(sys.executable).with_name("recert")
        command = [str(program), "standing", str(file), "--credential", "cma-aama", "--certified", "2021-11-05"]
        found = [_seconds(command) for _ in range(times)]
    return {"best": round(min(found), 3), "median": round(median(found), 3)}


def _output(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _seconds(command: list[str]) -> float:
    begun = perf_counter()
    done = subprocess.run(command, check=False, capture_output=True)
    assert done.returncode in {0, 1}, done.stderr.decode()
    return perf_counter() - begun
