"""Open one school, or several side by side, with every program it reports or reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from recert.actions.find_programs import MEDICAL_ASSISTING
from recert.records.models import Institution, Person, Program, StateListing

MOST_COMPARED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """A school, what it teaches now, what it no longer reports, and what a state's list adds."""

    institution: Institution
    offered: tuple[Program, ...]
    ended: tuple[Program, ...]
    listings: tuple[StateListing, ...]


def open_school(actor: Person | None, *, unitid: int) -> School:
    """:raises DoesNotExist: when no school has this number."""
    del actor
    return _school(_with_programs().get(unitid=unitid))


def compare_schools(actor: Person | None, *, unitids: Sequence[int]) -> list[School]:
    """Up to four schools in the order asked for; numbers nobody has are left out. Three queries."""
    del actor
    wanted = list(dict.fromkeys(unitids))[:MOST_COMPARED]
    found = {each.unitid: each for each in _with_programs().filter(unitid__in=wanted)}
    return [_school(found[unitid]) for unitid in wanted if unitid in found]


def _with_programs() -> QuerySet[Institution]:
    return Institution.objects.prefetch_related("programs", "state_listings")


def _school(institution: Institution) -> School:
    """What is taught with medical assisting first: that is what people come to read."""
    programs = sorted(institution.programs.all(), key=lambda program: program.cip != MEDICAL_ASSISTING)
    return School(
        institution=institution,
        offered=tuple(program for program in programs if program.is_offered),
        ended=tuple(program for program in programs if not program.is_offered),
        listings=tuple(institution.state_listings.all()),
    )
