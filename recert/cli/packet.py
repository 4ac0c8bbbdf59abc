"""`recert packet`: one PDF with everything that is sent in to recertify, and a check of what is still missing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from recert.capture.transcripts import TranscriptFile
from recert.cli.options import Transcript, as_of_option, credential_option, cycle_of, cycle_options, json_option, today
from recert.cli.page import print_json
from recert.cli.papers import Folder, papers_in
from recert.packet.assemble import assemble
from recert.packet.document import packet_document
from recert.packet.surplus import buys_nothing
from recert.packet.typeset import pdf
from recert.packet.values import Packet
from recert.rules.document import verdict_document
from recert.rules.edition import Rulebook
from recert.rules.evaluate import evaluate
from recert.rules.verdict import Span


@click.command("packet")
@click.argument("transcript", type=Transcript())
@credential_option
@cycle_options
@click.option("--first-cycle", is_flag=True, help="This is your first cycle: points from just before it may count.")
@click.option(
    "--certificates",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A folder with your certificates, each named in the transcript or by its number (7.pdf).",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), required=True, help="Write the PDF here."
)
@click.option("--name", default="", help="Your name, for the cover.")
@as_of_option
@json_option
def command(
    *,
    transcript: TranscriptFile,
    book: Rulebook,
    certified_on: date | None,
    cycle: Span | None,
    first_cycle: bool,
    certificates: Path | None,
    output: Path,
    name: str,
    as_of: date | None,
    as_json: bool,
) -> int:
    """Make one PDF of everything that is sent in to recertify, and say what is still missing.

    TRANSCRIPT is a CSV, XLSX or JSON file, or - for standard input. The PDF is written even when you are not ready
    yet, and says so on its cover. Exit status: 0 ready, 1 not ready yet.
    """
    edition, span = cycle_of(book, certified_on, cycle)
    day = as_of or today()
    verdict = evaluate(transcript.activities, edition=edition, cycle=span, as_of=day, first_cycle=first_cycle)
    folder = papers_in(certificates, transcript.activities) if certificates else Folder()
    packet = assemble(
        book,
        verdict,
        transcript.activities,
        papers=folder.papers,
        holder=name,
        spare=buys_nothing(verdict, transcript.activities),
    )
    _write(output, packet, day)
    if as_json:
        print_json({"output": str(output), **verdict_document(verdict)})
    return 0 if verdict.met else 1


def _write(output: Path, packet: Packet, day: date) -> None:
    document, pictures = packet_document(packet, str, language="en")
    made = pdf(document, pictures, made_on=day)
    try:
        output.write_bytes(made)
    except OSError as error:
        raise click.UsageError(f"--output: {output} cannot be written: {error.strerror}.") from None
