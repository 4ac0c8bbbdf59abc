"""`recert find`: schools and courses from the data folder, which is filled on first use."""

from __future__ import annotations

import importlib
import os
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import django

from recert.cli.options import json_option
from recert.config.address import AddressWrong
from recert.config.database import DatabaseUrlWrong, use_a_sound_sqlite
from recert.config.folder import FolderUnusable, default_folder, prepare_folder
from recert.config.outgoing import EmailUrlWrong
from recert.config.serve import Refusal

WRONG = (FolderUnusable, AddressWrong, DatabaseUrlWrong, EmailUrlWrong)
CIP = re.compile(r"\d\d\.\d{4}")

data_option = click.option(
    "--data", type=click.Path(path_type=Path), help="The data folder (default: RECERT_DATA, or your own)."
)


class Cip(click.ParamType[str]):
    """A field of study by its number in the Classification of Instructional Programs."""

    name = "cip"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not CIP.fullmatch(value.strip()):
            self.fail(f"found {value!r}, wanted a field of study such as 51.0801 (medical assisting).", param, ctx)
        return str(value.strip())


class Miles(click.ParamType[float]):
    """A distance; whether it is a sensible one is the action's to say."""

    name = "miles"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        try:
            return float(value)
        except ValueError:
            self.fail(f"found {value!r}, wanted miles such as 25.", param, ctx)


@click.group("find", no_args_is_help=False)
def find() -> None:
    """Find schools near a ZIP code, and courses that count."""


@find.command("programs")
@click.option("--near", required=True, metavar="ZIP", help="The ZIP code to measure from.")
@click.option("--within", required=True, type=Miles(), metavar="MILES", help="How far to look.")
@click.option(
    "--cip", "cips", type=Cip(), multiple=True, default=["51.0801"], show_default=True, help="What is taught."
)
@click.option(
    "--source",
    type=click.Choice(["ipeds", "nj"]),
    default="ipeds",
    show_default=True,
    help="The national file, or New Jersey's list of 2021.",
)
@data_option
@json_option
def programs(*, near: str, within: float, cips: tuple[str, ...], source: str, data: Path | None, as_json: bool) -> None:
    """Schools near a ZIP code, nearest first; nobody pays for a place on this list."""
    finding = with_tables(data)
    finding.programs(near=near, within=within, cips=cips, source=source, as_json=as_json)


@find.command("courses")
@click.argument("words", nargs=-1)
@click.option("--category", default="", help="The area, such as clinical: stated, or what the title speaks of.")
@click.option("--free", "is_free", is_flag=True, help="Only what the provider calls free.")
@click.option(
    "--approved-by", default="", metavar="WHO", help="Only what they approved: aama, amt, accme, ancc, pace …"
)
@click.option("--near", default="", metavar="ZIP", help="Only courses taught near this ZIP code.")
@click.option("--within", type=Miles(), metavar="MILES", help="How near; needs --near.  [default: 25]")
@click.option("--credential", default="", metavar="ID", help="Say what each is worth for this credential.")
@data_option
@json_option
def courses(*, data: Path | None, words: tuple[str, ...], as_json: bool, **asked: Any) -> None:
    """Courses by words, slips of the finger forgiven; Spanish words work too."""
    finding = with_tables(data, then="recert.config.finding_courses")
    finding.courses(words=" ".join(words), as_json=as_json, **asked)


def with_tables(data: Path | None, *, then: str = "recert.config.finding") -> ModuleType:
    """The module that asks the tables, once there are tables to ask.

    :raises Refusal: when the data folder or the surroundings cannot be used.
    """
    os.umask(0o077)
    folder = data.expanduser().absolute() if data else default_folder()
    try:
        prepare_folder(folder)
        os.environ["RECERT_DATA"] = str(folder)
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "recert.config.settings")
        use_a_sound_sqlite()
        django.setup()
    except WRONG as wrong:
        raise Refusal(str(wrong)) from wrong
    # Imported by name: they need the tables, which need the surroundings named above.
    preparing = importlib.import_module("recert.config.preparing")
    preparing.bring_tables_up_to_date()
    preparing.load_catalog()
    return importlib.import_module(then)
