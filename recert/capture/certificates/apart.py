"""Read a stranger's file in a process of its own, and put an end to it when it takes too much.

The process is handed the file and nothing else, see `child`; here its memory and time are watched.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from time import monotonic
from typing import IO, Any

from recert.capture.certificates.parcel import unpacked
from recert.capture.certificates.reading import Reading
from recert.capture.certificates.unreadable import DAMAGED, TOO_MUCH_WORK, CannotBeRead

CHILD = "recert.capture.certificates.child"
LOOK_EVERY = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one file may cost: bytes of memory, seconds on the clock, seconds of computing."""

    memory: int = 1000 * 1024 * 1024
    seconds: int = 120
    computing: int = 120


ORDINARY = Limits()


def read_apart(path: Path, name: str, *, limits: Limits = ORDINARY) -> Reading:
    """What `read_file` answers, worked out where a hostile file can do no harm.

    :raises CannotBeRead: as `read_file` does, and when the file needs too much.
    """
    answer = json.loads(_ask(path, {"do": "read", "name": name}, limits))
    if "unreadable" in answer:
        raise CannotBeRead(answer["unreadable"], **answer["values"])
    return unpacked(answer)


def preview(
    path: Path, *, page: int = 1, width: int = 1000, name: str = "", turns: int | None = None, limits: Limits = ORDINARY
) -> bytes:
    """A picture of one page as JPEG, without anything else that was in the file; with its `Reading.turns` boxes fit it.

    :raises CannotBeRead: when there is no such page, or it cannot be drawn within the limits.
    """
    answer = _ask(
        path, {"do": "preview", "name": name or path.name, "page": page, "width": width, "turns": turns}, limits
    )
    if answer[:1] == b"{":
        told = json.loads(answer)
        raise CannotBeRead(told["unreadable"], **told["values"])
    return answer


def _ask(path: Path, question: dict[str, Any], limits: Limits) -> bytes:
    name = str(question["name"])
    command = [sys.executable, "-m", CHILD, json.dumps({**question, "limits": asdict(limits)})]
    with path.open("rb") as file, tempfile.TemporaryFile() as told:
        child = subprocess.Popen(  # noqa: S603 - our own module, no shell
            command, stdin=file, stdout=told, stderr=subprocess.DEVNULL, env=_surroundings(), start_new_session=True
        )
        try:
            status = _watched(child, limits)
        finally:
            _end(child)
        if status is None or status < 0:
            raise CannotBeRead(TOO_MUCH_WORK, file=name)
        return _told(told, name)


def _surroundings() -> dict[str, str]:
    """Where our own modules are, when they were not installed; nothing else of ours."""
    return {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path), "OMP_THREAD_LIMIT": "1"}


def _told(file: IO[bytes], name: str) -> bytes:
    file.seek(0)
    answer = file.read()
    if not answer:
        raise CannotBeRead(DAMAGED, file=name)
    return answer


def _watched(child: subprocess.Popen[bytes], limits: Limits) -> int | None:
    """How the child ended; None when it took too much time or memory."""
    until = monotonic() + limits.seconds
    while monotonic() < until:
        try:
            return child.wait(LOOK_EVERY)
        except subprocess.TimeoutExpired:
            if memory_of(child.pid) > limits.memory:
                return None
    return None


def memory_of(process: int) -> int:
    """The bytes of memory that a process and those it started hold; 0 where the system does not tell."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
        others = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except (OSError, IndexError, ValueError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") + sum(memory_of(int(other)) for other in others)


def _end(child: subprocess.Popen[bytes]) -> None:
    """End the child and whatever it started."""
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        child.kill()
    child.wait()
