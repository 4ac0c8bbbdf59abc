"""The processes that `recert serve` looks after: the web server, the jobs, and the mail for certificates if it is on."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

PATIENCE = 15.0
DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG


@dataclass(frozen=True)
class Child:
    """A process and the signal that asks it to finish what it is doing."""

    name: str
    process: subprocess.Popen[bytes]
    farewell: signal.Signals


def web(host: str, port: int) -> Child:
    # granian waits for ever when it is told to stop while a worker starts, unless it has a kill timeout.
    command = [
        *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)),
        *("--workers", "2", "--blocking-threads", "1", "--workers-kill-timeout", "10", "--respawn-failed-workers"),
        *("--no-ws", "--log-level", "warning", "recert.config.wsgi:application"),
    ]
    return Child("web server", started(command), signal.SIGTERM)


def jobs() -> Child:
    # huey finishes the job at hand on SIGINT and drops it on SIGTERM. What a killed one had locked is free again.
    command = [sys.executable, "-m", "django", "run_huey", "--quiet", "--flush-locks"]
    return Child("jobs", started(command), signal.SIGINT)


def post() -> Child:
    return Child("mail", started([sys.executable, "-m", "recert.config.listening"]), signal.SIGTERM)


def started(command: Sequence[str]) -> subprocess.Popen[bytes]:
    # A session of its own: Ctrl-C reaches us alone, and we end the children in order.
    tied = tie_to_parent if sys.platform == "linux" else None
    return subprocess.Popen(command, start_new_session=True, preexec_fn=tied)  # noqa: PLW1509, S603 -- no threads yet


def tie_to_parent() -> None:
    """Even a parent killed outright leaves no server behind."""
    ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGTERM)


def watch(children: Sequence[Child]) -> str:
    """Wait until a child ends by itself, and say which."""
    while True:
        for child in children:
            if child.process.poll() is not None:
                return child.name
        time.sleep(0.25)


def stop(children: Sequence[Child]) -> None:
    for child in children:
        if child.process.poll() is None:
            child.process.send_signal(child.farewell)
    for child in children:
        try:
            child.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(child.process.pid, signal.SIGKILL)
            child.process.wait()
