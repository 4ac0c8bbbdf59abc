"""`recert standing`: where a transcript stands, what is missing, by when, and which rule says so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import click

from recert.capture.transcripts import TranscriptFile
from recert.cli.options import (
    Transcript,
    as_of_option,
    credential_option,
    cycle_of,
    cycle_options,
    json_option,
    today,
)
from recert.cli.page import page_for_terminal, print_json
from recert.cli.standing_page import print_standing
from recert.cli.words import strange_category
from recert.rules.document import verdict_document
from recert.rules.edition import Edition, Rulebook
from recert.rules.evaluate import evaluate
from recert.rules.verdict import Span


@click.command("standing")
@click.argument("transcript", type=Transcript())
@credential_option
@cycle_options
@click.option("--first-cycle", is_flag=True, help="This is your first cycle: points from just before it may count.")
@as_of_option
@json_option
def command(
    *,
    transcript: TranscriptFile,
    book: Rulebook,
    certified_on: date | None,
    cycle: Span | None,
    first_cycle: bool,
    as_of: date | None,
    as_json: bool,
) -> int:
    """Say exactly where a transcript stands: what counts, what is missing, by when, and which rule says so.

    TRANSCRIPT is a CSV, XLSX or JSON file, or - for standard input. Exit status: 0 ready, 1 not ready yet.
    """
    edition, span = cycle_of(book, certified_on, cycle)
    verdict = evaluate(
        transcript.activities, edition=edition, cycle=span, as_of=as_of or today(), first_cycle=first_cycle
    )
    document = verdict_document(verdict) | {"file": file_document(transcript, book, edition)}
    if as_json:
        print_json(document)
    else:
        page = page_for_terminal()
        print_standing(page, document, book=book, transcript=transcript)
        page.print()
    return 0 if verdict.met else 1


def file_document(transcript: TranscriptFile, book: Rulebook, edition: Edition) -> dict[str, Any]:
    """What was read beside the activities: columns and sheets that are no part of them, and what was assumed."""
    assumed = [remark.text for remark in transcript.remarks]
    return {
        "name": transcript.name,
        "unknown_columns": list(transcript.unknown_columns),
        "notes": dict(transcript.notes),
        "unread_sheets": list(transcript.unread_sheets),
        "remarks": [*assumed, *_strange_categories(transcript, book, edition)],
    }


def _strange_categories(transcript: TranscriptFile, book: Rulebook, edition: Edition) -> Iterator[str]:
    """Point at categories the credential does not have, which may only be misspelled."""
    known = edition.categories
    for activity in transcript.activities if known else ():
        for name in sorted({name for share in activity.category for name in share.categories} - set(known)):
            yield f"#{activity.id} names the category {strange_category(name, known, [book.name])}"
