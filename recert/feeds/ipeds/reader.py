"""Read the IPEDS completions: one school to an institution, with a program to each field of study and award."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from recert.feeds.packed import digest_of, rows_of, web_address

NAME = "ipeds"
DATA = Path(__file__).parent / "data"
FILES = (DATA / "programs.csv.gz", DATA / "discontinued.csv.gz")
YEARS = range(2020, 2025)
"""Awards of the twelve months to June 30 of each year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """One field of study at one award level; a year nobody reported is absent from `completions`."""

    cip: str
    cip_title: str
    award_code: int
    award: str
    completions: Mapping[int, int]
    last_year: int
    is_offered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """One reporting institution. `lat` and `lon` are whole millionths of a degree, exactly as printed."""

    unitid: int
    name: str
    address: str
    city: str
    state: str
    zip: str
    county: str
    lat: int
    lon: int
    url: str
    phone: str
    sector: str
    is_active: bool
    programs: tuple[Program, ...]


def edition() -> str:
    """Changes whenever the data or their reader do."""
    return digest_of(*FILES, Path(__file__))


def read_schools() -> Iterator[School]:
    """Every institution of both files, those whose programs have ended included."""
    rows = sorted((row for file in FILES for row in rows_of(file)), key=lambda row: int(row["unitid"]))
    for _, group in groupby(rows, key=lambda row: row["unitid"]):
        found = list(group)
        yield _school(found[0], tuple(_program(row) for row in found))


def _school(row: Mapping[str, str], programs: tuple[Program, ...]) -> School:
    return School(
        unitid=int(row["unitid"]),
        name=row["name"],
        address=row["address"],
        city=" ".join(row["city"].split()),
        state=row["state"],
        zip=row["zip"],
        county=row["county"],
        lat=millionths(row["lat"]),
        lon=millionths(row["lon"]),
        url=web_address(row["url"]),
        phone=row["phone"],
        sector=row["sector"],
        is_active=row["institution_active"] == "yes",
        programs=programs,
    )


def _program(row: Mapping[str, str]) -> Program:
    reported = {year: row["completions" if year == YEARS[-1] else f"completions_{year}"] for year in YEARS}
    return Program(
        cip=row["cip"],
        cip_title=row["cip_title"],
        award_code=int(row["award_level_code"]),
        award=row["award_level"],
        completions={year: int(count) for year, count in reported.items() if count},
        last_year=int(row["last_year_reported"]),
        is_offered=row["offered_2024"] == "yes",
    )


def millionths(degrees: str) -> int:
    """Degrees with at most six decimals as a whole number.

    >>> millionths("61.181443"), millionths("-149.856954"), millionths("-0.5")
    (61181443, -149856954, -500000)
    """
    whole, _, part = degrees.strip().partition(".")
    size = int(whole.lstrip("-") or "0") * 1_000_000 + int(f"{part:0<6}")
    return -size if whole.startswith("-") else size
