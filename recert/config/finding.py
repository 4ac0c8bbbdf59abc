"""Ask the tables what `recert find` was asked, and lay the answer out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from recert.actions.find_place import find_zip
from recert.actions.find_programs import FoundSchool, find_listings, find_programs, is_taught
from recert.actions.refusal import Refused
from recert.cli.page import Page, page_for_terminal, print_json
from recert.records.models import Program, StateListing
from recert.rules.money import dollars
from recert.web.programs.words import telephone

Answer = TypeVar("Answer")


def programs(*, near: str, within: float, cips: Sequence[str], source: str, as_json: bool) -> None:
    """:raises click.UsageError: naming the option that cannot be answered."""
    spot = asked(lambda: find_zip(near))
    found = asked(lambda: find_programs(None, near=spot.point, within=within, cips=cips))
    if source == "nj":
        unmatched = find_listings(None, near=spot.point, within=within, cips=cips)
        listed = (school for school in found if school.listings)
        found = tuple(sorted((*listed, *unmatched), key=lambda school: school.miles))
    if not found and not is_taught(cips):
        click.echo(f"Note: no school in our data reports {', '.join(cips)} anywhere.", err=True)
    if as_json:
        print_json([school_document(school) for school in found])
    else:
        page = page_for_terminal()
        _print(page, found, f"within {within:g} miles of {spot.name}")
        page.print()


def asked(question: Callable[[], Answer]) -> Answer:
    try:
        return question()
    except Refused as refused:
        raise click.UsageError(f"--{refused.field.replace('_', '-')}: {refused}") from None


def school_document(school: FoundSchool) -> dict[str, Any]:
    """One entry of the contract's `find programs`; `unitid` is null for a line of a state's list alone."""
    where = school.institution or school.listings[0]
    return {
        "unitid": school.institution.unitid if school.institution else None,
        "name": school.name,
        "address": where.address,
        "city": where.city,
        "state": where.state,
        "zip": where.zip,
        "miles": round(school.miles, 1),
        "phone": where.phone,
        "url": where.url,
        "programs": [program_document(program) for program in school.programs],
        "state_listings": [listing_document(line) for line in school.listings],
    }


def program_document(program: Program) -> dict[str, Any]:
    return {
        "cip": program.cip,
        "title": program.cip_title,
        "award_level": program.award,
        "completions": program.latest,
        "completions_by_year": program.completions,
    }


def listing_document(line: StateListing) -> dict[str, Any]:
    return {
        "title": line.title,
        "cip": line.cip,
        "price": dollars(line.price),
        "clock_hours": line.clock_hours,
        "prepares_for": line.prepares_for,
        "listed_on": line.listed_on.isoformat(),
    }


def _print(page: Page, found: Sequence[FoundSchool], where: str) -> None:
    count = f"{len(found)} {'school' if len(found) == 1 else 'schools'}" if found else "No school"
    page.say(f"{count} {where}.", bold=True)
    for school in found:
        document = school_document(school)
        page.gap()
        page.say(f"{document['miles']:>6} mi  {document['name']}, {document['city']}, {document['state']}", bold=True)
        for program in document["programs"]:
            page.say(f"{program['award_level']}: {program['completions']} finished", indent=11, hanging=2)
        for line in document["state_listings"]:
            hours = f", {line['clock_hours']} clock hours" if line["clock_hours"] else ""
            page.say(f"{line['title']}: ${line['price']}{hours} ({line['listed_on']})", indent=11, hanging=2)
        number = telephone(document["phone"])
        phone = number.shown if number else document["phone"]
        page.say(" · ".join(filter(None, (phone, document["url"]))), indent=11)
    page.gap()
    page.say(
        "Schools and completions (July 2023 to June 2024): U.S. Department of Education, IPEDS. Accreditation is not "
        "in our data: ask the school. Schools without federal student aid are not listed."
    )
