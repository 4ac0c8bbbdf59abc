"""`recert credentials`: every credential we know, with its cycle, its points and how sure we are."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Any

import click

from recert.cli.options import json_option, today
from recert.cli.page import page_for_terminal, print_json
from recert.rulebooks.library import all_rulebooks
from recert.rules.edition import Rulebook
from recert.rules.points import as_text


@click.command("credentials")
@json_option
def command(*, as_json: bool) -> int:
    """List every credential we know, with its cycle and points."""
    day = today()
    rows = [credential_document(book, day) for book in all_rulebooks()]
    if as_json:
        print_json(rows)
    else:
        _print(rows)
    return 0


def credential_document(book: Rulebook, day: date) -> dict[str, Any]:
    """A credential in one line, as the contract's list has it."""
    edition = book.edition_on(day)
    total = next((asked for asked in edition.requirements if asked.about == "total"), None) if edition else None
    return {
        "id": book.credential,
        "name": book.name,
        "full_name": book.full_name,
        "certifier": book.certifier.name,
        "cycle_months": edition.cycle.months if edition else None,
        "total": as_text(total.needed) if total and total.needed is not None else None,
        "unit": book.points_called,
        "confidence": total.cited.confidence if total else "unknown",
        "unconfirmed": book.unconfirmed,
    }


def _print(rows: list[dict[str, Any]]) -> None:
    page = page_for_terminal()
    known = [row for row in rows if row["cycle_months"]]
    for certifier, credentials in groupby(known, key=lambda row: str(row["certifier"])):
        page.title(certifier)
        page.columns([_line(row) for row in credentials])
    unknown = [row for row in rows if not row["cycle_months"]]
    if unknown:
        page.title("Credentials whose rules nobody could confirm: ask the certifier")
        page.columns([(row["id"], row["name"]) for row in unknown])
    page.gap()
    page.say("See the numbers and their sources with: recert rules ID")
    page.print()


def _line(row: dict[str, Any]) -> tuple[str, str, str, str]:
    total = f"{row['total'] or '?'} {row['unit']}"
    return row["id"], f"{row['cycle_months']} months", total, f"{row['name']}, {row['full_name']}"
