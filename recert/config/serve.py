"""`recert serve`: web and jobs with one command; what is missing is made on the first start."""

from __future__ import annotations

import importlib
import os
import signal
import socket
from pathlib import Path
from urllib.parse import urlsplit

import click
import django
from django.conf import settings

from recert.config import children, ports
from recert.config.address import AddressWrong
from recert.config.database import DatabaseUrlWrong, use_a_sound_sqlite
from recert.config.folder import FolderUnusable, default_folder, prepare_folder
from recert.config.incoming import ImportMailWrong
from recert.config.outgoing import EmailUrlWrong

EVERYWHERE = {"0.0.0.0", "::"}  # noqa: S104 -- to recognise it, not to choose it
HERE = {"127.0.0.1", "localhost", "::1"}
WRONG = (
    FolderUnusable,
    AddressWrong,
    DatabaseUrlWrong,
    EmailUrlWrong,
    ImportMailWrong,
    ports.PortBusy,
    ports.HostUnknown,
)


class Refusal(click.ClickException):
    """Bad input or surroundings: one sentence, exit status 2."""

    exit_code = 2


@click.command()
@click.option("--demo", is_flag=True, help="Add Dana, Luz and the others, in a data folder of their own.")
@click.option("--data", type=click.Path(path_type=Path), help="The data folder (default: RECERT_DATA, or your own).")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on; 0.0.0.0 for all.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
def serve(demo: bool, data: Path | None, host: str, port: int) -> None:
    """Start Recert: web and jobs, everything created on the first start."""
    os.umask(0o077)
    folder = data.expanduser().absolute() if data else default_folder()
    if demo and data is None:
        folder = folder.with_name(f"{folder.name}-demo")
    try:
        ports.claim(host, port)
        prepare_folder(folder)
        surround(folder, host, port)
        use_a_sound_sqlite()
        django.setup()
        lines = prepared(demo)
    except WRONG as wrong:
        raise Refusal(str(wrong)) from wrong
    if demo and host not in HERE:
        lines.append("Note: whoever can reach this address can sign in as the cast.")
    run(host, port, lines)


def surround(folder: Path, host: str, port: int) -> None:
    """What the settings of this process and its children read."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "recert.config.settings"
    os.environ["RECERT_DATA"] = str(folder)
    # Passkeys work on localhost and on encrypted addresses, not on 127.0.0.1.
    os.environ.setdefault("RECERT_URL", f"http://localhost:{port}")
    named = [os.environ.get("RECERT_HOSTS", ""), *(names_of_this_machine() if host in EVERYWHERE else [host])]
    os.environ["RECERT_HOSTS"] = ",".join(filter(None, named))


def names_of_this_machine() -> list[str]:
    name = socket.gethostname()
    try:
        found = {entry[4][0] for entry in socket.getaddrinfo(name, None, family=socket.AF_INET)}
    except socket.gaierror:
        found = set()
    return [name, f"{name}.local", *sorted(str(address) for address in found)]


def prepared(demo: bool) -> list[str]:
    # Imported by name: it needs the tables, which need the surroundings named above.
    preparing = importlib.import_module("recert.config.preparing")
    try:
        return list(preparing.make_ready(demo=demo))
    except (preparing.NotFitToServe, preparing.RealPeopleHere) as wrong:
        raise Refusal(str(wrong)) from wrong


def run(host: str, port: int, lines: list[str]) -> None:
    # Being told to stop is the same as Ctrl-C, from the first moment on.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    running: list[children.Child] = []
    try:
        running += [children.web(host, port), children.jobs()]
        if settings.IMPORT_MAIL:
            running.append(children.post())
        greet(host, port, lines)
        ended = children.watch(running)
    except KeyboardInterrupt:
        ended = ""
    finally:
        children.stop(running)
    if ended:
        raise click.ClickException(f"The {ended} ended unexpectedly; its own words are above.")
    click.echo("Stopped.")


def greet(host: str, port: int, lines: list[str]) -> None:
    url = os.environ["RECERT_URL"]
    if not ports.answers(host, port, name=urlsplit(url).netloc):
        raise Refusal("The web server did not start within a minute; its own words are above.")
    for line in [f"Recert is at {url}", f"Data folder: {os.environ['RECERT_DATA']}", *lines, "Stop it with Ctrl-C."]:
        click.echo(line)
