"""`recert read`: what certificates say, each value with a confidence and a place, and what only you can answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from recert.badges import NotABadge, badge_entry, check_apart, may_be_badge
from recert.capture.certificates import SURE, CannotBeRead, read_apart, reading_document
from recert.capture.certificates.media import MOST_MEGABYTES
from recert.capture.transcripts.remarks import shown
from recert.cli.options import json_option
from recert.cli.page import page_for_terminal, print_json

KINDS = {
    "course": "Certificate of a course",
    "cpr_card": "CPR card",
    "badge": "Badge",
    "not_a_certificate": "Not a certificate",
}
NAMES = {
    "title": "Title",
    "holder": "Holder",
    "earned_on": "Earned on",
    "quantity": "Amount",
    "unit": "Unit",
    "minutes": "Minutes",
    "provider": "Provider",
    "approval_number": "Approval number",
    "approved_by": "Approved by",
    "expires_on": "Expires on",
}


@click.command("read")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@json_option
@click.pass_context
def command(ctx: click.Context, *, files: Sequence[str], as_json: bool) -> int:
    """Read certificates: PDF, JPEG, PNG, HEIC, TIFF or an Open Badge. Nothing leaves this computer.

    Every file is opened in a process of its own with little memory and time, and no network. Several certificates in one
    file are several answers. What can be read is printed even if another file cannot be; that one is then named.

    Exit status: 0 every file was read, 2 one could not be.
    """
    entries: list[Mapping[str, Any]] = []
    refused: list[str] = []
    for file in files:
        try:
            entries += entries_of(file)
        except (CannotBeRead, NotABadge) as why:
            refused.append(str(why))
        except OSError as why:
            refused.append(f"{shown(file)}: {_why_closed(why)}")
    if as_json and (entries or not refused):
        print_json(entries)
    elif entries:
        _print(entries)
    if refused:
        raise click.UsageError(" ".join(refused), ctx)
    return 0


def entries_of(file: str) -> Sequence[Mapping[str, Any]]:
    """Every certificate in a file: a badge by its signature, everything else by what can be seen.

    :raises CannotBeRead: when it is neither, or a damaged, locked or hostile one.
    """
    path = Path(file)
    with path.open("rb") as opened:
        content = opened.read(MOST_MEGABYTES << 20)
    if may_be_badge(content):
        try:
            return [badge_entry(check_apart(content, path.name), path.name)]
        except NotABadge:
            if not content.startswith(b"\x89PNG"):
                raise
    return reading_document(read_apart(path, path.name))


def _why_closed(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file. Give the path of a PDF, a photo, a scan or a badge."
    if isinstance(error, IsADirectoryError):
        return "this is a folder. Name the files in it."
    if isinstance(error, PermissionError):
        return "you may not read this file. Change its permissions, or copy it."
    return "it cannot be opened. Give the path of a PDF, a photo, a scan or a badge."


def _print(entries: Sequence[Mapping[str, Any]]) -> None:
    page = page_for_terminal()
    for entry in entries:
        page.title(f"{entry['file']}, page {entry['page']}: {KINDS[entry['kind']]}")
        page.columns([(NAMES[name], _value(field)) for name, field in entry["fields"].items()])
        for text in dict.fromkeys(question["text"] for question in entry["questions"]):
            page.say(f"? {text}", indent=2, hanging=2)
        for link in entry["links"]:
            page.say(f"Link: {link}", indent=2, hanging=2)
    page.print()


def _value(field: Mapping[str, Any]) -> str:
    return str(field["value"]) if field["confidence"] >= SURE else f"{field['value']} (not sure)"
