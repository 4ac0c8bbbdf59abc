"""Look an export over in a process of its own: little memory, little time, no network, nothing written.

python -m recert.capture.archives.apart     reads the ZIP on stdin, answers with JSON on stdout
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any, BinaryIO

from recert.capture.archives.form import TOO_MUCH_WORK, ArchiveRefused
from recert.capture.archives.read import Archive
from recert.capture.powers import give_up_powers

SECONDS = 120
BYTES_OF_MEMORY = 1024**3
OPEN_FILES = 64


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


if __name__ == "__main__":
    give_up_powers(memory=BYTES_OF_MEMORY, seconds=SECONDS, open_files=OPEN_FILES)
    sys.stdout.write(json.dumps(answer(sys.stdin.buffer)))
