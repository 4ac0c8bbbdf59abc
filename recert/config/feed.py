"""`recert feed`: take a publisher's own list of courses into the catalog."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click

from recert.config.find import data_option, with_tables

FORMATS = ("table", "linked_data", "news", "calendar")


class Name(click.ParamType[str]):
    """What a feed is called, as it stands in the address of its page."""

    name = "name"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,29}", value):
            self.fail(f"found {value!r}, wanted up to 30 small letters, digits and dashes.", param, ctx)
        return str(value)


@click.command("feed")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--name", type=Name(), required=True, metavar="NAME", help="What the feed is called: small letters, digits, dashes."
)
@click.option("--format", "format_", type=click.Choice(FORMATS), default="table", show_default=True, help="What it is.")
@data_option
def feed(*, file: Path, name: str, format_: str, data: Path | None) -> None:
    """Read a file of courses: what is new, changed, gone and refused is told. Read it again and only changes are made."""
    with_tables(data, then="recert.config.feeding").take(file=file, name=name, format_=format_)
