"""Open a stranger's message in a process of its own: little memory, little time, no network, nothing written.

python -m recert.capture.messages.apart     reads the message on stdin, answers on stdout: one line of JSON, then the bytes
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from recert.capture.messages.read import TANGLED, Attachment, MessageRefused, Opened, open_message
from recert.capture.powers import give_up_powers

SECONDS = 20
BYTES_OF_MEMORY = 1024**3
OPEN_FILES = 64


def open_apart(raw: bytes) -> Opened:
    """What `open_message` answers, worked out where a hostile message can do no harm.

    :raises MessageRefused: as `open_message` does, and when the message needs too much.
    """
    command = [sys.executable, "-m", __name__]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, no shell, nothing of the message in the command
            command, input=raw, capture_output=True, timeout=SECONDS + 5, check=True, env={}
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        raise MessageRefused(TANGLED) from None
    head, _, rest = done.stdout.partition(b"\n")
    answer = json.loads(head)
    if "refused" in answer:
        raise MessageRefused(answer["refused"], **answer["values"])
    return Opened(answer["key"], tuple(_cut(answer["attachments"], rest)))


def _cut(listed: list[dict[str, Any]], rest: bytes) -> list[Attachment]:
    found, start = [], 0
    for each in listed:
        end = start + each["size"]
        found.append(Attachment(each["place"], each["name"], rest[start:end]))
        start = end
    return found


def answer(raw: bytes) -> bytes:
    """The attachments, or why there are none."""
    try:
        opened = open_message(raw)
    except MessageRefused as refused:
        return json.dumps({"refused": refused.remark.wording, "values": dict(refused.remark.values)}).encode()
    listed = [{"place": one.place, "name": one.name, "size": len(one.content)} for one in opened.attachments]
    head = json.dumps({"key": opened.key, "attachments": listed}).encode()
    return b"".join([head, b"\n", *(one.content for one in opened.attachments)])


if __name__ == "__main__":
    give_up_powers(memory=BYTES_OF_MEMORY, seconds=SECONDS, open_files=OPEN_FILES)
    sys.stdout.buffer.write(answer(sys.stdin.buffer.read()))
