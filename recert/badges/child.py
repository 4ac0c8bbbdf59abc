"""The process that opens a stranger's badge.

python -m recert.badges.child QUESTION     the badge on stdin, the answer on stdout
"""

from __future__ import annotations

import json
import resource
import sys
from dataclasses import asdict
from typing import Any

from recert.badges.badge import NotABadge
from recert.badges.check import check_badge
from recert.badges.unwrap import MOST_MEGABYTES

MEMORY = 1 << 30
SECONDS = 15
FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system")


def give_up_powers() -> None:
    """From here on there is little memory and time, and no way out."""
    for limit, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_FSIZE, 0)):
        resource.setrlimit(limit, (most, most))
    sys.addaudithook(_refuse)


def answer(question: dict[str, Any], content: bytes) -> dict[str, Any]:
    """The badge, or why there is none."""
    keys = {issuer: key.encode() for issuer, key in question["keys"].items()}
    try:
        return asdict(check_badge(content, question["name"], keys=keys))
    except NotABadge as error:
        return {"not_a_badge": error.remark.wording, "values": dict(error.remark.values)}


def _refuse(event: str, _: tuple[Any, ...]) -> None:
    if event.startswith(FORBIDDEN):
        raise PermissionError(f"checking a badge does not need {event}")


if __name__ == "__main__":
    asked = json.loads(sys.argv[1])
    give_up_powers()
    print(json.dumps(answer(asked, sys.stdin.buffer.read((MOST_MEGABYTES << 20) + 1))))  # noqa: T201 the answer
