"""`recert plan`: the cheapest, fastest or nearest set of offers that closes the gap, proved; or why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import click

from recert.capture.offers import OffersFile, read_language, read_name
from recert.capture.transcripts import TranscriptFile
from recert.cli.options import (
    Also,
    Dollars,
    Number,
    Offers,
    Place,
    Transcript,
    as_of_option,
    credential_option,
    cycle_of,
    cycle_options,
    json_option,
    today,
)
from recert.cli.page import page_for_terminal, print_json
from recert.cli.plan_document import plan_document
from recert.cli.plan_page import print_offers_file, print_plan
from recert.cli.plan_together import print_together, together_document
from recert.cli.standing import file_document
from recert.cli.words import listed as joined
from recert.cli.words import strange_category
from recert.places.point import Point
from recert.places.zips import UnknownZip, ZipWithoutPlace, point_of
from recert.planning.holder import Holder
from recert.planning.plan import plan
from recert.planning.several import plan_together
from recert.planning.wishes import OBJECTIVES, Objective, Wishes
from recert.rules.edition import Rulebook
from recert.rules.verdict import Span

MANY = 6


@click.command("plan")
@click.argument("transcript", type=Transcript())
@credential_option
@cycle_options
@click.option(
    "--also", type=Also(), multiple=True, help="Another credential to plan for: ID:CERTIFIED or ID:START..END."
)
@click.option("--offers", "listed", type=Offers(), required=True, help="What can be taken: a CSV or XLSX file.")
@click.option("--least", type=click.Choice(OBJECTIVES), default="cost", help="What to keep least (default: cost).")
@click.option("--near", type=Place(), help="Your ZIP code: counts the miles to offers held in person.")
@click.option("--format", "form", type=click.Choice(["online", "in_person"]), help="Only offers of this format.")
@click.option("--within", type=Number(0, 25_000), help="The most miles to travel to any one offer; needs --near.")
@click.option(
    "--language", "languages", multiple=True, help="Only offers in this language, such as en or es; may be repeated."
)
@click.option("--hours-a-month", type=Number(0, 744), help="The hours free in each month.")
@click.option(
    "--member-of", "member_of", multiple=True, help="An association you belong to: its members' prices are yours."
)
@click.option("--budget", type=Dollars(), help="The most to spend, in dollars.")
@click.option("--first-cycle", is_flag=True, help="This is your first cycle: points from just before it may count.")
@as_of_option
@json_option
def command(
    *,
    transcript: TranscriptFile,
    book: Rulebook,
    certified_on: date | None,
    cycle: Span | None,
    also: tuple[tuple[Rulebook, date | None, Span | None], ...],
    listed: OffersFile,
    first_cycle: bool,
    as_of: date | None,
    as_json: bool,
    **wished: Any,
) -> int:
    """Plan how to finish: a set of offers that closes the gap at provably least cost, time or travel.

    TRANSCRIPT is a CSV, XLSX or JSON file, or - for standard input. Exit status: 0 there is a plan, 1 there is none.
    """
    edition, span = cycle_of(book, certified_on, cycle)
    holder = Holder(transcript.activities, edition, span, as_of or today(), first_cycle)
    wishes = _wishes(**wished)
    if wishes.near is not None:
        _refuse_unknown_places(listed)
    if also:
        others = [(other, *cycle_of(other, day, days)) for other, day, days in also]
        joint = [holder, *(replace(holder, edition=rules, cycle=days) for _, rules, days in others)]
        return _together(joint, [book, *(other for other, _, _ in others)], listed, wishes, as_json=as_json)
    made = plan(listed.offers, holder=holder, wishes=wishes)
    document = plan_document(made, wishes) | {
        "file": file_document(transcript, book, edition),
        "offers": offers_document(listed, [book], [holder]),
    }
    if as_json:
        print_json(document)
    else:
        page = page_for_terminal()
        print_plan(page, document, made, book=book)
        page.print()
    return 0 if made.feasible else 1


def _together(
    holders: list[Holder], books: list[Rulebook], listed: OffersFile, wishes: Wishes, *, as_json: bool
) -> int:
    """Plan for all the credentials at once."""
    joint = plan_together(listed.offers, holders=holders, wishes=wishes)
    alone = [] if joint.feasible else [plan(listed.offers, holder=one, wishes=wishes) for one in holders]
    document = together_document(joint, books, wishes, alone) | {"offers": offers_document(listed, books, holders)}
    if as_json:
        print_json(document)
    else:
        page = page_for_terminal()
        print_together(page, document, books)
        print_offers_file(page, document["offers"])
        page.print()
    return 0 if joint.feasible else 1


def offers_document(listed: OffersFile, books: Sequence[Rulebook], holders: Sequence[Holder]) -> dict[str, Any]:
    """What was read beside the offers: columns and sheets that are no part of them, and what was assumed."""
    return {
        "name": listed.name,
        "count": len(listed.offers),
        "unknown_columns": list(listed.unknown_columns),
        "unread_sheets": list(listed.unread_sheets),
        "remarks": [*(remark.text for remark in listed.remarks), *_strange_categories(listed, books, holders)],
    }


def _strange_categories(listed: OffersFile, books: Sequence[Rulebook], holders: Sequence[Holder]) -> Iterator[str]:
    """Each category that none of the credentials has, once, with the rows that name it."""
    known = list(dict.fromkeys(name for holder in holders for name in holder.edition.categories))
    if not known:
        return
    rows: dict[str, list[str]] = {}
    for offer in listed.offers:
        for name in sorted({name for share in offer.category for name in share.categories}.difference(known)):
            rows.setdefault(name, []).append(str(listed.rows[offer.id]))
    whose = [book.name for book, holder in zip(books, holders, strict=True) if holder.edition.categories]
    for name, at in rows.items():
        said = f"Row {at[0]} names" if len(at) == 1 else f"Rows {_some(at)} name"
        yield f"{said} the category {strange_category(name, known, whose)}"


def _some(rows: list[str]) -> str:
    """The first few of them.

    >>> _some(["2", "3"]), _some(["2", "3", "4", "5", "6", "7", "8"])
    ('2 and 3', '2, 3, 4, 5, 6 and 2 more')
    """
    return joined(rows if len(rows) <= MANY else [*rows[: MANY - 1], f"{len(rows) - MANY + 1} more"])


def _wishes(
    *,
    least: Objective,
    near: Point | None,
    form: str | None,
    within: float | None,
    languages: tuple[str, ...],
    hours_a_month: float | None,
    member_of: tuple[str, ...],
    budget: int | None,
) -> Wishes:
    if within is not None and near is None:
        raise click.UsageError("--within: miles from where? Give your ZIP code with --near.")
    return Wishes(
        least=least,
        budget=budget,
        format=form,
        near=near,
        within=_hundredths(within),
        languages=frozenset(read_language(one) for one in languages),
        hours_a_month=_hundredths(hours_a_month),
        belongs_to=frozenset(read_name(one) for one in member_of),
    )


def _hundredths(amount: float | None) -> int | None:
    return None if amount is None else round(100 * amount)


def _refuse_unknown_places(listed: OffersFile) -> None:
    """Where one must go there, the place must be known."""
    for offer in listed.offers:
        if offer.format == "in_person" and offer.zip:
            try:
                point_of(offer.zip)
            except (UnknownZip, ZipWithoutPlace) as error:
                raise click.UsageError(f"{listed.name}, row {listed.rows[offer.id]}, zip: {error.args[0]}.") from None
