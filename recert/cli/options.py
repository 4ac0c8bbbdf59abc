"""What the commands ask for on the command line, and how each answer is read."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, datetime
from math import isnan
from pathlib import Path
from typing import Any, TypeVar

import click

from recert.capture.offers import OffersFile, read_offers
from recert.capture.offers.cells import read_money
from recert.capture.offers.columns import OFFERS
from recert.capture.transcripts import TranscriptFile, TranscriptUnreadable, read_transcript
from recert.capture.transcripts.days import read_day
from recert.capture.transcripts.remarks import CellUnreadable, shown
from recert.capture.transcripts.table import MOST_BYTES
from recert.places.point import Point
from recert.places.zips import point_of
from recert.rulebooks.library import rulebook
from recert.rules.dates import CycleBackwards, CycleIsPrinted, NoRules, rules_for
from recert.rules.edition import Edition, Rulebook
from recert.rules.verdict import Span

Command = TypeVar("Command", bound=Callable[..., Any])
File = TypeVar("File")


class Day(click.ParamType[date]):
    """A day, written as in a transcript."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return read_day(value)
        except CellUnreadable as error:
            self.fail(error.remark.wording % {"found": shown(value), **error.remark.values}, param, ctx)


class Number(click.FloatRange):
    """A number of a range; “nan” is of none, though nothing is less or more."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        number = float(super().convert(value, param, ctx))
        if isnan(number):
            self.fail(f"found {shown(str(value))}, wanted a number.", param, ctx)
        return number


class Days(click.ParamType[Span]):
    """Both days of a cycle, with two dots between them."""

    name = "start..end"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Span:
        if isinstance(value, Span):
            return value
        starts, dots, ends = value.partition("..")
        if not dots:
            self.fail(f"found {shown(value)}, wanted both days such as 2021-11-05..2026-11-30.", param, ctx)
        return Span(Day().convert(starts, param, ctx), Day().convert(ends, param, ctx))


class Credential(click.ParamType[Rulebook]):
    """A credential by its id, or by letters that mean only one."""

    name = "id"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Rulebook:
        if isinstance(value, Rulebook):
            return value
        try:
            return rulebook(value)
        except LookupError as error:
            self.fail(str(error.args[0]), param, ctx)


class Also(click.ParamType[tuple[Rulebook, date | None, Span | None]]):
    """Another credential with its day or its days: `rma-amt:2024-05-01`, `ccma-nha:2025-01-01..2026-12-31`."""

    name = "id:days"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[Rulebook, date | None, Span | None]:
        name, colon, days = str(value).partition(":")
        if not colon:
            self.fail(f"found {value!r}, wanted ID:CERTIFIED or ID:START..END, such as rma-amt:2024-05-01", param, ctx)
        book = Credential().convert(name, param, ctx)
        if ".." in days:
            return book, None, Days().convert(days, param, ctx)
        return book, Day().convert(days, param, ctx), None


class Transcript(click.ParamType[TranscriptFile]):
    """A transcript file, read whole; `-` reads standard input."""

    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> TranscriptFile:
        if isinstance(value, TranscriptFile):
            return value
        return _from_file(value, read_transcript, MOST_BYTES, ctx)


class Offers(click.ParamType[OffersFile]):
    """A file of offers, read whole; `-` reads standard input."""

    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> OffersFile:
        if isinstance(value, OffersFile):
            return value
        return _from_file(value, read_offers, OFFERS.most_bytes, ctx)


class Place(click.ParamType[Point]):
    """A place by its ZIP code."""

    name = "zip"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Point:
        if isinstance(value, Point):
            return value
        try:
            return point_of(value)
        except LookupError as error:
            self.fail(f"{error.args[0]}.", param, ctx)


class Dollars(click.ParamType[int]):
    """Money, as cents."""

    name = "dollars"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if isinstance(value, int):
            return value
        try:
            return read_money(value)
        except CellUnreadable as error:
            self.fail(error.remark.wording % {"found": shown(value), **error.remark.values}, param, ctx)


def _from_file(value: str, read: Callable[[str, bytes], File], most: int, ctx: click.Context | None) -> File:
    """Read a file, or standard input, up to one byte more than it may have."""
    try:
        if value == "-":
            if sys.stdin is None:
                raise TranscriptUnreadable("standard input is closed, wanted a transcript. Give the path of a file.")
            return read("standard input", sys.stdin.buffer.read(most + 1))
        with Path(value).open("rb") as file:
            return read(Path(value).name, file.read(most + 1))
    except TranscriptUnreadable as error:
        raise click.UsageError(str(error), ctx) from None
    except (OSError, ValueError) as error:
        raise click.UsageError(f"{shown(value)}: {_why_closed(error)}", ctx) from None


def _why_closed(error: Exception) -> str:
    wanted = "Give the path of a CSV, XLSX or JSON file."
    if isinstance(error, FileNotFoundError):
        return f"there is no such file. {wanted}"
    if isinstance(error, IsADirectoryError):
        return f"this is a folder. {wanted}"
    if isinstance(error, PermissionError):
        return "you may not read this file. Change its permissions, or copy it."
    return f"it cannot be opened. {wanted}"


credential_option = click.option(
    "--credential", "book", type=Credential(), required=True, help="Which credential, such as cma-aama."
)
as_of_option = click.option("--as-of", type=Day(), help="The day to answer for (default: today).")
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")


def today() -> date:
    """The day it is for the person at the terminal."""
    return datetime.now().astimezone().date()


def cycle_options(command: Command) -> Command:
    """Ask for the cycle: from the day of certification, or by both of its days."""
    certified = click.option(
        "--certified", "certified_on", type=Day(), help="The day you were certified, or last recertified."
    )
    cycle = click.option("--cycle", type=Days(), help="Both days of the cycle, where your certifier prints its end.")
    return certified(cycle(command))


def cycle_of(book: Rulebook, certified_on: date | None, cycle: Span | None) -> tuple[Edition, Span]:
    """The edition and cycle that apply.

    :raises click.UsageError: when the days given do not make a cycle, or no rules are known for it.
    """
    if (certified_on is None) == (cycle is None):
        wanted = "give --certified DATE, or --cycle START..END"
        raise click.UsageError(f"{wanted} (one of the two)." if cycle is None else f"{wanted}, not both.")
    try:
        return rules_for(book, certified_on=certified_on, cycle=cycle)
    except CycleIsPrinted as error:
        example = f"--cycle {certified_on}..{'YYYY-MM-DD'}"
        raise click.UsageError(f"--certified: {error}, as printed on your certificate: {example}.") from None
    except CycleBackwards as error:
        raise click.UsageError(f"--cycle: {error}. Give the earlier day first.") from None
    except NoRules as error:
        known = ", ".join(edition.name for edition in book.editions if not edition.superseded)
        raise click.UsageError(f"{error}.{f' Editions known: {known}.' if known else ''}") from None
