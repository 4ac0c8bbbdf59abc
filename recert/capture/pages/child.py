"""The process that draws strangers' papers: little memory, little time, no network, nothing written.

python -m recert.capture.pages.child     reads a list of paths on stdin; answers each with its pages on stdout
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

from recert.capture.pages.draw import CannotBeDrawn, draw

SECONDS_A_PAPER = 20
SECONDS_IN_ALL = 600
BYTES_OF_MEMORY = 1024 * 1024 * 1024
FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "os.remove", "os.rename")


def give_up_powers() -> None:
    """From here on this process has little memory, and an attempt to write or reach out ends it."""
    for limit, most in (
        (resource.RLIMIT_AS, BYTES_OF_MEMORY),
        (resource.RLIMIT_CPU, SECONDS_IN_ALL),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))
    sys.addaudithook(_refuse)


def _refuse(event: str, details: tuple[Any, ...]) -> None:
    writes = event == "open" and isinstance(details[1], str) and set(details[1]) & set("wax+")
    if writes or event.startswith(FORBIDDEN):
        raise PermissionError(f"drawing a paper does not need {event}")


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
    give_up_powers()
    answer(json.loads(sys.stdin.buffer.read()), sys.stdout.buffer)
