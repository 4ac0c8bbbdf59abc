"""Open a publisher's file in a process of its own: little memory, little time, no network, nothing written.

python -m recert.capture.courses.apart     reads the question and the file on stdin, answers with JSON on stdout
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Collection
from typing import Any

from recert.capture.courses.open import CoursesUnreadable, CourseTable, open_courses
from recert.capture.powers import give_up_powers
from recert.capture.transcripts.table import TableRow

SECONDS = 60
BYTES_OF_MEMORY = 1024**3
OPEN_FILES = 64
TOO_MUCH_WORK = "{} takes more time or memory to read than a list of courses should. Save it as a plain CSV file."


def open_apart(name: str, content: bytes, *, wanted: Collection[str], columns: Collection[str]) -> CourseTable:
    """What `open_courses` answers, worked out where a hostile file can do no harm.

    :raises CoursesUnreadable: as `open_courses` does, and when the file needs too much.
    """
    question = json.dumps({"name": name, "wanted": list(wanted), "columns": list(columns)}).encode() + b"\n"
    command = [sys.executable, "-m", __name__]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, no shell, nothing of the file in the command
            command, input=question + content, capture_output=True, timeout=SECONDS, check=True, env={}
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        raise CoursesUnreadable(TOO_MUCH_WORK.format(name)) from None
    answer = json.loads(done.stdout)
    if "unreadable" in answer:
        raise CoursesUnreadable(answer["unreadable"])
    rows = (TableRow(number, tuple(cells)) for number, cells in answer["rows"])
    return CourseTable(tuple(answer["header"]), tuple(rows))


def answer(question: bytes, content: bytes) -> dict[str, Any]:
    """The table, or why there is none."""
    try:
        table = open_courses(content=content, **json.loads(question))
    except CoursesUnreadable as unreadable:
        return {"unreadable": str(unreadable)}
    return {"header": table.header, "rows": table.rows}


if __name__ == "__main__":
    give_up_powers(memory=BYTES_OF_MEMORY, seconds=SECONDS, open_files=OPEN_FILES)
    sys.stdout.write(json.dumps(answer(sys.stdin.buffer.readline(), sys.stdin.buffer.read())))
