"""`recert check`: does it count? One activity judged before anyone pays for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

import click

from recert.capture.transcripts import Column, TranscriptFile
from recert.capture.transcripts.rows import Row, RowRefused, read_row
from recert.cli.options import (
    Transcript,
    as_of_option,
    credential_option,
    cycle_of,
    cycle_options,
    json_option,
    today,
)
from recert.cli.page import Page, page_for_terminal, print_json
from recert.cli.sources import Sources
from recert.cli.standing_page import print_questions
from recert.cli.words import points, spread
from recert.rules.check import CheckAnswer, check
from recert.rules.document import check_document
from recert.rules.edition import Rulebook
from recert.rules.transcript import Activity
from recert.rules.verdict import Span

ANSWERS = {"yes": "Yes, it counts.", "no": "No, it does not count.", "depends": "It depends."}
COLOURS = {"yes": "green", "no": "red", "depends": "yellow"}
UNIT_OF = {"employment": "year", "cpr_card": "card"}
FIELDS = {
    "title": "The course's title.",
    "provider": "Who offers it.",
    "kind": "course (default), conference, college, cpr_card, employment …",
    "quantity": "The amount on the certificate, such as 1.5, with or without its unit.",
    "unit": "What the certificate counts: contact_hour, aama_ceu, cme, college_credit …",
    "minutes": "How long it takes, in minutes.",
    "category": "clinical, clinical=2;general=1 or clinical|general.",
    "approved_by": "Who approved it: aama, ancc …",
    "earned_on": "The day it is completed (default: today, or the nearest day of the cycle).",
    "relevant": "yes or no: does it bear on medical assisting?",
    "certificate": "The file that proves it.",
}


def activity_options(command: Any) -> Any:
    """One option to a field of an activity."""
    for name, told in reversed(FIELDS.items()):
        command = click.option(f"--{name.replace('_', '-')}", name, default="", help=told)(command)
    return command


@click.command("check")
@credential_option
@cycle_options
@activity_options
@click.option("--transcript", type=Transcript(), help="Judge it on top of what this file already holds.")
@as_of_option
@json_option
def command(
    *,
    book: Rulebook,
    certified_on: date | None,
    cycle: Span | None,
    transcript: TranscriptFile | None,
    as_of: date | None,
    as_json: bool,
    **fields: str,
) -> int:
    """Does it count? Say yes, no or what it depends on, how many points, in which category, and which rule.

    Exit status: 0 yes or depends, 1 no.
    """
    edition, span = cycle_of(book, certified_on, cycle)
    day = as_of or today()
    fields["earned_on"] = fields["earned_on"] or min(max(day, span.starts), span.ends).isoformat()
    earlier = transcript.activities if transcript else ()
    taken = {one.id for one in earlier}
    judge = partial(check, edition=edition, cycle=span, as_of=day, transcript=earlier)
    never = None if fields["quantity"] else refused_at_any_amount(fields, taken, judge)
    document = check_document(never or judge(activity_from(fields, taken=taken)))
    if as_json:
        print_json(document)
    else:
        page = page_for_terminal()
        _print(page, document, book)
        page.print()
    return 1 if document["counts"] == "no" else 0


def refused_at_any_amount(
    fields: Mapping[str, str], taken: set[str], judge: Callable[[Activity], CheckAnswer]
) -> CheckAnswer | None:
    """The answer that needs no amount: no, because of what the activity is or when it was."""
    one = {**fields, "quantity": "1", "unit": fields["unit"] or UNIT_OF.get(fields["kind"], "point")}
    answer = judge(activity_from(one, taken=taken))
    codes = {reason.code for reason in answer.reasons}
    return answer if answer.counts == "no" and codes & {"kind_not_accepted", "outside_cycle", "not_relevant"} else None


def activity_from(fields: Mapping[str, str], *, taken: set[str]) -> Activity:
    """Read the options as a transcript's row is read.

    :raises click.UsageError: naming the option that cannot be read.
    """
    columns = {name: Column(0, f"--{name.replace('_', '-')}", name) for name in fields}
    name = next(one for one in ("this", *map(str, range(len(taken) + 1))) if one not in taken)
    try:
        return read_row(Row(1, 1, {**fields, "id": name}, columns)).activity
    except RowRefused as refused:
        option = refused.column.name if refused.column else f"--{refused.field}"
        raise click.UsageError(f"{option}: {refused.remark.text}") from None


def _print(page: Page, document: Mapping[str, Any], book: Rulebook) -> None:
    sources = Sources()
    page.say(f"Does it count for {book.name}?", bold=True)
    page.say(ANSWERS[document["counts"]], fg=COLOURS[document["counts"]], bold=True)
    page.say(f"{points(document['points'], book.points_called)}{spread(document['points'], document['as'])}.")
    for reason in document["reasons"]:
        page.say(f"- {reason['text']} {sources.mark(reason)}".rstrip(), indent=2, hanging=2)
    if document["missing_documents"]:
        page.title("Keep these papers for your application")
    for paper in document["missing_documents"]:
        page.say(f"- {paper['text']} {sources.mark(paper)}", indent=2, hanging=2)
    print_questions(page, [{**question, "activity": None} for question in document["questions"]], sources)
    sources.print_on(page)
