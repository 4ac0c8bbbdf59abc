"""The command suits the terminal it is run in: its width, its encoding, a pipe, an impatient hand."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from recert import __version__
from recert.cli.page import FALLBACKS, Page
from recert.config.commands import COMMANDS
from tests.capture.files import xlsx
from tests.cli.conftest import DANA, Ask
from tests.terminal import listen_to_ctrl_c

RECERT = [sys.executable, "-c", "from recert.config.command import main; main()"]
STANDING = ["standing", "dana.csv", "--credential", "cma-aama", "--certified", "2021-11-05"]


def start(*arguments: str, folder: Path, **environment: str) -> subprocess.Popen[bytes]:
    (folder / "dana.csv").write_text("\n".join(DANA))
    surroundings = {**os.environ, **environment}
    pipe = subprocess.PIPE
    command, where = [*RECERT, *arguments], {"cwd": folder, "env": surroundings, "preexec_fn": listen_to_ctrl_c}
    return subprocess.Popen(command, **where, stdin=pipe, stdout=pipe, stderr=pipe)


def test_help_names_every_command_without_loading_any(ask: Ask) -> None:
    out = ask("--help").out
    named = re.findall(r"^  (\w+) {2,}\S", out[out.index("Commands:") :], re.MULTILINE)
    assert named == list(COMMANDS)
    assert {"credentials", "rules", "standing", "check", "serve", "doctor"} <= set(named)


def test_the_command_alone_shows_its_help(ask: Ask) -> None:
    assert ask("") == ask("--help")


def test_the_version_is_told(ask: Ask) -> None:
    assert ask("--version").out == f"recert {__version__}\n"


@pytest.mark.parametrize("command", ["credentials", "rules", "standing", "check"])
def test_every_command_explains_itself(ask: Ask, command: str) -> None:
    answer = ask(f"{command} --help")
    assert answer.status == 0
    assert answer.out.startswith(f"Usage: recert {command}")


@pytest.mark.parametrize("file", ["dana.csv", "dana.xlsx"])
def test_a_plain_run_loads_neither_django_nor_excel_nor_a_solver(tmp_path: Path, file: str) -> None:
    (tmp_path / "dana.csv").write_text("\n".join(DANA))
    (tmp_path / "dana.xlsx").write_bytes(xlsx(CE=[line.split(",") for line in DANA]))
    script = (
        "import sys; from recert.config.commands import run; status = run(sys.argv[1:]);"
        "heavy = {'django', 'openpyxl', 'highspy', 'numpy', 'asyncio'} & set(sys.modules);"
        "print(sorted(heavy), status, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "standing", file, *STANDING[2:]],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == "[] 1\n"


@pytest.mark.parametrize("columns", ["20", "60", "80", "200"])
def test_lines_keep_to_the_width_of_the_window_within_reason(
    ask: Ask, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    width = min(100, max(60, int(columns)))
    lines = ask(" ".join(STANDING)).out.splitlines()
    assert [line for line in lines if len(line) > width and "https://" not in line] == []
    assert max(len(line) for line in lines) > width - 15


def test_a_terminal_without_our_signs_gets_plain_ones(tmp_path: Path) -> None:
    out, err = start(*STANDING, folder=tmp_path, PYTHONIOENCODING="ascii").communicate()
    assert err == b""
    assert b"[##" not in out
    assert b"  clinical        ####################  24 of 10  met [1]" in out
    assert b"?" not in out.partition(b"Your activities")[0]


def test_json_survives_any_terminal(tmp_path: Path) -> None:
    (tmp_path / "ñ.csv").write_text("earned_on,title,quantity,unit\n2024-03-14,Español,1,cme", encoding="utf-8")
    arguments = ["ñ.csv" if word == "dana.csv" else word for word in STANDING]
    out, _ = start(*arguments, "--json", folder=tmp_path, PYTHONIOENCODING="ascii").communicate()
    assert json.loads(out)["file"]["name"] == "ñ.csv"


def test_every_sign_we_use_has_a_plain_one() -> None:
    assert "".join(map(chr, FALLBACKS)).translate(FALLBACKS).isascii()


def test_colour_is_for_terminals_that_want_it() -> None:
    coloured, plain = Page(colour=True), Page()
    for page in (coloured, plain):
        page.say("Ready.", fg="green", bold=True)
    assert coloured.lines == ["\x1b[32m\x1b[1mReady.\x1b[0m"]
    assert plain.lines == ["Ready."]


def test_a_pipe_carries_no_colour_and_the_bar_is_never_full_before_it_is_met(ask: Ask) -> None:
    assert "\x1b" not in ask(" ".join(STANDING)).out
    assert Page().bar(5999, 6000) == "█" * 19 + "░"


def test_a_reader_that_has_seen_enough_changes_no_answer(tmp_path: Path) -> None:
    with start(*STANDING, folder=tmp_path) as process:
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


def test_an_interruption_is_answered_in_words(tmp_path: Path) -> None:
    with start("standing", "-", *STANDING[2:], folder=tmp_path) as process:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(1.5)  # it waits for standard input
        process.send_signal(signal.SIGINT)
        assert process.stderr.read().decode().strip() == "recert: stopped."
    assert process.returncode == 130


def test_a_transcript_may_come_from_standard_input(tmp_path: Path) -> None:
    out, err = start("standing", "-", *STANDING[2:], folder=tmp_path).communicate("\n".join(DANA).encode())
    assert err == b""
    assert out.startswith(b"CMA (AAMA)")


def test_a_full_disk_is_said(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        return  # only Linux can play a full disk
    (tmp_path / "dana.csv").write_text("\n".join(DANA))
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*RECERT, *STANDING], cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr == b"recert: the answer could not be written: No space left on device.\n"
