"""Read a stranger's file in a process of its own: little memory, little time, no network, nothing written.

python -m recert.capture.transcripts.apart     reads the question and the file on stdin, answers with JSON on stdout
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

from recert.capture.powers import give_up_powers
from recert.capture.transcripts.parcel import packed, unpacked
from recert.capture.transcripts.preview import Preview, preview_transcript
from recert.capture.transcripts.remarks import TranscriptUnreadable
from recert.capture.transcripts.repairs import Repairs
from recert.rules.wording import N_

SECONDS = 20
BYTES_OF_MEMORY = 1024 * 1024 * 1024
OPEN_FILES = 64
TOO_MUCH_WORK = N_("%(file)s takes more time or memory to read than a transcript should. Save it as a plain CSV file.")


def preview_apart(
    name: str, content: bytes, mapping: Mapping[str, str] | None = None, repairs: Repairs | None = None
) -> Preview:
    """What `preview_transcript` answers, worked out where a hostile file can do no harm.

    :raises TranscriptUnreadable: as `preview_transcript` does, and when the file needs too much.
    """
    said = {str(number): dict(texts) for number, texts in (repairs or {}).items()}
    question = json.dumps({"name": name, "mapping": mapping, "repairs": said}).encode() + b"\n"
    command = [sys.executable, "-m", __name__]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, no shell, nothing of the file in the command
            command, input=question + content, capture_output=True, timeout=SECONDS, check=True, env={}
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        raise TranscriptUnreadable(TOO_MUCH_WORK, file=name) from None
    answer = json.loads(done.stdout)
    if "unreadable" in answer:
        raise TranscriptUnreadable(answer["unreadable"], **answer["values"])
    return unpacked(answer)


def answer(question: bytes, content: bytes) -> dict[str, Any]:
    """The preview, or why there is none."""
    asked = json.loads(question)
    try:
        repairs = {int(number): texts for number, texts in asked["repairs"].items()}
        return packed(preview_transcript(asked["name"], content, asked["mapping"], repairs))
    except TranscriptUnreadable as unreadable:
        return {"unreadable": unreadable.remark.wording, "values": dict(unreadable.remark.values)}


if __name__ == "__main__":
    give_up_powers(memory=BYTES_OF_MEMORY, seconds=SECONDS, open_files=OPEN_FILES)
    sys.stdout.write(json.dumps(answer(sys.stdin.buffer.readline(), sys.stdin.buffer.read())))
