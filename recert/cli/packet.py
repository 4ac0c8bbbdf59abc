"""`recert packet`: one PDF with everything that is sent in to recertify, and a check of what is still missing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from recert.capture.transcripts import TranscriptFile
from recert.cli.language import LANGUAGES, sayer
from recert.cli.options import Transcript, as_of_option, credential_option, cycle_of, cycle_options, json_option, today
from recert.cli.packet_page import packet_summary, print_packet
from recert.cli.page import page_for_terminal, print_json
from recert.cli.papers import Folder, papers_in
from recert.packet.assemble import assemble
from recert.packet.make import packet_pdf, steps_pdf, told_about
from recert.rulebooks.applications import WAYS
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
@click.option("--steps", type=click.Path(path_type=Path, dir_okay=False), help="Also write how to send it, for you.")
@click.option("--name", default="", help="Your name, for the cover.")
@click.option(
    "--route", type=click.Choice(WAYS), default=None, help="How you will send it (default: the best open to you)."
)
@click.option("--language", type=click.Choice(LANGUAGES), default="en", help="The language of the pages.")
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
    steps: Path | None,
    name: str,
    route: str | None,
    language: str,
    as_of: date | None,
    as_json: bool,
) -> int:
    """Make one PDF of everything that is sent in to recertify, and say what is still missing.

    TRANSCRIPT is a CSV, XLSX or JSON file, or - for standard input. The PDF is written even when you are not ready
    yet, and says so on its cover. Exit status: 0 ready, 1 not ready yet.
    """
    edition, span = cycle_of(book, certified_on, cycle)
    rows = transcript.activities
    verdict = evaluate(rows, edition=edition, cycle=span, as_of=as_of or today(), first_cycle=first_cycle)
    folder = papers_in(certificates, rows) if certificates else Folder()
    packet = assemble(book, verdict, rows, papers=folder.papers, holder=name)
    about = told_about(packet, route=route or "")
    say = sayer(language)
    write_file("--output", output, packet_pdf(packet, about, language=language, say=say))
    if steps is not None:
        write_file("--steps", steps, steps_pdf(packet, about, language=language, say=say))
    if as_json:
        print_json(packet_summary(packet, about, output, folder))
    else:
        page = page_for_terminal()
        print_packet(page, packet, about, output, folder)
        page.print()
    return 0 if verdict.met else 1


def write_file(option: str, path: Path, content: bytes) -> None:
    """Write a file, or say why it cannot be written.

    :raises click.UsageError: naming the option and the file.
    """
    try:
        path.write_bytes(content)
    except OSError as error:
        raise click.UsageError(f"{option}: {path} cannot be written: {error.strerror}. Give another path.") from None
