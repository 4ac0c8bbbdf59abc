"""What a process gives up before it opens a stranger's file: memory, time, open files, the network, other programs."""

from __future__ import annotations

import ctypes
import resource
import sys
from typing import Any

FORBIDDEN = ("socket.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "os.remove", "os.rename", "subprocess.")
NEW_USER_AND_NETWORK = 0x10000000 | 0x40000000


def give_up_powers(*, memory: int, seconds: int, open_files: int, writes: int = 0, program: str = "") -> None:
    """From here on this process has little memory and time, and an attempt to reach out ends it.

    `writes` is the most it may write to what it was handed, in bytes; `program` the only one it may start.
    """
    _leave_the_network()
    sys.dont_write_bytecode = True  # the attempt would be refused half way, and leave a file behind each time
    for limit, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_NOFILE, open_files),
        (resource.RLIMIT_FSIZE, writes),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))
    sys.addaudithook(_Refusal(program))


def _leave_the_network() -> None:
    """Move into a network without devices, where the system lets us."""
    try:
        ctypes.CDLL(None).unshare(NEW_USER_AND_NETWORK)
    except (AttributeError, OSError):
        return


class _Refusal:
    """Refuses, while the process runs, what reading a file does not need."""

    def __init__(self, program: str) -> None:
        self._program = program

    def __call__(self, event: str, details: tuple[Any, ...]) -> None:
        if event == "subprocess.Popen" and self._program and details[0] == self._program:
            return
        named = event == "open" and not isinstance(details[0], int)
        writes = named and isinstance(details[1], str) and set(details[1]) & set("wax+")
        if writes or event.startswith(FORBIDDEN):
            raise PermissionError(f"reading a file does not need {event}")
