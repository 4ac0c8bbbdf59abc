"""`recert serve` starts from nothing, starts again quickly, and ends in order."""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from recert.config import ports
from tests.terminal import listen_to_ctrl_c

RECERT = [sys.executable, "-c", "from recert.config.command import main; main()"]
SURROUNDINGS = {
    name: value for name, value in os.environ.items() if not name.startswith(("DJANGO", "RECERT", "DATABASE", "EMAIL"))
}


class Running:
    """A started `recert serve` and what it printed."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.port = ports.free_port("127.0.0.1")
        command = [*RECERT, "serve", "--data", str(folder), "--port", str(self.port), *options]
        self.said = ""
        self.process = subprocess.Popen(
            command,
            env={**SURROUNDINGS, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            preexec_fn=listen_to_ctrl_c,  # noqa: PLW1509 -- no thread here holds a lock the child could wait for
        )
        while "Ctrl-C" not in self.said:
            line = self.process.stdout.readline() if self.process.stdout else ""
            if not line:
                raise AssertionError(self.said)
            self.said += line

    def get(self, path: str) -> tuple[int, str]:
        with contextlib.closing(http.client.HTTPConnection("localhost", self.port, timeout=20)) as connection:
            connection.request("GET", path)
            response = connection.getresponse()
            return response.status, response.read().decode()

    def end(self, number: int) -> int:
        self.process.send_signal(number)
        return self.process.wait(30)


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Running]]:
    started: list[Running] = []

    def serve(*options: str) -> Running:
        started.append(Running(tmp_path / "data", *options))
        return started[-1]

    yield serve
    for running in started:
        running.process.kill()
        running.process.communicate()


def listens(port: int) -> bool:
    with socket.socket() as door:
        return door.connect_ex(("127.0.0.1", port)) == 0


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*RECERT, *arguments], env=SURROUNDINGS, capture_output=True, text=True, check=False, timeout=120
    )


def test_from_nothing_to_a_ready_installation_and_back(serve: Callable[..., Running], tmp_path: Path) -> None:
    first = serve()
    assert first.get("/readyz") == (200, '{"ready": true, "red": []}')
    link = re.search(r"http://localhost:\d+(/operator/start/\S+/)", first.said)
    assert link
    assert first.get(link.group(1))[0] == 200
    assert {path.name for path in (tmp_path / "data").iterdir()} >= {"recert.sqlite3", "jobs.sqlite3", "secret-key"}
    assert not [path for path in (tmp_path / "data").iterdir() if path.stat().st_mode & 0o077]
    assert first.end(signal.SIGTERM) == 0
    assert not listens(first.port)

    key = (tmp_path / "data" / "secret-key").read_text()
    again = serve()
    assert again.get("/healthz") == (200, "alive\n")
    assert (tmp_path / "data" / "secret-key").read_text() == key
    assert again.end(signal.SIGINT) == 0
    assert run("doctor", "--data", str(tmp_path / "data")).returncode == 0


def test_killed_outright_it_leaves_no_server_behind(serve: Callable[..., Running]) -> None:
    if sys.platform != "linux":
        return
    running = serve()
    running.process.kill()
    until = time.monotonic() + 20
    while listens(running.port) and time.monotonic() < until:
        time.sleep(0.1)
    assert not listens(running.port)


def test_a_busy_port_names_a_free_one(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
        done = run("serve", "--data", str(tmp_path), "--port", str(port))
    assert done.returncode == 2
    assert re.search(rf"Port {port} is used by another program. Start Recert with --port \d+\.", done.stderr)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [(["--data", "/proc/recert"], "The data folder /proc/recert cannot be used"),
     (["--host", "192.0.2.1"], "192.0.2.1 is no address of this machine"),
     (["--host", "no.such.host.invalid"], "There is no host 'no.such.host.invalid'")],
)  # fmt: skip
def test_wrong_surroundings_are_answered_in_one_line(arguments: list[str], sentence: str, tmp_path: Path) -> None:
    done = run("serve", "--data", str(tmp_path), "--port", str(ports.free_port("127.0.0.1")), *arguments)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_wrong_address_in_the_environment_is_answered_in_one_line(tmp_path: Path) -> None:
    environment = {**SURROUNDINGS, "RECERT_URL": "recert.example.org"}
    command = [*RECERT, "serve", "--data", str(tmp_path), "--port", str(ports.free_port("127.0.0.1"))]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert "must look like https://recert.example.org" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_doctor_wants_a_folder(tmp_path: Path) -> None:
    done = run("doctor", "--data", str(tmp_path / "none"))
    assert done.returncode == 2
    assert "There is no data folder" in done.stderr
