"""What must hold in every rulebook we ship: every number cited, every clause a plain sentence, no web farm a source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

import pytest

from recert.rulebooks.library import DATA, all_rulebooks, rulebook
from recert.rulebooks.reader import read_rulebook
from recert.rules.edition import Citation, Edition, Rulebook

UNRELIABLE = ("eatsip365", "visualfoodie", "winenfood", "eathealthy365", "allcma")
FAMILY_TOTALS = {
    "rma": 30, "cmas": 30, "rda": 30, "cmla": 30, "ahi": 30, "rpt": 24, "mt": 45, "mlt": 45, "clc": 45, "mdt": 36,
}  # fmt: skip
USABLE = [each for each in all_rulebooks() if each.editions]


def citations(value: object) -> Iterator[Citation]:
    """Every citation inside a value."""
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from citations(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from citations(getattr(value, field.name))


def every_citation() -> Iterator[Citation]:
    for each in USABLE:
        yield from citations(each)


def editions() -> list[Edition]:
    return [edition for each in USABLE for edition in each.editions]


def test_every_credential_of_the_facts_is_here() -> None:
    usable = {each.credential for each in USABLE}
    amt = {f"{name}-amt" for name in FAMILY_TOTALS}
    nha = {f"{name}-nha" for name in ("ccma", "cmaa", "cpt", "cet", "cpcta", "cehrs", "cbcs")}
    california = {f"ccma-{name}-ccbma" for name in ("a", "c", "ac")}
    others = {"cma-aama", "ncma-ncct", "cmac-amca", "coa-ijcahpo", "pmac-aspma"}
    assert usable == amt | nha | california | others


def test_six_certifiers_are_found_of_whom_nothing_is_confirmed() -> None:
    unconfirmed = [each for each in all_rulebooks() if not each.editions]
    assert len(unconfirmed) == 6
    assert all("nothing is confirmed" in each.unconfirmed for each in unconfirmed)


@pytest.mark.parametrize(("credential", "total"), FAMILY_TOTALS.items())
def test_an_amt_credential_has_its_own_total_in_each_edition(credential: str, total: int) -> None:
    asked = [edition.requirements[0].needed for edition in rulebook(f"{credential}-amt").editions]
    assert asked == [total * 100, total * 100]


def test_the_cma_has_its_six_editions() -> None:
    starts = [edition.effective_from for edition in rulebook("cma-aama").editions]
    dated = ["2005-01-01", "2007-01-01", "2010-01-01", "2013-06-01", "2020-01-01"]
    assert starts == [None, *map(date.fromisoformat, dated)]


def test_each_cma_edition_says_whether_cpr_is_required() -> None:
    said = [edition.also_required[0] for edition in rulebook("cma-aama").editions]
    assert [each.about for each in said] == ["cpr_required"] * 6
    assert [each.required for each in said] == [False, True, True, True, False, False]


def test_the_two_hour_figures_of_the_ncma_are_both_shown() -> None:
    total = rulebook("ncma-ncct").editions[-1].requirements[0]
    assert (total.needed, total.cited.confidence) == (1400, "conflicting")
    assert [claim[:2] for claim in total.cited.claims] == ["14", "12"]


def test_every_edition_says_something_of_cpr() -> None:
    silent = [each.credential for each in editions() if not each.superseded and not _says_cpr(each)]
    assert silent == []


def _says_cpr(edition: Edition) -> bool:
    return any(each.about == "cpr_required" for each in edition.also_required)


def test_every_clause_is_one_short_plain_sentence() -> None:
    said = {each.says for each in every_citation()}
    assert [says for says in said if not (says[0].isupper() and says.endswith(".")) or len(says) > 130] == []


def test_every_source_has_a_full_address_a_publisher_and_the_day_it_was_read() -> None:
    sources = {each.source for each in every_citation()}
    assert [s.title for s in sources if not s.href.startswith("http") or not s.publisher or not s.dated] == []
    assert {source.read_on for source in sources} == {date(2026, 11, 22)}


def test_no_unreliable_page_is_a_source() -> None:
    addresses = {each.source.href for each in every_citation()}
    assert [href for href in addresses if any(name in href for name in UNRELIABLE)] == []


def test_what_is_unknown_says_so_and_what_conflicts_shows_its_claims() -> None:
    for edition in editions():
        for fact in edition.facts:
            assert (fact.value is None) <= (fact.cited.confidence in {"unknown", "conflicting"}), fact.about
    assert all(len(each.claims) > 1 for each in every_citation() if each.confidence == "conflicting")


def test_every_usable_rulebook_has_a_link_to_the_certifiers_own_page() -> None:
    assert [each.credential for each in USABLE if not each.links] == []


def test_superseded_editions_are_never_in_force() -> None:
    superseded = [edition for edition in editions() if edition.superseded]
    assert len(superseded) == 11  # seven of NHA, three of CCBMA, one of AMCA
    assert not any(edition.in_force_on(date(year, 1, 1)) for edition in superseded for year in range(1990, 2040))


def test_no_two_facts_of_an_edition_go_by_one_name() -> None:
    for edition in editions():
        names = [fact.about for fact in edition.facts]
        assert len(set(names)) == len(names), edition.credential


@pytest.mark.parametrize("file", sorted(DATA.glob("*.yaml")), ids=lambda file: file.stem)
def test_a_file_is_named_by_its_credential_or_its_certifier(file: Path) -> None:
    held = read_rulebook(file.read_text(encoding="utf-8"), file.name)
    assert {_shelf(each, len(held) > 1) for each in held} == {file.stem}


def _shelf(each: Rulebook, of_a_family: bool) -> str:
    return each.certifier.id if of_a_family else each.credential
