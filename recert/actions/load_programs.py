"""Fill the tables of schools and programs from the data carried with the package."""

from __future__ import annotations

from collections.abc import Iterator

from recert.actions.load_feed import load_feed, replace_rows
from recert.feeds import ipeds, nj_etpl
from recert.records.institutions import stored_at
from recert.records.models import Institution, Program, StateListing


def load_programs() -> list[str]:
    """The names of the feeds that were new; none on most starts."""
    # The state's lines are matched with schools, so new schools mean matching them anew.
    lists = f"{nj_etpl.edition()[:32]}{ipeds.edition()[:32]}"
    loaded = {
        ipeds.NAME: load_feed(ipeds.NAME, edition=ipeds.edition(), store=_store_schools),
        nj_etpl.NAME: load_feed(nj_etpl.NAME, edition=lists, store=_store_listings),
    }
    return [name for name, is_new in loaded.items() if is_new]


def _store_schools() -> int:
    schools = list(ipeds.read_schools())
    replace_rows(Institution, map(_institution, schools), named_by=("unitid",))
    programs = (program for school in schools for program in _programs(school))
    return replace_rows(Program, programs, named_by=("institution", "cip", "award_code"))


def _institution(school: ipeds.School) -> Institution:
    columns = {name: getattr(school, name) for name in ipeds.School.__slots__ if name != "programs"}
    return Institution(**columns)


def _programs(school: ipeds.School) -> Iterator[Program]:
    for program in school.programs:
        columns = {name: getattr(program, name) for name in ipeds.Program.__slots__ if name != "completions"}
        years = {str(year): count for year, count in program.completions.items()}
        yield Program(institution_id=school.unitid, completions=years, **columns)


def _store_listings() -> int:
    taught = Program.objects.filter(institution__state="NJ", is_offered=True).select_related("institution")
    schools = [(program.cip, program.institution) for program in taught]
    return replace_rows(StateListing, (_listing(line, schools) for line in nj_etpl.read_listed()), named_by=("number",))


def _listing(line: nj_etpl.Listed, schools: list[tuple[str, Institution]]) -> StateListing:
    columns = {name: getattr(line, name) for name in nj_etpl.Listed.__slots__ if name != "point"}
    return StateListing(
        institution=next((school for cip, school in schools if cip == line.cip and line.is_at(school)), None),
        **stored_at(line.point),
        listed_on=nj_etpl.LISTED_ON,
        **columns,
    )
