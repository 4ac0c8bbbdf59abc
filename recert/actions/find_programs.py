"""Find schools near a place by what they teach: an indexed box first, then great-circle miles; nobody pays for a rank."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from math import isfinite

from django.db.models import Q
from django.utils.translation import gettext as _

from recert.actions.refusal import Refused
from recert.places.point import Box, Point, box_around, miles
from recert.records.institutions import MILLIONTHS
from recert.records.models import Institution, Person, Program, StateListing

MEDICAL_ASSISTING = "51.0801"
FARTHEST = 13_000
"""Miles to the other side of the earth, and a little more."""


class RadiusRefused(Refused):
    """The miles asked for are not a distance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSchool:
    """A school that teaches what was asked for, or a line of a state's list that is no school we know otherwise."""

    miles: float
    institution: Institution | None
    programs: tuple[Program, ...]
    listings: tuple[StateListing, ...]

    @property
    def name(self) -> str:
        return self.institution.name if self.institution else self.listings[0].school


def find_programs(
    actor: Person | None,
    *,
    near: Point,
    within: float,
    cips: Collection[str] = (MEDICAL_ASSISTING,),
    is_offered: bool = True,
) -> tuple[FoundSchool, ...]:
    """Nearest first, each school once, every award that the current file reports with zero completions included.

    Two queries, whatever the answer. The search is public: who asks changes nothing.

    :raises RadiusRefused: when `within` is no distance.
    """
    del actor
    box = box_around(near, radius(within))
    there = inside(box, "institution__")
    programs = Program.objects.filter(there, cip__in=cips, is_offered=is_offered).select_related("institution")
    listings = StateListing.objects.filter(there, cip__in=cips) if is_offered else ()
    found = _schools(programs, _by_school(listings), near)
    return tuple(sorted((school for school in found if school.miles <= within), key=_nearest_first))


def find_listings(
    actor: Person | None, *, near: Point, within: float, cips: Collection[str] = (MEDICAL_ASSISTING,)
) -> tuple[FoundSchool, ...]:
    """Lines of state lists whose school reports nothing to IPEDS; miles are from the middle of their ZIP code.

    :raises RadiusRefused: when `within` is no distance.
    """
    del actor
    box = box_around(near, radius(within))
    lines = StateListing.objects.filter(inside(box), cip__in=cips, institution=None)
    found = [
        FoundSchool(miles=miles(near, line.point), institution=None, programs=(), listings=(line,))
        for line in lines
        if line.point is not None
    ]
    return tuple(sorted((school for school in found if school.miles <= within), key=_nearest_first))


def is_taught(cips: Collection[str]) -> bool:
    """Whether any school anywhere reports one of these fields: an empty answer means something else where none does."""
    return Program.objects.filter(cip__in=cips).exists()


def radius(within: float) -> float:
    """The miles asked for.

    :raises RadiusRefused: when they are no distance.
    """
    if not isfinite(within) or not 0 <= within <= FARTHEST:
        wanted = _("%(found)s is no distance: give miles from 0 to %(most)s, such as 25.")
        raise RadiusRefused(wanted % {"found": f"{within:g}", "most": FARTHEST}, field="within")
    return within


def inside(box: Box, to_place: str = "") -> Q:
    """The box as whole millionths, one more on each side; across the date line it is two."""
    lat = Q(**{f"{to_place}lat__gte": _stored(box.south) - 1, f"{to_place}lat__lte": _stored(box.north) + 1})
    lon = Q()
    for turn in (-360, 0, 360):
        west, east = max(box.west + turn, -180.0), min(box.east + turn, 180.0)
        if west <= east:
            lon |= Q(**{f"{to_place}lon__gte": _stored(west) - 1, f"{to_place}lon__lte": _stored(east) + 1})
    return lat & lon


def _stored(degrees: float) -> int:
    return round(degrees * MILLIONTHS)


def _by_school(listings: Iterable[StateListing]) -> dict[int, list[StateListing]]:
    found: dict[int, list[StateListing]] = {}
    for line in listings:
        if line.institution_id is not None:
            found.setdefault(line.institution_id, []).append(line)
    return found


def _schools(
    programs: Iterable[Program], listings: dict[int, list[StateListing]], near: Point
) -> Iterable[FoundSchool]:
    taught: dict[int, list[Program]] = {}
    for program in programs:
        taught.setdefault(program.institution_id, []).append(program)
    for unitid, offered in taught.items():
        school = offered[0].institution
        if school.point is not None:
            yield FoundSchool(
                miles=miles(near, school.point),
                institution=school,
                programs=tuple(sorted(offered, key=lambda program: (program.cip, program.award_code))),
                listings=tuple(listings.get(unitid, ())),
            )


def _nearest_first(school: FoundSchool) -> tuple[float, str, int]:
    return school.miles, school.name, school.institution.unitid if school.institution else school.listings[0].number
