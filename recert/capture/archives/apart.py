"""Look an export over in a process of its own: little memory, little time, no network, nothing written.

python -m recert.capture.archives.apart     reads the ZIP on stdin, answers with JSON on stdout
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from typing import Any, BinaryIO

from recert.capture.archives.form import TOO_MUCH_WORK, ArchiveRefused
from recert.capture.archives.read import Archive

SECONDS = 120
BYTES_OF_MEMORY = 1024**3
OPEN_FILES = 64
FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "os.remove", "os.rename")


def check_apart(file: BinaryIO) -> dict[str, Any]:
    """What the export says about itself, once every byte of it was found right. `file` is a file of the system's own.

    :raises ArchiveRefused: as `Archive.check` does, and when the file needs too much.
    """
    file.seek(0)
    command = [sys.executable, "-m", __name__]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, no shell, nothing of the file in the command
            command, stdin=file, capture_output=True, timeout=SECONDS, check=True, env={}
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        raise ArchiveRefused(TOO_MUCH_WORK) from None
    answer: dict[str, Any] = json.loads(done.stdout)
    if "refused" in answer:
        raise ArchiveRefused(answer["refused"], **answer["values"])
    return answer


def answer(file: BinaryIO) -> dict[str, Any]:
    """What the export says about itself, or why it is refused."""
    try:
        archive = Archive(file)
        archive.check()
        return archive.about()
    except ArchiveRefused as refused:
        return {"refused": refused.remark.wording, "values": dict(refused.remark.values)}


def give_up_powers() -> None:
    """From here on this process has little memory and time, and an attempt to reach out ends it."""
    for limit, most in (
        (resource.RLIMIT_AS, BYTES_OF_MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))
    sys.addaudithook(_refuse)


def _refuse(event: str, details: tuple[Any, ...]) -> None:
    writes = event == "open" and isinstance(details[1], str) and set(details[1]) & set("wax+")
    if writes or event.startswith(FORBIDDEN):
        raise PermissionError(f"reading a file does not need {event}")


if __name__ == "__main__":
    give_up_powers()
    sys.stdout.write(json.dumps(answer(sys.stdin.buffer)))
