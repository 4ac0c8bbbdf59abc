"""Check a stranger's badge in a process of its own, which has little memory and time and no network."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

from recert.badges.badge import BadgeChecked, NotABadge, Said
from recert.badges.sentences import TOO_MUCH_WORK

CHILD = "recert.badges.child"
SECONDS = 20


def check_apart(content: bytes, name: str, *, keys: Mapping[str, bytes] = {}) -> BadgeChecked:
    """What `check_badge` answers, worked out where a hostile file can do no harm.

    :raises NotABadge: as `check_badge` does, and when the file needs too much.
    """
    question = json.dumps({"name": name, "keys": {issuer: key.decode() for issuer, key in keys.items()}})
    path = os.pathsep.join(one for one in sys.path if one)
    try:
        done = subprocess.run(  # noqa: S603 - our own module, no shell
            [sys.executable, "-m", CHILD, question],
            input=content, capture_output=True, env={"PYTHONPATH": path}, timeout=SECONDS, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise NotABadge(TOO_MUCH_WORK, file=name) from None
    if done.returncode != 0:
        raise NotABadge(TOO_MUCH_WORK, file=name)
    return _unpacked(json.loads(done.stdout))


def _unpacked(answer: dict[str, Any]) -> BadgeChecked:
    if "not_a_badge" in answer:
        raise NotABadge(answer["not_a_badge"], **answer["values"])
    why, remarks = answer.pop("why"), answer.pop("remarks")
    return BadgeChecked(**answer, why=Said(**why), remarks=tuple(Said(**one) for one in remarks))
