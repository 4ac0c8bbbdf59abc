"""`recert rules`: the edition in force on a day, each number with its source and how sure we are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import click

from recert.cli.options import Credential, Day, json_option, today
from recert.cli.page import Page, page_for_terminal, print_json
from recert.cli.sources import Sources
from recert.cli.words import ENDS, plain, points
from recert.rules.document import edition_document
from recert.rules.edition import Edition, Rulebook


@click.command("rules")
@click.argument("book", metavar="ID", type=Credential())
@click.option("--on", "day", type=Day(), help="The day whose rules to show (default: today).")
@json_option
def command(*, book: Rulebook, day: date | None, as_json: bool) -> int:
    """Show a credential's rules on a day, every number with its source."""
    document = rules_document(book, day or today())
    if as_json:
        print_json(document)
    else:
        page = page_for_terminal()
        print_rules(page, book, document)
        page.print()
    return 0


def rules_document(book: Rulebook, day: date) -> dict[str, Any]:
    """The `rules` document; without a confirmed edition it says why, and holds no number.

    :raises click.UsageError: when no edition covers the day.
    """
    if not book.editions:
        return _nothing_confirmed(book)
    edition = book.edition_on(day)
    if edition is None:
        known = ", ".join(each.name for each in book.editions)
        raise click.UsageError(f"--on: no edition of the rules of {book.name} is known for {day}. Known: {known}.")
    document = edition_document(book, edition)
    document["other_editions"] = [_named(each) for each in book.editions if each is not edition]
    document["confused_with"] = list(book.confused_with)
    document["links"] = dict(book.links)
    return document


def _nothing_confirmed(book: Rulebook) -> dict[str, Any]:
    return {
        "credential": book.credential,
        "name": book.name,
        "certifier": book.certifier.name,
        "edition": None,
        "effective_from": None,
        "cycle": None,
        "numbers": [],
        "unconfirmed": book.unconfirmed,
        "confused_with": list(book.confused_with),
        "links": dict(book.links),
    }


def _named(edition: Edition) -> dict[str, Any]:
    return {"edition": edition.name, "superseded": edition.superseded}


def print_rules(page: Page, book: Rulebook, document: Mapping[str, Any]) -> None:
    sources = Sources()
    page.say(f"{book.name}, {book.full_name}", bold=True)
    page.say(f"Certified by {book.certifier.name} ({book.certifier.acronym}).")
    for mistaken in book.confused_with:
        page.say(mistaken)
    if document["edition"] is None:
        page.gap()
        page.say(document["unconfirmed"])
    else:
        _print_edition(page, document, sources)
    _print_questions(page, book, document)
    sources.print_on(page)


def _print_edition(page: Page, document: Mapping[str, Any], sources: Sources) -> None:
    cycle = document["cycle"]
    page.say(f"Edition {document['edition']}. {document['since']['says']} {sources.mark(document['since'])}")
    page.say(f"A cycle lasts {cycle['months']} months, {ENDS[cycle['ends']]}. {sources.mark(cycle)}")
    page.title("The numbers")
    for number in document["numbers"]:
        page.say(f"{plain(number['about'])}: {_value(number)}", indent=2, hanging=4, bold=True)
        page.say(f"{number['says']} {sources.mark(number)} {number['note']}".rstrip(), indent=6)
        for claim in number["claims"]:
            page.say(f"Claimed: {claim}", indent=6)


def _value(number: Mapping[str, Any]) -> str:
    value, measure = number["value"], number["measure"]
    if value is None:
        return "not known, ask your certifier"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if measure == "usd_cents":
        return f"${value}"
    return points(str(value), measure) if measure in ("points", "months", "days", "minutes") else str(value)


def _print_questions(page: Page, book: Rulebook, document: Mapping[str, Any]) -> None:
    if book.open_questions:
        page.title("What nobody could confirm")
        for question in book.open_questions:
            page.say(f"- {question}", indent=2, hanging=2)
    if others := document.get("other_editions"):
        page.title("Other editions")
        for other in others:
            how = (
                "shown for the record, never applied"
                if other["superseded"]
                else f"see: recert rules {book.credential} --on"
            )
            page.say(f"{other['edition']} ({how})", indent=2, hanging=2)
    if book.links:
        page.title("The certifier's own pages")
        for label, address in book.links.items():
            page.say(f"{label}: {address}", indent=2, hanging=4)
